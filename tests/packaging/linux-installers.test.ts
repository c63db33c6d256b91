import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCommand } from '../../tools/debian-packages.ts';
import { LINUX_SIZES } from '../../tools/icons.ts';
import { packageWith, PACKAGING_LIMIT_MS, VERSION, type Packaged } from './package-with.ts';
import { FUSED, standInElectron } from './stand-in-electron.ts';
import { RUNTIME, standInLinuxTools } from './stand-in-linux-tools.ts';

const NAME = 'in-defence-of-october';
const METAINFO = 'org.indefenceofoctober.library.metainfo.xml';
const onLinux = process.platform === 'linux' && process.arch === 'x64';
const tools = {
  squash: onLinux ? ensureCommand('mksquashfs', 'squashfs-tools') : undefined,
  validate: onLinux ? ensureCommand('desktop-file-validate', 'desktop-file-utils') : undefined,
  appstream: onLinux ? ensureCommand('appstreamcli', 'appstream') : undefined,
};
const complete = Object.values(tools).every(Boolean);
if (!complete) {
  process.stdout.write(
    'Skipped: the Linux installers need Linux on x64 and the Debian packages squashfs-tools, desktop-file-utils and appstream.\n',
  );
}

describe.skipIf(!complete)('the Linux installers over a stand-in for Electron', () => {
  const removals: (() => Promise<void>)[] = [];
  let packaged: Packaged;
  beforeAll(async () => {
    const electron = await standInElectron({ electron: Buffer.concat([Buffer.from('stand-in\n'), FUSED]) });
    const standIns = await standInLinuxTools(tools.squash ?? '', tools.validate ?? '');
    removals.push(electron.remove, standIns.remove);
    packaged = await packageWith(
      [
        ...['--linux', 'AppImage', 'deb', 'rpm', '--x64', '--homepage', 'https://example.invalid/'],
        `--config.electronDist=${electron.folder}`,
      ],
      standIns.environment,
    );
    removals.push(packaged.remove);
  }, PACKAGING_LIMIT_MS);
  afterAll(() => Promise.all(removals.map((remove) => remove())));

  describe.each(['deb', 'rpm'])('%s, as fpm is asked to make it', (kind) => {
    it('puts the program, the desktop file, the AppStream data and the icons in their places', () => {
      const places = given(kind)
        .filter((argument) => /=\/(opt|usr)\//.test(argument))
        .map((argument) => argument.slice(argument.indexOf('=') + 1));
      expect(places.sort()).toEqual(
        [
          '/opt/In Defence of October',
          `/usr/share/applications/${NAME}.desktop`,
          `/usr/share/metainfo/${METAINFO}`,
          ...LINUX_SIZES.map((size) => `/usr/share/icons/hicolor/${size}x${size}/apps/${NAME}.png`),
        ].sort(),
      );
    });

    it('names its makers and its place among the programs', () => {
      expect(value(kind, '--maintainer')).toBe('The In Defence of October authors <noreply@example.invalid>');
      expect(value(kind, '--vendor')).toBe('The In Defence of October authors');
      expect(value(kind, '--url')).toBe('https://example.invalid/');
      expect(value(kind, '--category')).toMatch(/education/i);
    });

    it('has a desktop file and AppStream data that their validators accept', () => {
      expect(complaints(tools.validate ?? '', [made(kind, 'desktop')])).toBe('');
      const checked = spawnSync(tools.appstream ?? '', ['validate', '--no-net', made(kind, 'metainfo.xml')], {
        encoding: 'utf8',
      });
      expect([checked.status, checked.stdout.match(/^[EW]: .*$/gm)]).toEqual([0, null]);
    });
  });

  it('has a desktop file with the four places of the library, its links and Markdown, each once', () => {
    const desktop = readFileSync(made('deb', 'desktop'), 'utf8');
    expect(desktop).toContain(`Exec="/opt/In Defence of October/${NAME}" %U`);
    expect(desktop).toContain('MimeType=text/markdown;x-scheme-handler/october;\n');
    expect([...desktop.matchAll(/^Exec=.*(october:\/\/\w+)$/gm)].map(([, address]) => address)).toEqual(
      ['timeline', 'people', 'guides', 'search'].map((place) => `october://${place}`),
    );
  });

  it('squashes an AppImage whose desktop file keeps the sandbox and whose program is whole', () => {
    const image = join(packaged.folder, `${NAME}-${VERSION}-linux-x86_64.AppImage`);
    expect(readFileSync(image).subarray(0, RUNTIME.length).equals(RUNTIME)).toBe(true);
    const inside = (args: string[]) =>
      execFileSync('unsquashfs', ['-offset', String(RUNTIME.length), ...args], { encoding: 'utf8' });
    expect(inside(['-lc', image])).toContain('resources/app.asar');
    const desktop = inside(['-cat', image, `${NAME}.desktop`]);
    expect(desktop).toMatch(/^Exec=AppRun +%U$/m);
    expect(desktop).not.toContain('--no-sandbox');
  });

  function made(kind: string, suffix: string): string {
    const file =
      kind === 'deb' ? `${NAME}-${VERSION}-linux-amd64.deb` : `${NAME}-${VERSION}-linux-x86_64.rpm`;
    return join(packaged.folder, `${file}.${suffix}`);
  }
  function given(kind: string): string[] {
    return readFileSync(made(kind, 'arguments'), 'utf8').split('\0');
  }
  function value(kind: string, option: string): string | undefined {
    const all = given(kind);
    return all[all.indexOf(option) + 1];
  }
});

/** Everything a validator says; nothing means it is content. */
function complaints(command: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return stdout + stderr;
}
