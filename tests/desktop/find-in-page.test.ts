import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDesktop, type Desktop } from './launch-desktop.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await launchDesktop({ args: ['october://stages/february'] });
  await desktop.page.locator('article').waitFor();
});
afterAll(() => desktop.close());

const status = () => desktop.page.locator('.find [role="status"]').innerText();
const currentText = () =>
  desktop.page.evaluate(() => [...(CSS.highlights.get('find-current') ?? [])].map(String).join('|'));

describe('find in page', () => {
  it('counts, marks, and walks round by Enter and by the menu', async () => {
    await desktop.choose('find');
    await desktop.page.getByLabel('Words to find').fill('PETROGRAD');
    await expect.poll(status).toMatch(/^\d+ of \d+$/);
    const total = Number((await status()).split(' of ')[1]);
    expect(total).toBeGreaterThan(3);
    expect(await desktop.page.evaluate(() => CSS.highlights.get('find')?.size)).toBe(total);
    expect((await currentText()).toLowerCase()).toBe('petrograd');
    const at = Number((await status()).split(' ')[0]);
    await desktop.page.keyboard.press('Shift+Enter');
    await expect.poll(status).toBe(`${at === 1 ? total : at - 1} of ${total}`);
    await desktop.choose('findNext');
    await expect.poll(status).toBe(`${at} of ${total}`);
    await desktop.choose('findPrevious');
    await desktop.choose('findNext');
    await expect.poll(status).toBe(`${at} of ${total}`);
  });

  it('finds words across a link, with any kind of space and without accents', async () => {
    const words = await desktop.page.locator('.prose p').first().innerText();
    const run = words.replace(/\s+/g, ' ').slice(0, 60);
    await desktop.page.getByLabel('Words to find').fill(run.toUpperCase());
    await expect.poll(status).toBe('1 of 1');
    await desktop.page.getByLabel('Words to find').fill('fébruary');
    await expect.poll(status).toMatch(/of/);
  });

  it('says when nothing is found, and the marks go with the bar', async () => {
    await desktop.page.getByLabel('Words to find').fill('zeppelin over the moon');
    await expect.poll(status).toBe('Not found');
    await desktop.page.keyboard.press('Escape');
    await desktop.page.locator('.find').waitFor({ state: 'detached' });
    expect(await desktop.page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});
