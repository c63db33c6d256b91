import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { VIEWS, openView } from '../support/views.ts';
import { openFocusRingMeter, type FocusRingMeter } from './focus-ring.ts';
import { findingsOf, walkByKey, type Stop } from './tab-walk.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
let meter: FocusRingMeter;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
  meter = await openFocusRingMeter(browser);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.context().close());

const open = async (address: string, options = {}) =>
  (page = await openView(browser, served.origin + address, options));
const focusedText = () => page.evaluate(() => document.activeElement?.textContent?.trim());

describe('by Tab alone', () => {
  /** Stops that look alike when focused are looked at once, on whichever view they are met first. */
  const seen = new Set<string>();

  it.each(VIEWS)('%s is walked whole in reading order, seen at every stop, and back', async (address) => {
    await open(address);
    const forward = await walkByKey(page, 'Tab');
    expect(findingsOf(forward)).toEqual([]);
    expect(await unreached(forward)).toEqual([]);
    const backward = await walkByKey(page, 'Shift+Tab');
    expect(backward.flatMap(({ name, hidden }) => (hidden ? [`${name} ${hidden}`] : []))).toEqual([]);
    expect(backward.map(({ index }) => index).reverse()).toEqual(forward.map(({ index }) => index));

    const fresh = forward.filter(({ signature }) => !seen.has(signature) && seen.add(signature));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await withoutRing(fresh)).toEqual([]);
    }
  });

  it('has met every kind of stop', () => {
    expect(seen.size).toBeGreaterThan(25);
  });
});

/** What can be pressed or filled in and was not reached. */
function unreached(stops: readonly Stop[]): Promise<string[]> {
  const reached = stops.map(({ index }) => index);
  return page.evaluate((indexes) => {
    const order = [...document.querySelectorAll('*')];
    return (
      [...document.querySelectorAll('a[href], button, input, select, summary, [role=button]')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // A group of radio buttons is one stop: the arrow keys go on from the one that is chosen.
        .filter((element) => !element.matches('input[type=radio]:not(:checked)'))
        .filter((element) => !indexes.includes(order.indexOf(element)))
        .map((element) => element.outerHTML.slice(0, 120))
    );
  }, reached);
}

/** The stops of which no ring was painted that can be told from what is behind it. */
async function withoutRing(stops: readonly Stop[]): Promise<string[]> {
  const findings: string[] = [];
  for (const { index, name, signature } of stops) {
    await page.evaluate((at) => {
      // The type of TypeScript's library lacks what the standard has.
      const visibly = { focusVisible: true } as FocusOptions;
      document.querySelectorAll<HTMLElement>('*')[at]?.focus(visibly);
    }, index);
    const finding = await meter.missing(page);
    if (finding) findings.push(`${name} (${signature}): ${finding}`);
  }
  return findings;
}

describe('the walk bites', () => {
  it('on a covered stop, a stop without a ring, and an order that is not the reading order', async () => {
    await open('/people');
    await page.evaluate(() => {
      const [first, second, third] = document.querySelectorAll<HTMLElement>('.entries li > a');
      first!.style.outline = 'none';
      second!.tabIndex = 1;
      const cover = document.createElement('div');
      cover.style.cssText = 'position:absolute;inset:0;background:#000';
      third!.parentElement!.style.position = 'relative';
      third!.parentElement!.append(cover);
    });
    const findings = findingsOf(await walkByKey(page, 'Tab')).join('\n');
    expect(findings).toContain('has an outline of 0px');
    expect(findings).toContain('is covered by <div>');
    expect(findings).toContain('in the document');
  });

  it('on a ring that is there but cannot be told from what is behind it', async () => {
    await open('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await meter.missing(page)).toBeUndefined();
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('header')!.style.setProperty('--focus', '#333'),
    );
    expect(await meter.missing(page)).toContain('pixels of its ring show');
  });
});

describe('the skip link', () => {
  it('leads past the header, and the next Tab goes on from there', async () => {
    await open('/people/leon-trotsky');
    await page.keyboard.press('Tab');
    expect(await focusedText()).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
});

describe('the palette', () => {
  it('keeps the focus while it is open, and gives it back to what opened it', async () => {
    await open('/people');
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.palette input').waitFor();
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.closest('.palette') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.palette').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('search');
  });

  it('opened by its shortcut gives the focus back to the link that had it', async () => {
    await open('/people');
    await page.locator('.entries a').nth(3).focus();
    const before = await focusedText();
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.palette').count()).toBe(0);
    await expect.poll(focusedText).toBe(before);
  });

  it('offers a spelling that Tab reaches and Enter takes', async () => {
    await open('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('kerenskj');
    await page.locator('.palette .status button').waitFor();
    await page.keyboard.press('Tab');
    expect(await focusedText()).toBe('kerensky');
    await page.keyboard.press('Enter');
    await page.locator('.palette [data-selected]', { hasText: 'Kerensky' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });
});
