/**
 * electron-builder's hook after a program is put together: on Linux its desktop file, AppStream data and icon go
 * into `share/` beside it, so that whoever unpacks the tar.gz can link them into ~/.local/share.
 * The deb, the rpm and the AppImage get theirs from electron-builder itself.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext, LinuxPackager } from 'app-builder-lib';
import { LinuxTargetHelper } from 'app-builder-lib/out/targets/LinuxTargetHelper.js';

const PROJECT = join(import.meta.dirname, '..');

export default async function shareLinuxData({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  if (electronPlatformName !== 'linux') return;
  const linux = packager as LinuxPackager;
  const name = linux.executableName;
  const share = join(appOutDir, 'share');
  const icons = join(share, 'icons', 'hicolor', 'scalable', 'apps');
  const metainfo = `${linux.appInfo.id}.metainfo.xml`;
  await mkdir(icons, { recursive: true });
  await mkdir(join(share, 'metainfo'), { recursive: true });
  await Promise.all([
    new LinuxTargetHelper(linux).writeDesktopEntry(
      linux.platformSpecificBuildOptions,
      // Unpacked anywhere: whoever links the desktop file links the program into the PATH too.
      `${name} %U`,
      join(share, 'applications', `${name}.desktop`),
    ),
    copyFile(join(PROJECT, 'packaging', 'linux', metainfo), join(share, 'metainfo', metainfo)),
    copyFile(join(PROJECT, 'renderer', 'public', 'icon.svg'), join(icons, `${name}.svg`)),
  ]);
}
