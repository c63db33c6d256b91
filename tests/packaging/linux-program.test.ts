import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCommand } from '../../tools/debian-packages.ts';
import { launchDesktop, type Desktop } from '../desktop/launch-desktop.ts';
import { DIST, PROJECT } from '../support/served-library.ts';
import { packageWith, PACKAGING_LIMIT_MS, VERSION, type Packaged } from './package-with.ts';
import { FUSED, standInElectron } from './stand-in-electron.ts';

const NAME = 'in-defence-of-october';
const MEGABYTE = 1024 * 1024;
const sevenZip = process.platform === 'linux' ? ensureCommand('7za', 'p7zip-full') : undefined;
if (!sevenZip) {
  process.stdout.write('Skipped: packaging for Linux needs Linux and 7za (Debian package p7zip-full).\n');
}

describe.skipIf(!sevenZip)('the program packaged for Linux over a stand-in for Electron', () => {
  let packaged: Packaged;
  let program: string;
  let archive: string;
  let removeElectron: () => Promise<void>;
  beforeAll(async () => {
    const electron = await standInElectron({ electron: Buffer.concat([Buffer.from('stand-in\n'), FUSED]) });
    removeElectron = electron.remove;
    packaged = await packageWith(['--linux', 'dir', 'tar.gz', `--config.electronDist=${electron.folder}`], {
      ELECTRON_BUILDER_7ZIP_PATH: sevenZip ?? '',
    });
    program = join(packaged.folder, 'linux-unpacked');
    archive = join(program, 'resources', 'app.asar');
  }, PACKAGING_LIMIT_MS);
  afterAll(async () => {
    await packaged?.remove();
    await removeElectron?.();
  });

  it('holds exactly the built files and package.json', async () => {
    const built = ['/package.json'];
    for await (const path of glob('{main,library,renderer}/**/*', { cwd: DIST, withFileTypes: true })) {
      if (path.isFile()) built.push(join(path.parentPath, path.name).slice(PROJECT.length));
    }
    const held = listPackage(archive, { isPack: false }).filter(
      (path) => !('files' in statFile(archive, path.slice(1))),
    );
    expect(held.map(posix).sort()).toEqual(built.map(posix).sort());
  });

  it('holds no source, no map, no package and no script of development', () => {
    const held = listPackage(archive, { isPack: false }).map(posix);
    expect(held.filter((path) => /\.(ts|svelte|md|map)$|node_modules/.test(path))).toEqual([]);
    const { scripts, devDependencies } = JSON.parse(
      extractFile(archive, 'package.json').toString(),
    ) as Record<string, unknown>;
    expect([scripts, devDependencies]).toEqual([undefined, undefined]);
    expect(existsSync(`${archive}.unpacked`)).toBe(false);
  });

  it('holds the library whole, as its manifest has it', () => {
    const manifest = JSON.parse(extractFile(archive, library('manifest.json')).toString()) as {
      files: Record<string, { sha256: string }>;
    };
    const files = Object.entries(manifest.files);
    expect(files.length).toBeGreaterThan(300);
    for (const [file, { sha256 }] of files) {
      const digest = createHash('sha256')
        .update(extractFile(archive, library(file)))
        .digest('hex');
      expect([file, digest]).toEqual([file, sha256]);
    }
  });

  it('is below 12 MB without Electron', () => {
    const { size } = statSync(archive);
    process.stdout.write(`app.asar: ${(size / MEGABYTE).toFixed(2)} MB\n`);
    expect(size).toBeLessThan(12 * MEGABYTE);
  });

  it('has its fuses set in the executable', async () => {
    const wire = await getCurrentFuseWire(join(program, NAME));
    const off = FuseState.DISABLE;
    const on = FuseState.ENABLE;
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  it('carries no updater', () => {
    expect(readdirSync(join(program, 'resources')).sort()).toEqual(['LICENSE.txt', 'app.asar']);
    expect(readdirSync(packaged.folder).filter((name) => /^latest|blockmap$/.test(name))).toEqual([]);
  });

  it('keeps the licences of Electron and Chromium beside it, and few of Chromium’s languages', () => {
    expect(readdirSync(program)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
    expect(readdirSync(join(program, 'locales')).sort()).toEqual(
      ['de', 'en-GB', 'en-US', 'es', 'es-419', 'fr', 'ru'].map((locale) => `${locale}.pak`).sort(),
    );
  });

  it('comes as a tar.gz with the program, the desktop file, the AppStream data and the icon', () => {
    const file = join(packaged.folder, `${NAME}-${VERSION}-linux-x64.tar.gz`);
    const root = `${NAME}-${VERSION}-linux-x64`;
    const listed = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).split('\n');
    expect(listed).toEqual(
      expect.arrayContaining(
        [
          NAME,
          'resources/app.asar',
          `share/applications/${NAME}.desktop`,
          'share/metainfo/org.indefenceofoctober.library.metainfo.xml',
          `share/icons/hicolor/scalable/apps/${NAME}.svg`,
        ].map((path) => `${root}/${path}`),
      ),
    );
    const mode = execFileSync('tar', ['-tvzf', file, `${root}/${NAME}`], { encoding: 'utf8' });
    expect(mode).toMatch(/^-rwxr-xr-x/);
  });

  it('has checksums that sha256sum accepts, and a list of parts', () => {
    const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
      cwd: packaged.folder,
      encoding: 'utf8',
    });
    expect(checked.trim().split('\n')).toEqual([
      `${NAME}-${VERSION}-linux-x64.tar.gz: OK`,
      `${NAME}-${VERSION}.cdx.json: OK`,
    ]);
  });

  describe('unpacked and started', () => {
    let folder: string;
    let desktop: Desktop;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'october-unpacked-'));
      extractAll(archive, folder);
      desktop = await launchDesktop({ app: folder });
      process.stdout.write(`The packaged program runs in ${desktop.mode}.\n`);
    });
    afterAll(async () => {
      await desktop?.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('shows the home page and finds an entry', async () => {
      await desktop.page.locator('main h1').waitFor();
      expect(await desktop.page.locator('.strip li').count()).toBe(6);
      await desktop.page.keyboard.press('Control+k');
      await desktop.page.getByRole('combobox').fill('kerensky');
      await desktop.page.locator('.palette [data-command-item]', { hasText: 'Alexander Kerensky' }).waitFor();
    });
  });
});

/** asar asks for paths as the system writes them. */
function library(file: string): string {
  return ['dist', 'library', ...file.split('/')].join(sep);
}

function posix(path: string): string {
  return path.split(sep).join('/');
}
