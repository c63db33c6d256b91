import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { AxeBuilder } from './axe.ts';
import { lossesOf, spaceOut } from './layout-loss.ts';
import { findingsOf, walkByKey } from './tab-walk.ts';

let browser: Browser;
let served: ServedLibrary;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  served = await serveLibrary();
});
afterEach(() => Promise.all([page.context().close(), served.stop()]));
afterAll(() => browser.close());

/** Opens an address as the reader who has the key, so that packs are kept. */
async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  page = await context.newPage();
  await page.goto(served.entry);
  await page.goto(served.origin + address);
  await page.locator('main h1').waitFor();
}

const JULY = ['guides/the-july-days-1917', 'works/on-slogans', 'people/leon-trotsky'];
async function openPack(entries: readonly string[] = JULY, options: BrowserContextOptions = {}) {
  await open('/print', options);
  await page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' };
      await fetch('/api/packs/current', { method: 'PUT', headers, body });
    },
    JSON.stringify({ title: '', entries }),
  );
  await page.reload();
  await page.locator('main h1').waitFor();
}

const PRINTS = /\/api\/prints\?/;
const titles = () => page.locator('.what a').allInnerTexts();
const kept = async () => {
  const answer = await fetch(`${served.origin}/api/packs`);
  return ((await answer.json()) as { current: { title: string; entries: string[] } }).current;
};
const pages = async () => {
  const state = page.locator('.state [role=status]');
  await state.filter({ hasText: /\d+ (page|side)/ }).waitFor();
  return Number.parseInt(await state.innerText(), 10);
};
const packLink = () => page.locator('header .pack').innerText();
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Whether anything but white is on the first page. */
const isDrawn = () =>
  page
    .locator('.preview canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0) return false;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, at) => at % 4 < 3 && value < 128);
    });

describe('a pack is collected', () => {
  it('from an entry, from a list, from a search, and kept over a reload', async () => {
    await open('/guides/the-july-days-1917');
    await button('Add to pack').click();
    await button('In the pack – remove').waitFor();
    await page.locator('header a[href="/people"]').click();
    await button('Add “Leon Trotsky” to the pack').click();
    await page.goto(`${served.origin}/search?q=slogans`);
    await button('Add “On Slogans” to the pack').click();
    await expect.poll(packLink).toContain('3');
    await page.reload();
    await page.getByRole('link', { name: 'Pack, 3 entries' }).click();
    await expect.poll(titles).toEqual(['The July Days 1917', 'Leon Trotsky', 'On Slogans']);
    expect((await kept()).entries).toEqual([
      'guides/the-july-days-1917',
      'people/leon-trotsky',
      'works/on-slogans',
    ]);
  });

  it('a guide with its readings; what is taken out can be put back', async () => {
    await open('/guides/the-july-days-1917');
    await button('Add with its readings').click();
    await expect.poll(async () => (await kept()).entries.length).toBeGreaterThan(5);
    const { entries } = await kept();
    expect(entries[0]).toBe('guides/the-july-days-1917');
    expect(entries).toContain('works/on-slogans');
    expect(await button('Add with its readings').count()).toBe(0);
    await button('In the pack – remove').click();
    await expect.poll(async () => (await kept()).entries).toEqual(entries.slice(1));
    await button('Undo').click();
    await expect.poll(async () => (await kept()).entries).toEqual(entries);
  });

  it('in one window and seen in the other', async () => {
    await open('/terms/soviet');
    const other = await page.context().newPage();
    await other.goto(`${served.origin}/print`);
    await other.getByText('The pack is empty').waitFor();
    await button('Add to pack').click();
    await other.locator('.what a', { hasText: 'Soviet' }).waitFor();
  });

  it('without the key, in this window only, and says so', async () => {
    page = await (await browser.newContext()).newPage();
    await page.goto(`${served.origin}/terms/soviet`);
    await button('Add to pack').click();
    await page.getByText('Open the address that the program printed when it started.').waitFor();
    expect(await packLink()).toContain('1');
  });
});

