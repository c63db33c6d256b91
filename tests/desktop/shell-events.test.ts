/** What the system does to the program, played by the stand-in: gestures, crashes, the right mouse button. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContextMenuParams } from 'electron';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';
import type { StandIn } from './stand-in/control.ts';

let desktop: Desktop;
let standIn: StandIn | undefined;
let home: string;
beforeAll(async () => {
  // The folder chosen later is remembered in the usual place, which must not be the tester's own.
  home = await mkdtemp(join(tmpdir(), 'october-home-'));
  process.env['XDG_CONFIG_HOME'] = home;
  desktop = await launchDesktop();
  ({ standIn } = desktop);
  await desktop.page.locator('main h1').waitFor();
});
afterAll(async () => {
  await desktop.close();
  await rm(home, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('the shell', () => {
  beforeEach(({ skip }) => {
    if (!standIn) skip('only the stand-in can play the system');
  });
  const window = () => {
    const [first] = standIn?.record.windows ?? [];
    if (!first) throw new Error('there is no window');
    return first;
  };
  const title = (name: string) => desktop.page.getByRole('heading', { level: 1, name }).waitFor();
  const log = () => readFile(join(desktop.dataFolder, 'logs', 'main.log'), 'utf8');

  it.each([
    [
      'the mouse’s side buttons',
      () => window().emit('app-command', event, 'browser-backward'),
      () => window().emit('app-command', event, 'browser-forward'),
    ],
    ['a swipe', () => window().emit('swipe', event, 'left'), () => window().emit('swipe', event, 'right')],
  ])('goes back and forward by %s', async (_name, back, forward) => {
    await desktop.choose('people');
    await title('People');
    await desktop.choose('timeline');
    await title('Timeline');
    back();
    await title('People');
    forward();
    await title('Timeline');
  });

  it('zooms by the wheel and by the menu, within bounds, in every window', async () => {
    const { webContents } = window();
    webContents.emit('zoom-changed', event, 'in');
    expect(webContents.zoomLevel).toBe(0.5);
    for (let i = 0; i < 20; i += 1) await desktop.choose('zoomIn');
    expect(webContents.zoomLevel).toBe(5);
    await desktop.choose('actualSize');
    expect(webContents.zoomLevel).toBe(0);
    await desktop.choose('zoomOut');
    expect(webContents.zoomLevel).toBe(-0.5);
    await desktop.choose('actualSize');
  });

  it('offers a reload when a page has died or hangs, and writes it to the log', async () => {
    standIn?.record.answers.push({ response: 0 }, { response: 1 });
    window().webContents.emit('render-process-gone', event, { reason: 'oom', exitCode: 5 });
    await title('Timeline');
    window().emit('unresponsive');
    expect(standIn?.record.asked.slice(-2).map(({ message }) => message)).toEqual([
      'The window stopped working',
      'The window does not answer',
    ]);
    await expect.poll(log).toContain('window ended: oom (5)');
    await title('Timeline');
  });

  it('writes errors of the window and of the program to the log that About shows', async () => {
    await desktop.page.evaluate(() => console.error('planted in the window'));
    standIn?.app.emit('child-process-gone', event, { type: 'Utility', reason: 'crashed', exitCode: 1 });
    await expect.poll(log).toContain('planted in the window');
    await expect.poll(log).toContain('Utility process ended: crashed (1)');
    await desktop.choose('about');
    await desktop.page.getByText('planted in the window').waitFor();
    await desktop.page.keyboard.press('Escape');
    await desktop.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  describe('under the right mouse button', () => {
    const menuFor = (params: Partial<ContextMenuParams>) => {
      const usual = { linkURL: '', selectionText: '', isEditable: false, editFlags: {} };
      const before = standIn?.record.contextMenus.length;
      window().webContents.emit('context-menu', event, { ...usual, ...params });
      return standIn?.record.contextMenus.slice(before)[0];
    };
    const labels = (params: Partial<ContextMenuParams>) =>
      menuFor(params)?.map(({ label, role, type }) => label ?? role ?? type);

    it('offers for a link to open it in another window and to copy it as a link of the program', async () => {
      const linkURL = 'archive://library/stages/february#p3';
      const [open, copy] = menuFor({ linkURL }) ?? [];
      copy?.click?.(undefined as never, undefined, undefined as never);
      expect(standIn?.record.clipboard).toBe('october://stages/february#p3');
      open?.click?.(undefined as never, undefined, undefined as never);
      await expect.poll(async () => (await desktop.pages()).length).toBe(2);
      await (await desktop.pages())[1]?.locator('#p3').waitFor();
      await desktop.choose('closeWindow');
    });

    it('offers for words to copy them and to search for them', async () => {
      const [copy, search] = menuFor({ selectionText: '  Milyukov & Co  ' }) ?? [];
      expect(copy?.role).toBe('copy');
      expect(search?.label).toBe('Search the Library for “Milyukov && Co”');
      search?.click?.(undefined as never, undefined, undefined as never);
      await desktop.page.waitForURL((url) => url.searchParams.get('q') === 'Milyukov & Co');
    });

    it('offers in a field what can be done in a field, and nothing where nothing can', () => {
      expect(labels({ isEditable: true })).toEqual(['cut', 'copy', 'paste', 'selectAll']);
      expect(labels({})).toBeUndefined();
      expect(labels({ linkURL: 'https://example.org/' })).toBeUndefined();
    });
  });

  it('moves to another data folder: copies what is kept, deletes nothing, and restarts when asked', async () => {
    const other = join(home, 'other');
    await mkdir(other);
    await desktop.choose('dark');
    await expect.poll(() => readdir(desktop.dataFolder)).toContain('settings.json');
    await writeFile(join(desktop.dataFolder, 'Cookies'), 'not ours to copy');
    standIn?.record.answers.push({ filePaths: [other] }, { response: 0 });
    await desktop.choose('settings');
    await desktop.page.getByRole('button', { name: 'Choose another…' }).click();
    await expect.poll(() => standIn?.record.quit).toBe(1);
    expect(await readdir(other)).toContain('settings.json');
    expect(await readdir(other)).not.toContain('Cookies');
    expect(await readdir(desktop.dataFolder)).toContain('settings.json');
    const pointer = join(home, 'In Defence of October', 'data-folder.txt');
    expect(await readFile(pointer, 'utf8')).toBe(`${other}\n`);
  });

  it('says why a data folder cannot be used', async () => {
    standIn?.record.answers.push({ filePaths: [join(home, 'missing')] });
    await desktop.page.getByRole('button', { name: 'Choose another…' }).click();
    await expect.poll(() => standIn?.record.asked.at(-1)?.message).toBe('This folder cannot be used');
    expect(standIn?.record.asked.at(-1)?.detail).toContain('ENOENT');
  });
});

const event = { preventDefault: () => undefined };
