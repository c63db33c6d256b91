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

const open = async (address: string) => (page = await openView(browser, served.origin + address));
const names = () => page.locator('.drawing li > a').allInnerTexts();
const param = (name: string) => new URL(page.url()).searchParams.get(name);

describe('lifelines', () => {
  it('stand beside the list, which stays the first view', async () => {
    await open('/people');
    expect(await page.locator('.entries li').count()).toBeGreaterThan(90);
    await page.getByRole('link', { name: 'Lifelines' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.drawing li').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lifelines');
    await page.goBack();
    await page.locator('.entries li').first().waitFor();
  });

  it('are filtered by party in a year, by keys alone, and the address holds it', async () => {
    await open('/people?view=lifelines');
    const all = await names();
    await page.locator('.filters select').first().focus();
    await page.keyboard.type('Bolsh');
    await expect.poll(() => param('party')).toBe('rsdlp-bolsheviks');
    await page.getByLabel('In the year').focus();
    await page.keyboard.type('1910');
    await page.keyboard.press('Tab');
    await expect.poll(() => param('at')).toBe('1910');
    const some = await names();
    expect(some).toContain('Vladimir Lenin');
    expect(some).not.toContain('Leon Trotsky');
    expect(some.length).toBeLessThan(all.length);
    await page.reload();
    await page.locator('.drawing li').first().waitFor();
    expect(await names()).toEqual(some);
  });

  it('have a table of the same people', async () => {
    await open('/people?view=lifelines&fate=in-1917');
    const drawn = await names();
    await page.getByLabel('Shown as').selectOption('table');
    await page.locator('table').waitFor();
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(drawn);
    expect(await page.locator('tbody tr').first().innerText()).toContain('1917');
  });

  it('say what of an address could not be followed', async () => {
    await open('/people?view=lifelines&at=1492&office=king');
    const said = (await page.locator('.mistake').allInnerTexts()).join(' ');
    expect(said).toContain('“1492” is no year from 1860 to 1960. Shown is 1860.');
    expect(said).toContain('no office “king”');
  });

  it('say so where nobody fits, and clear the filters', async () => {
    await open('/people?view=lifelines&party=alash&office=writer');
    await page.getByRole('link', { name: 'Clear the filters' }).click();
    await page.locator('.drawing li').first().waitFor();
  });

  it('print whole', async () => {
    await open('/people?view=lifelines');
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })) }).promise;
    const texts: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    const whole = texts.join(' ');
    for (const name of ['Peter Kropotkin', 'Leon Trotsky', 'Semyon Roshal']) expect(whole).toContain(name);
    expect(pdf.numPages).toBeLessThan(8);
  });
});

describe('the people of an event', () => {
  it('stand with their office on that day', async () => {
    await open('/events/insurrection-in-petrograd');
    const room = page.locator('section', {
      has: page.getByRole('heading', { name: 'The people of this event' }),
    });
    expect(await room.innerText()).toMatch(/Alexander Kerensky\s+Prime Minister/);
  });
});

describe('a person’s 1917', () => {
  it('is drawn with a name that tells it, the list below, and a way into 1917 Live', async () => {
    await open('/people/leon-trotsky');
    const label = await page.locator('svg.strip').getAttribute('aria-label');
    expect(label).toMatch(/^Leon Trotsky in 1917: \d+ events from .+ to .+\. They are listed below\.$/);
    await page.getByRole('link', { name: 'Their 1917, day by day' }).click();
    await expect.poll(() => param('person')).toBe('leon-trotsky');
  });
});