describe('a pack is put in order', () => {
  it('by keys on its handle, and each move is told', async () => {
    await openPack();
    await button(/^Move “Leon Trotsky”, place 3 of 3/).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(titles).toEqual(['The July Days 1917', 'Leon Trotsky', 'On Slogans']);
    await page.getByText('“Leon Trotsky” is now number 2 of 3.').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.ariaLabel);
    expect(await focused()).toBe('Move “Leon Trotsky”, place 2 of 3');
    await page.keyboard.press('Home');
    await expect.poll(async () => (await kept()).entries[0]).toBe('people/leon-trotsky');
    expect(await focused()).toBe('Move “Leon Trotsky”, place 1 of 3');
    await page.keyboard.press('ArrowUp');
    expect((await titles())[0]).toBe('Leon Trotsky');
  });

  it('by buttons, to either end', async () => {
    await openPack();
    await button('Move “The July Days 1917” down').click();
    await button('Move “The July Days 1917” down').click();
    await expect.poll(titles).toEqual(['On Slogans', 'Leon Trotsky', 'The July Days 1917']);
    expect(await button('Move “The July Days 1917” down').isDisabled()).toBe(true);
    const focused = await page.evaluate(() => document.activeElement?.ariaLabel);
    expect(focused).toBe('Move “The July Days 1917”, place 3 of 3');
  });

  it('by dragging its handle', async () => {
    await openPack();
    const from = (await button(/^Move “The July Days 1917”, place/).boundingBox())!;
    const to = (await button(/^Move “Leon Trotsky”, place/).boundingBox())!;
    const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x, to.y, { steps: 4 });
    await page.mouse.move(middle.x, to.y + to.height, { steps: 4 });
    await page.mouse.up();
    await expect.poll(titles).toEqual(['On Slogans', 'Leon Trotsky', 'The July Days 1917']);
    await expect.poll(async () => (await kept()).entries.at(-1)).toBe('guides/the-july-days-1917');
  });

  it('loses an entry and all of them only until the reader wants them back', async () => {
    await openPack();
    await button('Remove “On Slogans” from the pack').click();
    await expect.poll(titles).toEqual(['The July Days 1917', 'Leon Trotsky']);
    await button('Clear the pack').click();
    await page.getByText('The pack is empty').waitFor();
    await button('Undo').click();
    await expect.poll(titles).toEqual(['The July Days 1917', 'Leon Trotsky']);
  });
});

