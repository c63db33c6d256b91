import type { Browser, Page } from 'playwright-core';
import { AxeBuilder } from './axe.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.close());

async function open(path: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(served.origin + path);
  await page.locator('main h1').waitFor();
}

describe('searching', () => {
  it('answers in the palette while typing, chooses by arrow keys and opens by Enter', async () => {
    await open('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('trotsk');
    await page.locator('.palette mark').first().waitFor();
    await page.locator('.palette [data-selected]', { hasText: 'Leon Trotsky' }).waitFor();
    expect(await AxeBuilder.violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/people/leon-trotsky');
    expect(await page.locator('.palette').count()).toBe(0);
  });

  it('closes the palette by Escape and gives the focus back', async () => {
    await open('/');
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.palette').count()).toBe(0);
  });

  it('answers on its page while typing, with facets that can be chosen', async () => {
    await open('/search');
    await page.getByRole('searchbox').fill('soldiers');
    await page.locator('.results li').first().waitFor();
    expect(page.url()).toContain('q=soldiers');
    await page.getByRole('button', { name: /^Works/ }).click();
    await expect
      .poll(() => page.locator('.results .kind').allInnerTexts())
      .toSatisfy((kinds: string[]) => kinds.every((kind) => kind.startsWith('Work')));
    await page.reload();
    expect(await page.getByRole('button', { name: /^Works/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('walks from the field through the results by arrow keys', async () => {
    await open('/search?q=kronstadt');
    await page.locator('.results a').first().waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.results') !== null)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/search');
  });

  it('suggests a spelling, and says what is wrong with a filter', async () => {
    await open('/search?q=kerenskj');
    await page.getByRole('link', { name: 'kerensky' }).click();
    await page.locator('.results li').first().waitFor();
    await page.getByRole('searchbox').fill('kind:poem');
    await page.getByText('is no kind of entry').waitFor();
  });
});
