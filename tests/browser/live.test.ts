import type { Browser, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { openView } from '../support/views.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.context().close());

const open = async (address: string, options = {}) =>
  (page = await openView(browser, served.origin + address, options));
const day = () => new URL(page.url()).searchParams.get('day');
const chosen = () => page.locator('[role=gridcell][aria-selected=true]').getAttribute('data-day');
const focusedDay = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['day']);

describe('stepping', () => {
  it('by buttons, and back by the history', async () => {
    await open('/live?day=1917-02-27');
    await page.getByRole('button', { name: 'Day after' }).click();
    await expect.poll(chosen).toBe('1917-02-28');
    await page.getByRole('button', { name: 'Next day with events' }).click();
    await expect.poll(chosen).toBe('1917-03-01');
    await page.goBack();
    await expect.poll(chosen).toBe('1917-02-28');
    await page.goBack();
    await expect.poll(chosen).toBe('1917-02-27');
  });

  it('by the arrow keys anywhere, but not in a field', async () => {
    await open('/live?day=1917-02-28');
    await page.keyboard.press('ArrowRight');
    await expect.poll(day).toBe('1917-03-01');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(day).toBe('1917-02-28');
    await page.locator('main').getByLabel('Theme').focus();
    await page.keyboard.press('ArrowRight');
    expect(day()).toBe('1917-02-28');
  });

  it('ends at the first and the last day', async () => {
    await open('/live?day=1918-01-31');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Day after' }).click({ force: true });
    expect(day()).toBe('1918-01-31');
    expect(await page.getByRole('button', { name: 'Day after' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the calendar', () => {
  it('is walked by keys alone, across months, and the focus follows', async () => {
    await open('/live?day=1917-02-27');
    await page.locator('[role=gridcell][tabindex="0"]').focus();
    const steps: [string, string][] = [
      ['ArrowDown', '1917-03-06'],
      ['ArrowUp', '1917-02-27'],
      ['ArrowRight', '1917-02-28'],
      ['Home', '1917-02-27'],
      ['End', '1917-03-05'],
      ['PageUp', '1917-02-05'],
      ['PageDown', '1917-03-05'],
      ['ArrowLeft', '1917-03-04'],
    ];
    for (const [key, to] of steps) {
      await page.keyboard.press(key);
      await expect.poll(focusedDay).toBe(to);
      expect(day()).toBe(to);
    }
  });

  it('tells of each day both dates and how many events it has', async () => {
    await open('/live?day=1917-10-25');
    const cell = page.locator('[data-day="1917-10-25"]');
    expect(await cell.locator('.visually-hidden').innerText()).toMatch(
      /^Wednesday 25 October 1917 \(7 November 1917 N\.S\.\), \d+ events$/,
    );
    await page.locator('[data-day="1917-10-10"]').click();
    await expect.poll(day).toBe('1917-10-10');
    await page.getByLabel('Month').selectOption('1918-01');
    await expect.poll(day).toBe('1918-01-01');
  });
});

describe('playing', () => {
  it('turns the day, pauses, and leaves no entries behind', async () => {
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await page.clock.install();
    await page.goto(`${served.origin}/live?day=1917-02-27`);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(5_100);
    await expect.poll(chosen).toBe('1917-02-28');
    await page.clock.runFor(5_100);
    await expect.poll(chosen).toBe('1917-03-01');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.clock.runFor(20_000);
    expect(await chosen()).toBe('1917-03-01');
    expect(
      await page.evaluate(() => navigation.entries().filter(({ url }) => url?.includes('/live')).length),
    ).toBe(1);
  });

  it('stops at the last day', async () => {
    page = await (await browser.newContext()).newPage();
    await page.clock.install();
    await page.goto(`${served.origin}/live?day=1918-01-30`);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(5_100);
    await expect.poll(chosen).toBe('1918-01-31');
    await page.getByText('The last day is reached.').waitFor();
    await page.clock.runFor(20_000);
    expect(day()).toBe('1918-01-31');
    expect(await page.getByRole('button', { name: 'Play' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the address', () => {
  it.each([
    ['1917-02-29', '28 February 1917'],
    ['1905-01-09', '1 January 1917'],
    ['1924-01-21', '31 January 1918'],
  ])('%s shows %s and says so', async (asked, shown) => {
    await open(`/live?day=${asked}`);
    const said = await page.locator('.mistake').innerText();
    expect(said).toContain(asked);
    expect(said).toContain(shown);
  });

  it('holds the filters, and leaves out those it does not know', async () => {
    await open('/live?day=1917-10-25&person=nobody');
    expect(await page.locator('.mistake').innerText()).toContain('no person “nobody”');
    await page.getByLabel('Person').selectOption('vladimir-lenin');
    await expect.poll(() => new URL(page.url()).searchParams.get('person')).toBe('vladimir-lenin');
    await page.reload();
    expect(await page.getByLabel('Person').inputValue()).toBe('vladimir-lenin');
    await page.getByRole('link', { name: 'Clear the filters' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has('person')).toBe(false);
  });

  it('without a day shows today’s date, by the clock of the reader', async () => {
    page = await (await browser.newContext()).newPage();
    await page.clock.setFixedTime(new Date(2026, 10, 7, 12));
    await page.goto(`${served.origin}/live`);
    await expect.poll(chosen).toBe('1917-10-25');
    await page.getByRole('link', { name: '7 November, Old Style' }).click();
    await expect.poll(day).toBe('1917-11-07');
  });

  it('is reached from an event of the year, and from no other', async () => {
    await open('/events/order-no-1');
    await page.getByRole('link', { name: 'This day in 1917 Live' }).click();
    await expect.poll(day).toBe('1917-03-01');
    await page.goto(`${served.origin}/events/bloody-sunday`);
    await page.locator('main h1').waitFor();
    expect(await page.getByRole('link', { name: 'This day in 1917 Live' }).count()).toBe(0);
  });
});

it('shows nothing of later days', async () => {
  await open('/live?day=1917-02-26');
  const text = await page.locator('.events').innerText();
  expect(text).not.toContain('Formation of the Petrograd Soviet');
  await page.goto(`${served.origin}/live?day=1917-02-28`);
  await page.locator('.events', { hasText: 'Formation of the Petrograd Soviet' }).waitFor();
});

it.each(['1917-01-01', '1917-03-01', '1917-07-06', '1917-10-26', '1917-10-27'])(
  'the bulletin of %s is one sheet, on A4 and on Letter',
  async (date) => {
    await open(`/live?day=${date}`, { colorScheme: 'dark' });
    for (const format of ['A4', 'Letter'] as const) {
      const bytes = await page.pdf({ format, preferCSSPageSize: false, printBackground: true });
      const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
      expect(pdf.numPages).toBe(1);
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      expect(text).toMatch(/bulletin of the day.+What happened/is);
      expect(text).not.toContain('Only events with');
    }
  },
);