describe('a pack is saved and shared', () => {
  it('saves under a name, opens again after a reload, and deletes with a way back', async () => {
    await openPack();
    await page.getByLabel('Title of the pack').fill('Three evenings');
    await page.getByLabel('Save it under the name').fill('Group A');
    await button('Save').first().click();
    await page.getByText('Saved as “Group A”.').waitFor();
    await button('Clear the pack').click();
    await page.reload();
    await button('Open “Group A”').click();
    await expect.poll(titles).toHaveLength(3);
    expect(await page.getByLabel('Title of the pack').inputValue()).toBe('Three evenings');
    await button('Delete “Group A”').click();
    await page.getByText('None yet.').waitFor();
    await button('Undo').click();
    await button('Open “Group A”').waitFor();
  });

  it('gives back what was saved under the same name before', async () => {
    await openPack();
    const save = async () => {
      await page.getByLabel('Save it under the name').fill('Group A');
      await button('Save').first().click();
      await page.getByText('Saved as “Group A”.').waitFor();
    };
    await save();
    await button('Remove “On Slogans” from the pack').click();
    await save();
    await page.getByText('The pack saved as “Group A” before was replaced.').waitFor();
    await button('Undo').click();
    await page.getByText('3 entries', { exact: true }).waitFor();
  });

  it('goes out as a file and comes in again', async () => {
    await openPack();
    await page.getByLabel('Title of the pack').fill('Three evenings');
    await page.keyboard.press('Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), button('Share as a file').click()]);
    expect(download.suggestedFilename()).toBe('Three evenings.october-pack');
    const bytes = await readFile(await download.path());
    await button('Clear the pack').click();
    const file = { name: 'x.october-pack', mimeType: 'application/octet-stream', buffer: bytes };
    await page.getByLabel('Open a pack file').setInputFiles(file);
    await page.getByText('“Three evenings” was opened: 3 entries.').waitFor();
    expect((await kept()).entries).toEqual(JULY);
  });

  const asFile = (text: string) => ({
    name: 'x.october-pack',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const shared = (entries: readonly string[], version = 1) =>
    JSON.stringify({ format: 'october-pack', version, title: 'Shared', entries });

  it('says which entries of a file are gone, and offers the pack before', async () => {
    await openPack(['terms/soviet']);
    const file = asFile(shared(['people/nobody', 'works/on-slogans']));
    await page.getByLabel('Open a pack file').setInputFiles(file);
    await page.getByText('not in this library and was left out: people/nobody.').waitFor();
    await expect.poll(titles).toEqual(['On Slogans']);
    await button('Undo').click();
    await expect.poll(titles).toEqual(['Soviet']);
  });

  it.each([
    ['half a file', shared(JULY).slice(0, 50), 'This file is no course pack.'],
    ['a later version', shared(JULY, 2), 'made by a newer version'],
    ['a huge file', 'x'.repeat(600_000), 'too large for a course pack'],
  ])('refuses %s, and keeps the pack', async (_name, text, message) => {
    await openPack(['terms/soviet']);
    await page.getByLabel('Open a pack file').setInputFiles(asFile(text));
    await page.getByText(message).waitFor();
    expect(await titles()).toEqual(['Soviet']);
  });
});

describe('what is printed is shown', () => {
  it('as pages with their numbers, drawn, for the pack in its order', async () => {
    await openPack();
    const count = await pages();
    expect(count).toBeGreaterThan(5);
    const images = page.locator('.preview [role=img]');
    expect(await images.count()).toBe(count);
    expect(await images.nth(2).getAttribute('aria-label')).toBe(`Page 3 of ${count}`);
    await expect.poll(isDrawn).toBe(true);
    await page.locator('.preview').evaluate((part) => part.scrollTo(0, part.scrollHeight));
    const last = page.locator('.preview canvas').last();
    await expect.poll(() => last.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(100);
    // What is far away takes no memory.
    const first = page.locator('.preview canvas').first();
    await expect.poll(() => first.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(0);
  });

  it('anew with each choice, which the address keeps and the next visit remembers', async () => {
    await open('/print?entries=guides/the-july-days-1917');
    const before = await pages();
    await page.getByRole('radio', { name: 'Large print' }).check();
    await expect.poll(pages).toBeGreaterThan(before);
    expect(new URL(page.url()).search).toBe('?entries=guides/the-july-days-1917&paper=a4&size=large');
    await page.getByRole('checkbox', { name: 'Paragraph numbers' }).uncheck();
    await page.goto(`${served.origin}/print?entries=works/on-slogans`);
    expect(await page.getByRole('radio', { name: 'Large print' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Paragraph numbers' }).isChecked()).toBe(false);
    await page.goto(`${served.origin}/print?entries=works/on-slogans&paper=a5`);
    expect(await page.getByRole('radio', { name: 'Normal' }).isChecked()).toBe(true);
  });

  it('with the choices that matter, and no others', async () => {
    await open('/print?entries=works/on-slogans,works/april-theses');
    expect(await page.getByRole('checkbox', { name: 'A sheet to compare the works' }).count()).toBe(1);
    expect(await page.getByRole('radio', { name: 'For readers' }).count()).toBe(0);
    await page.goto(`${served.origin}/print?list=timeline`);
    await pages();
    expect(await page.getByRole('checkbox').count()).toBe(1);
  });

  it('saves the PDF that is shown, and prints its document', async () => {
    await open('/print?entries=works/on-slogans');
    await pages();
    const [download] = await Promise.all([page.waitForEvent('download'), button('Save as PDF').click()]);
    expect(download.suggestedFilename()).toBe('On Slogans.pdf');
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.getByRole('link', { name: 'Open the PDF' }).getAttribute('href')).toMatch(/^blob:/);
    await page.context().addInitScript(() => {
      window.print = () => void Object.assign(window.top!, { printed: location.pathname });
    });
    await page.reload();
    await pages();
    await page.keyboard.press('Control+p');
    const printed = () => page.evaluate(() => (globalThis as unknown as { printed?: string }).printed);
    await expect.poll(printed).toMatch(/^\/api\/prints\/\w+\/document$/);
  });

  it('tells what it is at when it takes long, stops, and goes on when asked to', async () => {
    await open('/print?entries=works/on-slogans');
    const before = await pages();
    await page.route(PRINTS, () => undefined);
    await page.getByRole('radio', { name: 'A5' }).check();
    await page.getByRole('progressbar', { name: 'Making the pages' }).waitFor();
    // The old pages stay in sight, but are not what was asked for.
    expect(await page.locator('.preview canvas').count()).toBe(before);
    expect(await button('Save as PDF').isDisabled()).toBe(true);
    await button('Stop').click();
    await page.getByText('Stopped. The pages are not those').waitFor();
    await page.unroute(PRINTS);
    await button('Make the pages').click();
    await expect.poll(() => button('Save as PDF').isEnabled()).toBe(true);
    expect(await pages()).toBeGreaterThan(0);
  });

  it('as a document that the browser prints, where no PDF can be made', async () => {
    await open('/print');
    const problem = { type: 'about:blank', title: 'No PDF can be made here', status: 501, detail: '' };
    await page.route(PRINTS, (route) =>
      route.fulfill({
        status: 501,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      }),
    );
    await page.goto(`${served.origin}/print?entries=works/on-slogans`);
    await page.frameLocator('iframe.preview').getByRole('heading', { name: 'On Slogans' }).waitFor();
    expect(await button('Save as PDF').count()).toBe(0);
    expect(await button('Print…').isEnabled()).toBe(true);
  });

  it('and says what is not in the library', async () => {
    await open('/print?entries=people/nobody,works/on-slogans&paper=a3');
    await page.getByText('Not in the library, and so not printed: people/nobody.').waitFor();
    await page.getByText('“a3” cannot be meant by “paper”').waitFor();
    expect(await pages()).toBeGreaterThan(0);
    await page.goto(`${served.origin}/print?entries=people/nobody`);
    await page.getByText('Nothing of this is in the library.').waitFor();
    expect(await page.locator('.preview').count()).toBe(0);
  });

  it('exports what is printed, with its title', async () => {
    await openPack();
    await page.getByLabel('Title of the pack').fill('Three evenings');
    await page.keyboard.press('Tab');
    await button('Export…').click();
    expect(await page.getByRole('radio', { name: 'These entries alone' }).isChecked()).toBe(false);
    await page.getByRole('radio', { name: 'These entries alone' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Three evenings.epub');
  });
});

describe('the ways in', () => {
  it.each([
    ['/works/on-slogans', 'Print', 'entries=works/on-slogans'],
    ['/search?q=land&kind=works', 'Print these results', 'list=search&q=land&kind=works'],
    ['/terms', 'Print the glossary', 'list=glossary'],
    [
      '/live?day=1918-01-29',
      'Print the chronicle of these days',
      'list=chronicle&from=1918-01-29&to=1918-01-31',
    ],
  ])('%s: %s', async (address, name, query) => {
    await open(address);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name: 'Print and take away' }).waitFor();
    expect(new URL(page.url()).search.slice(1)).toBe(query);
  });

  it('/timeline: Print as a list', async () => {
    await open('/timeline');
    await button('Print as a list').click();
    await page.getByRole('heading', { name: 'Print and take away' }).waitFor();
    expect(new URL(page.url()).search).toBe('?list=timeline');
  });
});

describe('whoever comes', () => {
  it('by the keyboard alone collects, orders, chooses and prints', async () => {
    await open('/terms/soviet');
    const press = async (name: string | RegExp, key = 'Enter') => {
      await button(name).focus();
      await page.keyboard.press(key);
    };
    await press('Add to pack');
    await page.goto(`${served.origin}/works/on-slogans`);
    await press('Add to pack', 'Space');
    await page.locator('header .pack').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Print and take away' }).waitFor();
    await press(/^Move “On Slogans”, place 2/, 'ArrowUp');
    await expect.poll(titles).toEqual(['On Slogans', 'Soviet']);
    await page.getByRole('radio', { name: 'A4' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'US Letter' }).isChecked()).toBe(true);
    await pages();
    const [download] = await Promise.all([page.waitForEvent('download'), press('Save as PDF')]);
    expect(download.suggestedFilename()).toBe('Course pack.pdf');
    await page.locator('.preview').focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.preview').evaluate((part) => part.scrollTop)).toBeGreaterThan(100);
  });

  it('from an entry to the pack is told that it is another page', async () => {
    await open('/print?entries=terms/soviet');
    await button('Add to pack').click();
    await page.getByRole('link', { name: 'See the pack' }).click();
    await page.getByLabel('Title of the pack').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('at 400 % or with wide spacing loses nothing of a pack, and walks it by Tab', async () => {
    const options = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
    await openPack([...JULY, 'people/nobody'], options);
    await pages();
    expect(await lossesOf(page)).toEqual([]);
    expect(findingsOf(await walkByKey(page, 'Tab'))).toEqual([]);
    await spaceOut(page);
    expect(await lossesOf(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'with 390 pixels, %s: all fits, and axe finds nothing',
    async (colorScheme) => {
      await openPack(JULY, { viewport: { width: 390, height: 844 }, colorScheme });
      await pages();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(390);
      expect(await AxeBuilder.violations(page)).toEqual([]);
      const header = (await page.locator('header .tools').boundingBox())!;
      const name = (await page.locator('header .name').boundingBox())!;
      expect(header.y).toBeLessThan(name.y + name.height);
    },
  );
});
