import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  PORTABLE_FOLDER,
  chooseDataFolder,
  rememberDataFolder,
  usualFolder,
  type Surroundings,
} from '../../main/data/data-folder.ts';
import { openSettings } from '../../main/settings/settings-store.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'october-kept-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'settings.json');

describe('the settings', () => {
  it('have sensible values without a file, and write none until something is changed', () => {
    const { current, notices } = openSettings(folder);
    expect(current).toEqual({
      theme: 'system',
      typeSize: 100,
      face: 'serif',
      calendarFirst: 'lived',
      paper: 'a4',
      startPage: 'home',
    });
    expect(notices).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('come back after a restart, and listeners hear of a change', () => {
    const settings = openSettings(folder);
    const heard: string[] = [];
    settings.onChange(({ theme }) => heard.push(theme));
    settings.change({ theme: 'dark', typeSize: 150 });
    expect(heard).toEqual(['dark']);
    expect(openSettings(folder).current).toMatchObject({ theme: 'dark', typeSize: 150, face: 'serif' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each([
    ['half a file', '{"theme": "dark'],
    ['an empty file', ''],
    ['another kind of file', 'PK\u0003\u0004'],
    ['a list', '[1, 2]'],
  ])('set %s aside, say so, and go on', (_name, text) => {
    writeFileSync(file(), text);
    const { current, notices, change } = openSettings(folder);
    expect(current.theme).toBe('system');
    expect(notices.join()).toContain('settings.json is damaged');
    expect(readdirSync(folder).join()).toMatch(/settings\.damaged-\w+\.json/);
    change({ theme: 'light' });
    expect(openSettings(folder)).toMatchObject({ current: { theme: 'light' }, notices: [] });
  });

  it('replace only the field that is wrong, keep a copy, and keep what a later version wrote', () => {
    writeFileSync(file(), '{"theme": "purple", "typeSize": 130, "voice": "alto"}');
    const settings = openSettings(folder);
    expect(settings.current).toMatchObject({ theme: 'system', typeSize: 130 });
    expect(settings.notices[0]).toContain('"theme" was not understood');
    expect(readdirSync(folder)).toHaveLength(2);
    settings.change({ face: 'sans' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ voice: 'alto', face: 'sans' });
  });

  it('change nothing when they cannot be saved', () => {
    mkdirSync(file());
    const settings = openSettings(folder);
    expect(settings.notices.join()).toContain('cannot be read (EISDIR)');
    expect(() => settings.change({ theme: 'dark' })).toThrow();
    expect(settings.current.theme).toBe('system');
  });
});

describe('the data folder', () => {
  const linux = (more: Partial<Surroundings> = {}): Surroundings => ({
    platform: 'linux',
    env: {},
    executable: join(folder, 'app', 'program'),
    home: join(folder, 'home'),
    ...more,
  });

  it.each([
    ['win32', { APPDATA: 'C:\\Roaming' }, /Roaming.In Defence of October$/],
    ['darwin', {}, /Library.Application Support.In Defence of October$/],
    ['linux', {}, /\.config.In Defence of October$/],
    ['linux', { XDG_CONFIG_HOME: '/xdg' }, /^\/xdg.In Defence of October$/],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, /\.config.In Defence of October$/],
  ] as const)('is usually where %s keeps such things', (platform, env, expected) => {
    expect(usualFolder(linux({ platform, env }))).toMatch(expected);
  });

  it('is beside the program when a folder of its name stands there, as on a USB stick', () => {
    const beside = join(folder, 'app', PORTABLE_FOLDER);
    expect(chooseDataFolder(linux()).portable).toBe(false);
    mkdirSync(beside, { recursive: true });
    expect(chooseDataFolder(linux())).toEqual({ path: beside, portable: true });
    const inMac = linux({ platform: 'darwin', executable: join(folder, 'app', 'X.app/Contents/MacOS/X') });
    expect(chooseDataFolder(inMac)).toEqual({ path: beside, portable: true });
    const appImage = linux({
      executable: '/tmp/.mount/x',
      env: { APPIMAGE: join(folder, 'app', 'X.AppImage') },
    });
    expect(chooseDataFolder(appImage)).toEqual({ path: beside, portable: true });
  });

  it('is beside the portable program for Windows, which says where that is', () => {
    const from = linux({ platform: 'win32', env: { PORTABLE_EXECUTABLE_DIR: folder } });
    expect(chooseDataFolder(from)).toEqual({ path: join(folder, PORTABLE_FOLDER), portable: true });
  });

  it('is the one the reader chose, from the next start on', () => {
    const other = join(folder, 'other');
    rememberDataFolder(other, linux());
    expect(chooseDataFolder(linux())).toEqual({ path: other, portable: false });
  });

  it('is the one asked for on the command line before all others', () => {
    expect(chooseDataFolder(linux({ asked: '/asked' })).path).toBe('/asked');
  });
});
