/**
 * What electron-builder would fetch to make Windows installers, from Debian's makensis and stand-ins:
 * the compiler is real, the plug-ins are export tables, and nothing is run in place of wine.
 */
import { chmod, glob, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../support/served-library.ts';
import { standInPlugin } from './stand-in-windows.ts';

const BUILDER = join(PROJECT, 'node_modules', 'app-builder-lib');
/** Plug-ins that come with NSIS itself, and libraries of Windows that are called through System. */
const BUILT_IN =
  /^(System|nsExec|nsDialogs|LangDLL|BgImage|UserInfo|kernel32|shell32|ole32|user32|psapi|advapi32)$/i;

export interface StandInNsis {
  /** electron-builder's own variables for the tools. */
  environment: Record<string, string>;
  remove: () => Promise<void>;
}

/** @param makensis the path of a real NSIS compiler */
export async function standInNsis(makensis: string): Promise<StandInNsis> {
  const folder = await mkdtemp(join(tmpdir(), 'october-nsis-'));
  const plugins = join(folder, 'plugins', 'x86-unicode');
  await mkdir(plugins, { recursive: true });
  await symlink(makensis, join(folder, 'makensis'));
  for (const [name, functions] of await pluginFunctions()) {
    await writeFile(join(plugins, `${name}.dll`), standInPlugin(`${name}.dll`, [...functions]));
  }
  await writeWine(join(folder, 'wine'));
  return {
    environment: {
      ELECTRON_BUILDER_NSIS_DIR: folder,
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: folder,
      ELECTRON_BUILDER_WINE_TOOLSET_DIR: join(folder, 'wine'),
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The plug-ins and functions that electron-builder's scripts call, as `Plugin::Function`. */
async function pluginFunctions(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const templates = join(BUILDER, 'templates', 'nsis');
  for await (const file of glob('**/*.{nsh,nsi}', { cwd: templates })) {
    const script = await readFile(join(templates, file), 'utf8');
    for (const [, plugin = '', name = ''] of script.matchAll(/\b([A-Za-z]\w*)::(\w+)/g)) {
      if (!BUILT_IN.test(plugin)) found.set(plugin, (found.get(plugin) ?? new Set<string>()).add(name));
    }
  }
  return found;
}

/** Wine would run the first installer, which writes the uninstaller and ends. Here its copy stands for that. */
async function writeWine(folder: string): Promise<void> {
  await Promise.all(
    ['bin', 'lib', 'wine-home'].map((name) => mkdir(join(folder, name), { recursive: true })),
  );
  const wine = join(folder, 'bin', 'wine');
  await writeFile(wine, '#!/bin/sh\ncp "$1" "${1%exe}__uninstaller.exe"\n');
  await chmod(wine, 0o755);
}
