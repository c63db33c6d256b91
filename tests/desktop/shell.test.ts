import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await launchDesktop();
  process.stdout.write(`The desktop specs run in ${desktop.mode}.\n`);
  await desktop.page.locator('main h1').waitFor();
});
afterAll(() => desktop.close());

describe('the desktop entry', () => {
  it('opens a window that shows the library', async () => {
    expect(await desktop.page.title()).toBe('In Defence of October');
    expect(await desktop.page.locator('.strip li').count()).toBe(6);
    if (desktop.standIn) expect(desktop.standIn.record.windows[0]?.visible).toBe(true);
  });

  it('answers a search', async () => {
    await desktop.page.keyboard.press('Control+k');
    await desktop.page.getByRole('combobox').fill('kerensky');
    await desktop.page.locator('.palette [data-command-item]', { hasText: 'Alexander Kerensky' }).waitFor();
    await desktop.page.keyboard.press('Escape');
  });

  it('walks to an entry and back inside the archive, by the menu', async () => {
    await desktop.page.locator('.strip a').first().click();
    await desktop.page.locator('article').waitFor();
    await desktop.choose('back');
    await desktop.page.locator('.strip').first().waitFor();
    await desktop.choose('forward');
    await desktop.page.locator('article').waitFor();
  });

  it.each([
    ['timeline', '/timeline'],
    ['people', '/people'],
    ['guides', '/guides'],
    ['works', '/works'],
    ['terms', '/terms'],
    ['live', '/live'],
    ['map', '/map'],
    ['settings', '/settings'],
    ['handbook', '/pages/handbook'],
    ['licences', '/licences'],
    ['home', '/'],
  ])('goes by the menu item %s to %s', async (item, address) => {
    await desktop.choose(item);
    await desktop.page.waitForURL((url) => url.pathname === address);
    await desktop.page.locator('main h1').waitFor();
    expect(await desktop.page.locator('main .eyebrow').count()).toBe(0);
  });

  it('opens the search from the menu', async () => {
    await desktop.choose('search');
    await desktop.page.getByRole('combobox').waitFor();
    await desktop.page.keyboard.press('Escape');
  });

  it('opens another window beside the first, and tells it of changed settings', async () => {
    await desktop.choose('newWindow');
    await expect.poll(async () => (await desktop.pages()).length).toBe(2);
    const [first, second] = await desktop.pages();
    await second?.locator('main h1').waitFor();
    await desktop.choose('dark');
    for (const page of [first, second]) {
      await expect.poll(() => page?.locator('html').getAttribute('data-theme')).toBe('dark');
    }
    await desktop.choose('system');
    await desktop.choose('closeWindow');
    await expect.poll(async () => (await desktop.pages()).length).toBe(1);
    if (!desktop.standIn) return;
    const [window] = desktop.standIn.record.windows;
    expect(window?.options.width).toBe(1280);
    window?.focus();
  });

  it('changes the size of the type by the menu and keeps it within bounds', async () => {
    const size = () => desktop.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const usual = parseFloat(await size());
    await desktop.choose('larger');
    await expect.poll(async () => parseFloat(await size())).toBeCloseTo(usual * 1.15, 1);
    for (let i = 0; i < 10; i += 1) await desktop.choose('larger');
    await expect.poll(async () => parseFloat(await size())).toBeCloseTo(usual * 2, 1);
    await desktop.choose('usual');
    await expect.poll(async () => parseFloat(await size())).toBeCloseTo(usual, 1);
  });

  it('shows the About window, with the log that can be copied', async () => {
    await desktop.choose('about');
    const dialog = desktop.page.getByRole('dialog');
    await dialog.getByText(desktop.dataFolder).waitFor();
    await dialog.getByRole('button', { name: 'Copy all this with the log' }).click();
    await dialog.getByText('Copied.').waitFor();
    if (desktop.standIn) expect(desktop.standIn.record.clipboard).toContain(desktop.dataFolder);
    await desktop.page.keyboard.press('Escape');
  });
});
