/**
 * What electron-builder would fetch for AppImage, deb and rpm. The AppImage is really squashed, with Debian's tool,
 * behind a stand-in for the runtime. fpm is a recorder: it keeps its arguments and the files it was given.
 */
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As long as it is, the squashed files begin after it. */
export const RUNTIME = Buffer.from('stand-in for the AppImage runtime'.padEnd(4096, '\n'));

const RECORDER = `#!/bin/sh
for argument in "$@"; do
  [ "$before" = --package ] && package="$argument"
  before="$argument"
done
for argument in "$@"; do
  case "$argument" in
    *=/usr/share/applications/*) cp "\${argument%%=*}" "$package.desktop" ;;
    *=/usr/share/metainfo/*) cp "\${argument%%=*}" "$package.metainfo.xml" ;;
  esac
done
printf '%s\\0' "$@" > "$package.arguments"
: > "$package"
`;

export interface StandInLinuxTools {
  environment: Record<string, string>;
  remove: () => Promise<void>;
}

export async function standInLinuxTools(
  mksquashfs: string,
  desktopFileValidate: string,
): Promise<StandInLinuxTools> {
  const folder = await mkdtemp(join(tmpdir(), 'october-linux-tools-'));
  const fpm = join(folder, 'fpm');
  await mkdir(join(folder, 'runtimes'));
  await mkdir(join(folder, 'lib', 'x64'), { recursive: true });
  await Promise.all([
    symlink(mksquashfs, join(folder, 'mksquashfs')),
    symlink(desktopFileValidate, join(folder, 'desktop-file-validate')),
    writeFile(join(folder, 'runtimes', 'runtime-x64'), RUNTIME),
    writeFile(fpm, RECORDER),
  ]);
  await chmod(fpm, 0o755);
  return {
    environment: { APPIMAGE_TOOLS_PATH: folder, CUSTOM_FPM_PATH: fpm },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
