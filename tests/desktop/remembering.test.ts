import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
let first: Desktop;
beforeAll(async () => {
  first = desktop = await launchDesktop();
  await desktop.page.locator('main h1').waitFor();
});
afterAll(async () => {
  if (desktop !== first) await desktop.close();
  await first.close();
});

/** Ends the program and starts it again with the same data folder. */
async function restart(args: string[] = []): Promise<void> {
  const { standIn } = desktop;
  if (standIn) for (const window of [...standIn.record.windows]) window.close();
  else await desktop.close();
  desktop = await launchDesktop({ dataFolder: first.dataFolder, args });
  await desktop.page.locator('main h1').waitFor();
}

const stored = async (name: string) =>
  JSON.parse(await readFile(join(first.dataFolder, name), 'utf8')) as Record<string, unknown>;

describe('what is remembered', () => {
  it('settings, chosen by the keyboard on the settings page', async () => {
    await desktop.choose('settings');
    await desktop.page.getByRole('radio', { name: 'Dark' }).focus();
    await desktop.page.keyboard.press('Space');
    await desktop.page.getByRole('radio', { name: 'New Style, as today' }).check();
    await desktop.page.getByRole('radio', { name: 'The page read last' }).check();
    await expect
      .poll(() => stored('settings.json'))
      .toMatchObject({
        theme: 'dark',
        calendarFirst: 'ns',
        startPage: 'last',
      });
    if (desktop.standIn) expect(desktop.standIn.nativeTheme.themeSource).toBe('dark');
  });

  it('the page read last, the window’s size and place, and the zoom', async () => {
    await desktop.choose('zoomIn');
    await desktop.page.evaluate(() => location.assign('/events/order-no-1'));
    await desktop.page.locator('article').waitFor();
    expect(await desktop.page.locator('.facts').innerText()).toMatch(/14 March 1917 N\.S\. \(1 March 1917/);
    if (desktop.standIn) {
      const [window] = desktop.standIn.record.windows;
      if (window) window.bounds = { x: 90, y: 70, width: 1000, height: 700 };
    }
    await restart();
    expect(new URL(desktop.page.url()).pathname).toBe('/events/order-no-1');
    expect(await desktop.page.locator('html').getAttribute('data-theme')).toBe('dark');
    if (!desktop.standIn) return;
    const [window] = desktop.standIn.record.windows;
    expect(window?.options).toMatchObject({ x: 90, y: 70, width: 1000, height: 700 });
    expect(window?.webContents.zoomLevel).toBe(0.5);
  });

  it('the entries read, in the menu', async ({ skip }) => {
    await expect
      .poll(() => stored('recent.json'))
      .toEqual({
        entries: [{ address: '/events/order-no-1', title: 'Order No. 1' }],
      });
    if (!desktop.standIn) return skip();
    const labels = JSON.stringify(desktop.standIn.record.menu);
    expect(labels).toContain('"label":"Order No. 1"');
    await desktop.choose('clearRecent');
    expect(await stored('recent.json')).toEqual({ entries: [] });
  });

  it('nothing is lost or broken by damaged files: they are set aside, and the reader is told', async ({
    skip,
  }) => {
    if (!desktop.standIn) return skip();
    for (const name of ['settings', 'recent']) {
      await writeFile(join(first.dataFolder, `${name}.json`), '{"theme": "da');
    }
    await restart();
    await desktop.page.getByText('settings.json is damaged').waitFor();
    const files = await readdir(first.dataFolder);
    expect(files.filter((name) => name.includes('.damaged-'))).toHaveLength(2);
    await desktop.page.getByRole('button', { name: 'Close this message' }).click();
    await desktop.choose('dark');
    await expect.poll(() => stored('settings.json')).toMatchObject({ theme: 'dark' });
  });

  it('brings a window back from a screen that is gone', async ({ skip }) => {
    if (!desktop.standIn) return skip();
    const { record } = desktop.standIn;
    if (record.windows[0]) record.windows[0].bounds = { x: 2500, y: 100, width: 1000, height: 700 };
    await restart();
    expect(record.windows[0]?.options).toMatchObject({ x: 300, y: 150, width: 1000, height: 700 });
  });
});
