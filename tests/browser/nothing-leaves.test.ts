import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

/** Walks addresses in one page and lists the requests that left the origin, and what went wrong. */
async function walk(addresses: readonly string[], plant?: string) {
  const page = await browser.newPage();
  const left: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== served.origin) left.push(request.url());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('response', (response) => {
    if (!response.headers()['content-security-policy']) wrong.push(`no policy: ${response.url()}`);
  });
  for (const address of addresses) {
    await page.goto(served.origin + address, { waitUntil: 'commit' });
    await page.locator('main h1').waitFor();
    if ((await page.locator('main .eyebrow').count()) > 0) wrong.push(`not found: ${address}`);
    if (plant) {
      const asked = page.waitForEvent('requestfailed');
      await page.evaluate(plant);
      await asked;
    }
  }
  await page.close();
  return { left, wrong };
}

describe('nothing leaves the machine', () => {
  it('bites on a planted request to elsewhere', async () => {
    // By a navigation, which the policy does not stop: only the record can see it.
    const { left } = await walk(['/'], "location.assign('http://elsewhere.invalid/planted')");
    expect(left).toEqual(['http://elsewhere.invalid/planted']);
  });

  it('walks every address of the library', async () => {
    const catalogue = (await (await fetch(`${served.origin}/api/catalogue`)).json()) as { address: string }[];
    const lists = [...new Set(catalogue.map(({ address }) => `/${address.split('/')[1]}`))];
    const addresses = [
      '/',
      '/timeline',
      '/search?q=lenin',
      ...lists,
      ...catalogue.map(({ address }) => address),
    ];
    const half = Math.ceil(addresses.length / 2);
    const walks = await Promise.all([walk(addresses.slice(0, half)), walk(addresses.slice(half))]);
    expect(walks.flatMap(({ left }) => left)).toEqual([]);
    expect(walks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(served.errors()).toBe('');
  }, 300_000);
});
