import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { VIEWS, openView } from '../support/views.ts';
import { accessibilityTree, findingsInTree } from './accessibility-tree.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.context().close());

const open = async (address: string) => (page = await openView(browser, served.origin + address));
const named = async (role: string) =>
  (await accessibilityTree(page)).filter((node) => node.role === role).map(({ name }) => name);

describe('a screen reader is told', () => {
  it.each(VIEWS)('%s: landmarks, headings and names', async (address) => {
    await open(address);
    const tree = await accessibilityTree(page);
    expect(findingsInTree(tree)).toEqual([]);
    expect(tree.some(({ role }) => role === 'list')).toBe(true);
  });

  it('bites on an unnamed landmark, a skipped level and a bare button', async () => {
    await open('/people');
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = '×';
      const heading = document.createElement('h4');
      heading.textContent = 'Planted';
      document.querySelector('main .page')!.append(document.createElement('aside'), heading, button);
    });
    expect(findingsInTree(await accessibilityTree(page))).toEqual([
      'a complementary “” without a name',
      '“Planted” skips to level 4',
      'a button without a name',
    ]);
  });

  it('every list of an entry as a list, and how long it is', async () => {
    await open('/places/petrograd');
    const lists = await page.evaluate(() =>
      [...document.querySelectorAll('main a')]
        .filter((link) => !link.closest('li, p, dd, h1, h2, h3, figcaption, .neighbours, td'))
        .map((link) => link.outerHTML),
    );
    expect(lists).toEqual([]);
    const items = await page.locator('.backlinks li').count();
    expect(items).toBe(await page.locator('.backlinks a').count());
  });

  it('days with their year, their calendar in words, and one date for machines', async () => {
    for (const address of ['/timeline', '/people/leon-trotsky', '/events/order-no-1']) {
      await page?.context().close();
      await open(address);
      const dates = await page.evaluate(() =>
        [...document.querySelectorAll('.date')].map((date) => ({
          times: [...date.querySelectorAll('time')].map(({ textContent, dateTime }) => [
            textContent,
            dateTime,
          ]),
          calendars: [...date.querySelectorAll('abbr')].map(({ textContent, title }) => [textContent, title]),
        })),
      );
      expect(dates.length).toBeGreaterThan(0);
      for (const { times, calendars } of dates) {
        for (const [text, machine] of times) {
          expect(text).toMatch(/\d{4}/);
          expect(machine).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
        }
        for (const [short, title] of calendars) {
          expect(title).toBe(short === 'N.S.' ? 'New Style' : 'Old Style');
        }
      }
    }
  });

  it('the stage it is in, and the page it is on', async () => {
    await open('/stages/july-days');
    const current = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-current]')].map((element) => element.getAttribute('aria-current')),
    );
    expect(current).toEqual(['page', 'step']);
    expect(await named('navigation')).toContain('Six stages of a revolution');
  });
});

describe('what changes is announced', () => {
  it('the palette as a combobox with its choice, and the count politely', async () => {
    await open('/');
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    const combobox = async () => {
      const tree = await accessibilityTree(page);
      return tree.find(({ role }) => role === 'combobox');
    };
    expect(await named('dialog')).toEqual(['Go to an entry']);
    const closed = await combobox();
    expect(closed).toMatchObject({ name: 'Search the library', properties: { expanded: false } });
    await page.keyboard.type('trotsk');
    await page.locator('.palette mark').first().waitFor();
    expect((await combobox())?.properties).toMatchObject({ expanded: true, focused: true });
    const chosen = () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
        const option = document.getElementById(id);
        return { role: option?.role, selected: option?.ariaSelected, text: option?.innerText };
      });
    expect(await chosen()).toMatchObject({ role: 'option', selected: 'true' });
    const first = (await chosen()).text;
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toMatchObject({ role: 'option', selected: 'true' });
    expect((await chosen()).text).not.toBe(first);
    const live = page.locator('.palette [aria-live=polite]');
    expect(await live.innerText()).toMatch(/^\d+ results$/);
    expect((await named('option')).every((name) => name.length > 0)).toBe(true);
  });

  it.each([
    ['/search', 'soldiers', /\d+ results/],
    ['/search', 'xyzzyq', /Nothing found/],
    ['/people', 'trotsky', /1 entry|\d+ entries/],
  ])('%s: the count of “%s”, in a region that was there before', async (address, word, expected) => {
    await open(address);
    const live = page.locator('main [aria-live=polite]');
    expect(await live.count()).toBe(1);
    const region = await live.elementHandle();
    const before = await live.innerText();
    await page.locator('main input[type=search]').fill(word);
    await expect.poll(() => live.innerText()).toMatch(expected);
    expect(await live.innerText()).not.toBe(before);
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
  });

  it('a new page by its title and its heading', async () => {
    await open('/');
    for (const [address, title] of [
      ['/people', 'People'],
      ['/people/leon-trotsky', 'Leon Trotsky'],
      ['/timeline', 'Timeline'],
    ]) {
      await page.locator(`a[href="${address}"]`).first().click();
      await expect.poll(() => page.title()).toBe(`${title} – In Defence of October`);
      await expect
        .poll(() =>
          page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent]),
        )
        .toEqual(['H1', title]);
    }
    await page.goBack();
    await expect.poll(() => page.title()).toContain('Leon Trotsky');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Leon Trotsky');
  });
});

describe('the language of what is read', () => {
  /** Texts of the page, each with the language a screen reader takes for it. */
  const spoken = (selector: string) =>
    page.evaluate((wanted) => {
      return [...document.querySelectorAll(wanted)].map((element) => [
        element.closest('[lang]')?.getAttribute('lang'),
        element.textContent?.trim(),
      ]);
    }, selector);

  it('of a Spanish article, and of the English around it', async () => {
    await open('/articles/delincuentes-sanitarios');
    const spanish =
      'h1, .lede, .prose p, .prose h2, .toc li, .petition h2, .petition th, cite, .neighbours span';
    const texts = await spoken(spanish);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(([lang]) => lang !== 'es')).toEqual([]);
    const english = await spoken('button, label, .kind, dt, .toc h2, .backlinks dt, .neighbours small');
    expect(english.length).toBeGreaterThan(5);
    expect(english.filter(([lang]) => lang !== 'en')).toEqual([]);
  });

  it.each(['/articles', '/search?q=garrahan', '/search?q=petición'])(
    'of Spanish titles in %s',
    async (address) => {
      await open(address);
      const catalogue = (await (await fetch(`${served.origin}/api/catalogue`)).json()) as {
        title: string;
        lang: string;
      }[];
      const titles = catalogue.filter(({ lang }) => lang === 'es').map(({ title }) => title);
      const found = (await spoken('.entries a, .results strong')).filter(([, text]) =>
        titles.includes(text ?? ''),
      );
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([lang]) => lang !== 'es')).toEqual([]);
    },
  );

  it('of Russian names', async () => {
    await open('/people/vladimir-lenin');
    const names = (await spoken('.facts dd span')).filter(([, text]) =>
      /\p{Script=Cyrillic}/u.test(text ?? ''),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(([lang]) => lang !== 'ru')).toEqual([]);
  });
});
