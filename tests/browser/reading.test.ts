import { AxeBuilder } from './axe.ts';
import type { Browser, Page } from 'playwright-core';
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
afterEach(() => page.context().close());

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  page = await context.newPage();
  await page.goto(served.origin + path);
  await page.locator('main h1').waitFor();
  return page;
}

describe('the reader', () => {
  it('shows the home page: stages, people with epigraphs, guides', async () => {
    await open('/');
    expect(await page.title()).toBe('In Defence of October');
    await page.getByText('Study the lessons of the Russian Revolution').waitFor();
    expect(await page.locator('.strip li').count()).toBe(6);
    expect(await page.locator('blockquote').count()).toBe(6);
    expect(await page.locator('.guides li').count()).toBe(6);
  });

  it('follows a thread by keyboard alone, moving the focus to each heading', async () => {
    await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
    await page.locator('.strip a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/stages/february');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('The February Revolution');
    await page.locator('.prose a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/stages/february');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('restores the scroll position when going back', async () => {
    await open('/timeline?view=table');
    await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 2400)));
    const link = page.locator('.dated a').nth(20);
    // Where the link stands is what the reader sees; the browser itself moves the rest when something above it changes.
    const place = () => link.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await link.evaluate((element: HTMLElement) => {
      const { top } = element.getBoundingClientRect();
      element.click();
      return Math.round(top);
    });
    await page.waitForURL('**/events/**');
    await page.locator('article').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.locator('.jump').waitFor();
    await expect.poll(place).toBe(before);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await page.goForward();
    await page.locator('article').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  });

  it('shows both calendars beside a date, breadcrumbs, neighbours, back-links and contents', async () => {
    await open('/events/order-no-1');
    expect((await page.locator('.facts').innerText()).replaceAll('\u00a0', ' ')).toContain(
      '1 March 1917 (14 March 1917 N.S.)',
    );
    expect(await page.locator('.crumbs li').allInnerTexts()).toEqual(['Home', 'Events', 'Order No. 1']);
    expect(await page.locator('.neighbours a').count()).toBe(2);
    expect(await page.locator('.backlinks a').count()).toBeGreaterThan(2);
    await page.goto(`${served.origin}/stages/february`);
    await page.locator('article').waitFor();
    expect(await page.locator('.toc li').count()).toBeGreaterThan(3);
  });

  it('goes to a paragraph by its number and keeps the number in the address', async () => {
    await open('/stages/february');
    await page.getByLabel('Go to paragraph').fill('9');
    await page.keyboard.press('Enter');
    await page.waitForURL('**#p9');
    expect(await page.locator('#p9').evaluate((node) => node.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
  });

  it('filters and sorts a list, and keeps both in the address', async () => {
    await open('/works');
    const all = await page.locator('.entries li').count();
    await page.getByLabel('Filter by word').fill('rabinowitch');
    await expect.poll(() => page.locator('.entries li').count()).toBeLessThan(all);
    expect(page.url()).toContain('filter=rabinowitch');
    await page.getByLabel('Filter by word').fill('');
    await page.getByLabel('Sort by').selectOption('title');
    const titles = await page.locator('.entries li > a').allInnerTexts();
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b)));
  });

  it('marks the language of a Spanish article', async () => {
    await open('/articles/delincuentes-sanitarios');
    expect(await page.locator('article').getAttribute('lang')).toBe('es');
    expect(await page.locator('.petition tbody tr').count()).toBeGreaterThan(5);
  });

  it.each(['/people/kerenski', '/nowhere', '/people/a/b'])('shows a helpful page at %s', async (path) => {
    await open(path);
    expect(await page.locator('main').innerText()).toContain('There is nothing in the library at');
    expect(await page.getByRole('link', { name: 'Go to the home page' }).count()).toBe(1);
    if (path.includes('kerenski')) await page.getByRole('link', { name: /Alexander Kerensky/ }).waitFor();
  });

  it('remembers the theme', async () => {
    await open('/');
    await page.goto(served.entry);
    await page.locator('main h1').waitFor();
    expect(page.url()).toBe(`${served.origin}/`);
    await page.getByRole('button', { name: /Theme/ }).click();
    await page.getByRole('button', { name: /Theme/ }).click();
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  const PAGES = [
    '/',
    '/timeline',
    '/people',
    '/stages/july-days',
    '/events/order-no-1',
    '/people/leon-trotsky',
    '/works/april-theses',
    '/guides/the-july-days-1917',
    '/articles/delincuentes-sanitarios',
    '/search?q=lenin',
    '/nowhere',
  ];
  it.each(PAGES)('%s fits 390 and 1920 pixels, and axe finds nothing in either theme', async (path) => {
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1920, 'dark'],
    ] as const) {
      await open(path, { viewport: { width, height: 844 }, colorScheme });
      await page.waitForTimeout(150);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await AxeBuilder.violations(page)).toEqual([]);
      if (width === 390) await page.context().close();
    }
  });
});
