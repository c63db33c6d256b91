import type { Browser } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

async function print(path: string, format: 'A4' | 'Letter') {
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.goto(served.origin + path);
  await page.locator('article').waitFor();
  const bytes = await page.pdf({ format, preferCSSPageSize: false, printBackground: true });
  await page.close();
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const { width } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return { texts, width };
}

describe('printing from a page', () => {
  it.each([
    ['/guides/the-july-days-1917', 'A4', 595],
    ['/stages/february', 'Letter', 612],
    ['/works/april-theses', 'A4', 595],
  ] as const)(
    '%s on %s: page numbers, sources and link targets, no navigation',
    async (path, format, points) => {
      const { texts, width } = await print(path, format);
      expect(Math.abs(width - points)).toBeLessThan(2);
      texts.forEach((text, index) => {
        expect(text.replace(/\s+/g, ' ')).toContain(`${index + 1} / ${texts.length}`);
      });
      const whole = texts.join(' ').replace(/\s+/g, ' ');
      expect(whole).toMatch(/Sources|Reference/);
      expect(whole).toContain('Links in this text');
      expect(whole).toContain(path);
      for (const chrome of ['Skip to the text', 'Glossary Search', 'Mentioned in', 'Go to paragraph']) {
        expect(whole).not.toContain(chrome);
      }
    },
  );

  it('prints the handbook with its table of keys whole', async () => {
    const { texts } = await print('/pages/handbook', 'A4');
    const whole = texts.join(' ').replace(/\s+/g, ' ');
    for (const words of [
      'Finding your way',
      'Ctrl+K search, or go to an entry',
      'F11 full screen',
      'Your data',
    ]) {
      expect(whole).toContain(words);
    }
  });

  it('prints in black on white from a dark theme', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(`${served.origin}/stages/february`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
    await page.close();
  });

  it('prints the petition alone', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.origin}/articles/delincuentes-sanitarios`);
    await page.locator('.petition').waitFor();
    await page.evaluate(() => (document.documentElement.dataset['print'] = 'petition'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.petition').isVisible()).toBe(true);
    expect(await page.locator('.text > .prose').isVisible()).toBe(false);
    expect(await page.locator('main h1').isVisible()).toBe(false);
    await page.close();
  });
});
