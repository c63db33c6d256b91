import type { Browser, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { openView } from '../support/views.ts';
import { AxeBuilder } from './axe.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));
afterEach(() => page.context().close());

const open = async (address: string, options = {}) => {
  page = await openView(browser, served.origin + address, options);
  if (!address.includes('view=table')) await page.locator('.marks [role=option]').first().waitFor();
};
const query = () => Object.fromEntries(new URL(page.url()).searchParams);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const option = (name: string) => page.locator(`.marks [role=option][aria-label^="${name},"]`);
const transform = () => page.locator('.drawing svg > g').first().getAttribute('transform');

describe('the map by mouse', () => {
  it('shows the land, the front and the cities, and what happened where one clicks', async () => {
    await open('/map');
    await expect
      .poll(async () => (await page.locator('.land').getAttribute('d'))?.length)
      .toBeGreaterThan(20_000);
    await option('Kyiv').click();
    await expect.poll(query).toEqual({ area: 'empire', place: 'kyiv' });
    const panel = page.getByRole('complementary', { name: 'Places and events' });
    await panel.getByRole('heading', { name: 'Kyiv' }).waitFor();
    const count = Number(/(\d+) events?$/.exec((await panel.locator('.where').innerText()).trim())?.[1]);
    expect(await panel.locator('.refs li').count()).toBe(count);
    await page.goBack();
    await expect.poll(query).toEqual({});
  });

  it('is dragged, and zoomed by Ctrl and the wheel around the pointer; the wheel alone scrolls the page', async () => {
    await open('/map');
    const box = (await page.locator('.drawing').boundingBox())!;
    const [x, y] = [box.x + 300, box.y + 150];
    const before = await transform();
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await transform()).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(query).toMatchObject({ zoom: expect.stringMatching(/^\d/), at: expect.any(String) });
    const { zoom } = query();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => query()['at']).not.toBeUndefined();
    expect(query()['place']).toBeUndefined();
    expect(query()['zoom']).toBe(zoom);
    await page.getByRole('button', { name: 'Usual view' }).click();
    await expect.poll(query).toEqual({});
    expect(await transform()).toBe(before);
    await page.getByRole('button', { name: 'All of it' }).click();
    await expect.poll(() => query()['zoom']).toBe('1');
    await option('Vladivostok').waitFor();
  });

  it('is pinched with two fingers', async () => {
    await open('/map', { hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.locator('.drawing').scrollIntoViewIfNeeded();
    const box = (await page.locator('.drawing').boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const fingers = (apart: number) => [
      { x: box.x + 180 - apart, y: box.y + 60, id: 1 },
      { x: box.x + 180 + apart, y: box.y + 60, id: 2 },
    ];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: ReturnType<typeof fingers>) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const scaleOf = async () => Number(/scale\(([\d.]+)\)/.exec((await transform()) ?? '')?.[1]);
    const before = await scaleOf();
    await touch('touchStart', fingers(30));
    for (const apart of [40, 50, 60]) await touch('touchMove', fingers(apart));
    await touch('touchEnd', []);
    expect((await scaleOf()) / before).toBeGreaterThan(1.6);
  });

  it('keeps the days and the theme when one goes to the plan', async () => {
    await open('/map?from=1917-10-10&to=1917-10-31&theme=soviets');
    await page.getByRole('link', { name: 'Plan of Petrograd' }).click();
    await expect
      .poll(query)
      .toEqual({ area: 'petrograd', theme: 'soviets', from: '1917-10-10', to: '1917-10-31' });
    await option('Smolny Institute').waitFor();
    expect(await page.locator('.bridge').count()).toBeGreaterThan(0);
  });
});

describe('the map by keyboard alone', () => {
  it('arrow keys go from place to place, Enter chooses, Escape lets go, + and − zoom', async () => {
    await open('/map');
    await page.getByRole('button', { name: 'All of it' }).focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^Petrograd, \d+ events/);
    await page.keyboard.press('ArrowDown');
    const next = await focused();
    expect(next).not.toMatch(/^Petrograd/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.marks [aria-selected=true]').getAttribute('aria-label'))
      .toBe(next);
    await page.keyboard.press('+');
    await expect.poll(() => query()['zoom']).toBeDefined();
    const nearer = Number(query()['zoom']);
    await page.keyboard.press('-');
    await expect.poll(() => Number(query()['zoom'])).toBeLessThan(nearer);
    const before = await transform();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(transform).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => query()['place']).toBeUndefined();
  });

  it('an arrow key leads to a place out of sight too', async () => {
    await open('/map?place=tashkent&at=41.3 69.3&zoom=12');
    await option('Tashkent').focus();
    for (const key of ['ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    await expect.poll(focused).not.toMatch(/^Tashkent/);
    expect(await focused()).not.toBe('');
  });

  it('days are stepped and chosen without a mouse', async () => {
    await open('/map?day=1917-02-28');
    await page.getByRole('button', { name: 'Later' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(query).toEqual({ day: '1917-03-01' });
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(query).toEqual({ day: '1917-03-02' });
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('2 March 1917');
    await page.getByRole('combobox', { name: 'Show' }).selectOption('month');
    await expect.poll(query).toEqual({ from: '1917-03-01', to: '1917-03-31' });
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('front');
    await expect.poll(() => query()['theme']).toBe('front');
    await page.goBack();
    await expect.poll(query).toEqual({ from: '1917-03-01', to: '1917-03-31' });
  });
});

describe('places and addresses', () => {
  it.each([
    ['/places/smolny', 'Petrograd in 1917', 'Smolny Institute'],
    ['/places/kronstadt', 'The map of 1917', 'Kronstadt'],
    ['/places/putilov-works', 'Petrograd in 1917', 'Putilov Works'],
    ['/places/moscow-kremlin', 'The map of 1917', 'Moscow'],
    ['/places/vladivostok', 'The map of 1917', 'Vladivostok'],
  ])('%s leads to the area that shows it, in sight', async (address, heading, mark) => {
    page = await openView(browser, served.origin + address);
    await page.getByRole('link', { name: 'On the map' }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.locator(`.marks [aria-selected=true][aria-label^="${mark},"]`).waitFor();
  });

  it('puts the events of buildings on their city in the map of the empire', async () => {
    await open('/map?area=empire&place=smolny&day=1917-10-25');
    await page.locator('.marks [aria-selected=true][aria-label^="Petrograd,"]').waitFor();
    await page.getByText('On this map it is shown by').waitFor();
    await page.getByRole('link', { name: 'On the plan of Petrograd' }).click();
    await expect.poll(query).toEqual({ area: 'petrograd', place: 'smolny', day: '1917-10-25' });
  });

  it('says what of an address could not be had', async () => {
    await open('/map?area=moscow&place=atlantis&day=1917-02-30&zoom=500&theme=x&at=q&view=y');
    const notes = await page.locator('main .note').allInnerTexts();
    expect(notes).toHaveLength(7);
    expect(notes.join(' ')).toContain('The library has no place “atlantis”.');
    expect(await page.locator('.span').innerText()).toContain('28 February 1917');
  });

  it('says that nothing happened, and still shows the cities', async () => {
    await open('/map?day=1917-01-03&theme=women');
    await page.getByText('No event with a place falls into these days.').waitFor();
    expect(await page.locator('.mark.empty').count()).toBeGreaterThan(10);
  });

  it('shows the places without coasts when these cannot be had, and says so', async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.route('**/geography/*', (route) => route.abort());
    await page.goto(`${served.origin}/map`);
    await page.getByText('The land could not be loaded.').waitFor();
    await option('Petrograd').waitFor();
  });

  it('has the same in its table as in its drawing', async () => {
    await open('/map?area=petrograd&from=1917-10-10&to=1917-10-31');
    const panel = await page.locator('aside ol li').allInnerTexts();
    await page.getByRole('link', { name: 'Table', exact: true }).click();
    await page.getByRole('table').waitFor();
    const rows = await page.locator('tbody tr').evaluateAll((all) =>
      all.flatMap((row) => {
        const count = row.querySelectorAll('li').length;
        return count > 0 ? [`${row.querySelector('th')?.textContent?.trim()} ${count}`] : [];
      }),
    );
    expect(rows).toEqual(panel.map((text) => text.replace(/\s+/g, ' ').trim()));
  });
});

it.each(['/map', '/map?area=petrograd&place=smolny', '/map?view=table'])(
  '%s has no fault axe finds',
  async (address) => {
    await open(address);
    expect(await AxeBuilder.violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await AxeBuilder.violations(page, 'colours')).toEqual([]);
  },
);

it.each([
  ['/map', 'The map of 1917', 'Tashkent'],
  ['/map?area=petrograd&from=1917-02-23&to=1917-03-04', 'Petrograd in 1917', 'Tauride Palace'],
])('%s prints as one page with its table', async (address, heading, place) => {
  await open(address);
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })) }).promise;
  expect(pdf.numPages).toBe(1);
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const words of [heading, 'Coordinates', place, 'N.S.', '1 / 1']) expect(text).toContain(words);
  for (const words of ['Usual view', 'Drag to move', 'Theme']) expect(text).not.toContain(words);
});
