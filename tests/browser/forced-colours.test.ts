import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { VIEWS, openView } from '../support/views.ts';
import { openFocusRingMeter, type FocusRingMeter } from './focus-ring.ts';

let browser: Browser;
let served: ServedLibrary;
let meter: FocusRingMeter;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
  meter = await openFocusRingMeter(browser);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.context().close());

const open = async (address: string, colorScheme: 'light' | 'dark', options = {}) =>
  (page = await openView(browser, served.origin + address, {
    forcedColors: 'active',
    colorScheme,
    ...options,
  }));

/** What tells an element from its like besides colours, which the system may take away. */
const shapeOf = (selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      const { borderTopWidth, borderTopStyle, textDecorationLine } = style;
      return { borderTopWidth, borderTopStyle, outline: style.outlineStyle, textDecorationLine };
    });

describe.each(['light', 'dark'] as const)('in forced colours, %s', (colorScheme) => {
  it.each(VIEWS)('%s: words, frames and pictures stand out from the ground', async (address) => {
    await open(address, colorScheme);
    expect(await page.evaluate(faint)).toEqual([]);
  });

  it('what is pressed, chosen and current differs in shape', async () => {
    await open('/search?q=lenin', colorScheme);
    expect(await shapeOf('aside button[aria-pressed=true]')).not.toEqual(
      await shapeOf('aside button[aria-pressed=false]'),
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.type('trotsk');
    await page.locator('.palette mark').first().waitFor();
    expect(await shapeOf('.palette [data-selected]')).not.toEqual(
      await shapeOf('.palette [data-command-item]:not([data-selected])'),
    );
    await page.context().close();
    await open('/stages/july-days', colorScheme);
    expect(await shapeOf('.strip a[aria-current] strong')).not.toEqual(
      await shapeOf('.strip a:not([aria-current]) strong'),
    );
    // Forced, a transparent border is drawn: only the current place may have its line.
    const lines = await page
      .locator('header nav a')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomColor));
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(lines.every((colour) => colour === ground)).toBe(true);
    await page.context().close();
    await open('/people', colorScheme);
    const current = await page
      .locator('header nav a[aria-current]')
      .evaluate((link) => getComputedStyle(link).borderBottomColor);
    expect(current).not.toBe(ground);
  });

  it('the focus shows on a link, a button, a field and in the header', async () => {
    await open('/search?q=lenin', colorScheme);
    for (const selector of ['.name', '.search', '.crumbs a', '#q', 'aside button', '.results a']) {
      await page.locator(selector).first().focus();
      expect(await meter.missing(page)).toBeUndefined();
    }
  });
});

it('the measure bites on a picture in a colour of its own', async () => {
  await open('/', 'light');
  await page.evaluate(() => document.documentElement.style.setProperty('--ink', '#fefefe'));
  expect((await page.evaluate(faint)).join()).toContain('svg');
});

describe('with reduced motion', () => {
  it.each(VIEWS)('%s: nothing moves', async (address) => {
    await open(address, 'light', { forcedColors: 'none', reducedMotion: 'reduce' });
    const moving = await page.evaluate(() => {
      // Planted: what a part may add later must be stilled too.
      document.querySelector<HTMLElement>('h1')!.style.transition = 'color 3s';
      return [...document.querySelectorAll('*')]
        .map((element) => ({ element, style: getComputedStyle(element) }))
        .filter(
          ({ style }) =>
            parseFloat(style.transitionDuration) > 0 ||
            parseFloat(style.animationDuration) > 0 ||
            style.scrollBehavior === 'smooth',
        )
        .map(({ element }) => element.outerHTML.slice(0, 80));
    });
    expect(moving).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

/** Runs in the page: text under WCAG's 4.5 and drawings under its 3, by the colours that are really used. */
function faint(): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
      value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high! + 0.05) / (low! + 0.05);
  };
  const groundOf = (element: Element | null): string => {
    if (!element) return getComputedStyle(document.body).backgroundColor;
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
  };
  const findings: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`;
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (hasText && contrast(style.color, groundOf(element)) < 4.5) findings.push(name);
    if (['BUTTON', 'INPUT', 'SELECT'].includes(element.tagName)) {
      if (contrast(style.borderTopColor, groundOf(element.parentElement)) < 3)
        findings.push(`frame of ${name}`);
    }
    if (element.closest('svg') && element.matches('.ink, .red, .wedge, .line, .ring, .thin, .bars')) {
      const paint = style.fill === 'none' ? style.stroke : style.fill;
      if (contrast(paint, groundOf(element.closest('svg'))) < 3) findings.push(`svg ${element.outerHTML}`);
    }
  }
  return findings;
}
