import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
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

async function open(address: string): Promise<void> {
  page = await openView(browser, served.origin + address, { viewport: { width: 1280, height: 1100 } });
}
const query = () => Object.fromEntries(new URL(page.url()).searchParams);
const shown = () => page.locator('.shown').innerText();
const marks = () => page.locator('[role=option]');

describe('the timeline', () => {
  it('draws the year: stages, lanes, both calendars, and events named or counted', async () => {
    await open('/timeline');
    await marks().first().waitFor();
    const text = await page.locator('.drawing svg').evaluate((svg) => svg.textContent ?? '');
    for (const word of [
      'October',
      'Streets and factories',
      'Abroad',
      'O.S.',
      'N.S.',
      'International Women’s Day',
    ]) {
      expect(text).toContain(word);
    }
    expect(await shown()).toMatch(/^\d+ events from 1 January 1917 to 31 January 1918$/);
    expect(await page.locator('.count').count()).toBeGreaterThan(10);
  });

  it('goes nearer by button, key and wheel, and the address follows', async () => {
    await open('/timeline');
    await page.getByRole('button', { name: 'Nearer' }).click();
    await page.waitForURL('**from=**');
    await page.getByRole('listbox').focus();
    const before = query();
    await page.keyboard.press('+');
    await expect.poll(query).not.toEqual(before);
    const nearer = query();
    await page.locator('.drawing').hover({ position: { x: 400, y: 300 } });
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await expect.poll(query).not.toEqual(nearer);
    await page.getByRole('button', { name: 'The whole year' }).click();
    await page.waitForURL((url) => !url.search);
  });

  it('is dragged to another week without choosing what lies under the pointer', async () => {
    await open('/timeline?from=1917-03-01&to=1917-03-14');
    const box = await page.locator('.drawing').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 600, (box?.y ?? 0) + 150);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.get('from') !== '1917-03-01');
    expect(query()['event']).toBeUndefined();
    expect(query()['from']! > '1917-03-01').toBe(true);
  });

  it('is walked by arrow keys alone: each event is told in the panel, Enter reads it', async () => {
    await open('/timeline?from=1917-02-23&to=1917-03-04');
    await page.getByRole('listbox').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**event=**');
    const first = await page.locator('.panel h2').innerText();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.panel h2').innerText()).not.toBe(first);
    const active = await page.getByRole('listbox').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-label')).toBe(
      await page.locator('.panel h2').innerText(),
    );
    await page.keyboard.press('Enter');
    await page.locator('article').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/events\//);
    await page.goBack();
    await page.locator('.panel h2 a').waitFor();
  });

  it('opens a cluster by going nearer', async () => {
    await open('/timeline');
    await page.locator('.item:has(.count)').first().click();
    await page.waitForURL('**from=**');
  });

  it('marks what a person took part in, and can leave out the rest', async () => {
    await open('/timeline?person=julius-martov');
    expect(await shown()).toMatch(/; \d+ events? (is|are) marked$/);
    const all = await shown();
    await page.getByLabel('These events only').check();
    await expect.poll(shown).not.toBe(all);
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('parties');
    await page.waitForURL('**theme=parties**');
  });

  it('says what it could not show', async () => {
    await open('/timeline?from=1917-02-30&person=nobody&event=nothing');
    const notes = await page.locator('.note').allInnerTexts();
    expect(notes.join('\n')).toContain('There is no day 1917-02-30');
    expect(notes.join('\n')).toContain('Nobody is known here as "nobody"');
    expect(notes.join('\n')).toContain('There is no event "nothing"');
  });

  it('is a table of the same events, with those before and after', async () => {
    await open('/timeline?view=table');
    expect(await page.locator('.dated li').count()).toBeGreaterThan(450);
    await page.getByRole('link', { name: 'What led up to it' }).waitFor();
  });

  it.each([1, 4] as const)('prints as %i landscape page(s)', async (sheets) => {
    await open(`/timeline?print=${sheets}`);
    await page.locator('.sheet .label').first().waitFor();
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
    expect(pdf.numPages).toBe(sheets);
    for (let number = 1; number <= sheets; number += 1) {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      expect(width).toBeGreaterThan(height);
      const { items } = await (await pdf.getPage(number)).getTextContent();
      expect(items.length).toBeGreaterThan(60);
    }
  });
});
