import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { VIEWS, openView } from '../support/views.ts';
import { lossesOf, spaceOut } from './layout-loss.ts';
import { findingsOf, walkByKey } from './tab-walk.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.context().close());

/** A window of 1280 by 800, and of 1280 by 1024, as it is seen at a zoom. */
const ZOOMS = [
  ['200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
] as const;

const open = async (address: string, options = {}) =>
  (page = await openView(browser, served.origin + address, options));
/** Everything that keeps its place while the page scrolls. */
const stuck = () =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))
      .map((element) => element.className),
  );

describe.each(ZOOMS)('at %s', (_, options) => {
  it.each(VIEWS)('%s loses nothing, is spaced out without loss, and is walked by Tab', async (address) => {
    await open(address, options);
    expect(await lossesOf(page)).toEqual([]);
    expect(await stuck()).toEqual([]);
    expect(findingsOf(await walkByKey(page, 'Tab'))).toEqual([]);
    await spaceOut(page);
    expect(await lossesOf(page)).toEqual([]);
  });

  it('the palette shows its field, its choice and its count', async () => {
    await open('/timeline', options);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('trotsk');
    await page.locator('.palette mark').first().waitFor();
    for (const spaced of [false, true]) {
      if (spaced) await spaceOut(page);
      expect(await lossesOf(page)).toEqual([]);
      await page.keyboard.press('ArrowDown');
      const chosen = await page.locator('.palette [data-selected]').boundingBox();
      const list = await page.locator('.palette [data-command-list]').boundingBox();
      const palette = await page.locator('.palette').boundingBox();
      expect(palette!.y + palette!.height).toBeLessThanOrEqual(options.viewport.height);
      // The choice is scrolled to: at least a line of it shows.
      expect(chosen!.y).toBeLessThan(list!.y + list!.height - 24);
      expect(chosen!.y + chosen!.height).toBeGreaterThan(list!.y + 24);
      expect(list!.height).toBeGreaterThan(72);
    }
    await page.locator('.palette .status').getByText('results').waitFor();
  });
});

it.each(VIEWS)('%s is spaced out without loss in a wide window', async (address) => {
  await open(address);
  expect(await lossesOf(page)).toEqual([]);
  await spaceOut(page);
  expect(await lossesOf(page)).toEqual([]);
});

describe('the measure of loss bites', () => {
  it('on cut text, overlaid text, a wide page and a bar that sticks', async () => {
    await open('/people/leon-trotsky', ZOOMS[1][1]);
    await page.evaluate(() => {
      const lede = document.querySelector<HTMLElement>('.lede')!;
      lede.style.cssText = 'height: 2rem; overflow: hidden';
      document.querySelector<HTMLElement>('.facts')!.style.marginBlockStart = '-4rem';
      document.querySelector<HTMLElement>('.kind')!.style.width = '40rem';
      document.querySelector<HTMLElement>('header')!.style.cssText = 'position: sticky; top: 0';
    });
    const findings = (await lossesOf(page)).join('\n');
    expect(findings).toContain('is cut off');
    expect(findings).toContain('runs over');
    expect(findings).toContain('wide in a window of 320');
    expect(findings).toContain('what sticks takes');
  });
});
