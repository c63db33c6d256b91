import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from 'app-builder-lib';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../support/served-library.ts';

const settings = parse(readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8')) as Configuration;
const program = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  version: string;
  desktopName: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('electron-builder.yml', () => {
  it('agrees with electron-builder’s own schema', async () => {
    await expect(validateConfiguration(settings, new DebugLogger(false))).resolves.toBeUndefined();
  });

  it.each([
    ['an unknown field', { ...settings, updater: true }, /updater/],
    ['a fuse that is no fuse', { ...settings, electronFuses: { runAsNod: false } }, /electronFuses/],
    ['a value of the wrong kind', { ...settings, linux: { mimeTypes: 'text/markdown' } }, /mimeTypes/],
  ])('is refused by that schema with %s', async (_what, planted, message) => {
    await expect(validateConfiguration(planted as Configuration, new DebugLogger(false))).rejects.toThrow(
      message,
    );
  });

  it('makes every installer that is promised', () => {
    expect(settings.win?.target).toEqual(['nsis', 'portable']);
    expect(settings.mac?.target).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
    expect(settings.linux?.target).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz']);
  });

  it('publishes nothing and carries no updater', () => {
    expect(settings.publish).toBeNull();
    const packages = Object.keys({ ...program.dependencies, ...program.devDependencies });
    expect(packages.filter((name) => name.includes('updater'))).toEqual([]);
  });

  it('installs on Windows for one reader, without an administrator', () => {
    expect(settings.nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
    });
    expect(settings.portable?.requestExecutionLevel).toBe('user');
  });

  it('never sends a program out without its sandbox', () => {
    // The AppImage tools before 1.0 put --no-sandbox into the desktop file.
    expect(settings.toolsets?.appimage).toMatch(/^[1-9]/);
    expect(JSON.stringify(settings)).not.toContain('no-sandbox');
  });

  it('names the same program as package.json and the AppStream data do', () => {
    expect(program.desktopName).toBe(`${settings.linux?.executableName}.desktop`);
    const metainfo = readFileSync(
      join(PROJECT, 'packaging', 'linux', `${settings.appId}.metainfo.xml`),
      'utf8',
    );
    expect(metainfo).toContain(`<id>${settings.appId}</id>`);
    expect(metainfo).toContain(`<launchable type="desktop-id">${program.desktopName}</launchable>`);
    expect(metainfo).toContain(`<release version="${program.version}"`);
  });

  it('offers itself for Markdown without taking it over', () => {
    expect(settings.fileAssociations).toEqual([
      expect.objectContaining({ ext: ['md', 'markdown'], role: 'Viewer', rank: 'Alternate' }),
    ]);
  });
});
