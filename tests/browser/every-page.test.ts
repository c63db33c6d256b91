import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { VIEWS, openView } from '../support/views.ts';
import { AxeBuilder } from './axe.ts';
import { walkPages, watch } from './page-walk.ts';

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

async function everyAddress(): Promise<string[]> {
  const catalogue = (await (await fetch(`${served.origin}/api/catalogue`)).json()) as { address: string }[];
  const lists = [...new Set(catalogue.map(({ address }) => `/${address.split('/')[1]}`))];
  return [
    '/',
    '/timeline',
    '/map',
    '/live?day=1917-02-27',
    '/people?view=lifelines',
    '/search?q=lenin',
    '/settings',
    '/licences',
    '/print',
    '/print?entries=works/april-theses',
    ...lists,
    ...catalogue.map(({ address }) => address),
  ];
}

describe('every page', () => {
  it('sends nothing away, fails at nothing, and axe finds nothing in either theme', async () => {
    const addresses = await everyAddress();
    // Every other address each, so that both have as many of the long ones.
    const halves = [0, 1].map((half) => addresses.filter((_, index) => index % 2 === half));
    const walks = await Promise.all(halves.map((half) => walkPages(browser, served.origin, half)));
    expect(walks.flatMap(({ left }) => left)).toEqual([]);
    expect(walks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(served.errors()).toBe('');
    // A thousand pages: two to three minutes on two free cores, and more where others use them too.
  }, 1_500_000);

  it('is answered with status 200 and the policy, typed into a browser', async () => {
    const wrong: string[] = [];
    for (const address of await everyAddress()) {
      const { status, headers } = await fetch(served.origin + address);
      if (status !== 200 || !headers.get('content-security-policy')) wrong.push(`${status} ${address}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(VIEWS)('%s: axe finds nothing in forced colours and on paper', async (address) => {
    const page = await openView(browser, served.origin + address);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      expect(await AxeBuilder.violations(page, 'forced')).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    expect(await AxeBuilder.violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the walk bites', () => {
  it('on a planted request to elsewhere', async () => {
    const page = await browser.newPage();
    const left: string[] = [];
    watch(page, served.origin, left, () => undefined);
    await page.goto(served.origin);
    const asked = page.waitForEvent('requestfailed');
    // By a navigation, which the policy does not stop: only the record can see it.
    await page.evaluate("location.assign('http://elsewhere.invalid/planted')");
    await asked;
    expect(left).toEqual(['http://elsewhere.invalid/planted']);
    await page.close();
  });

  it('on an address that is not there', async () => {
    const { wrong } = await walkPages(browser, served.origin, ['/', '/people/nobody']);
    expect(wrong.join('\n')).toContain('/people/nobody: not found');
  });

  it('on a planted picture without a name, and on grey writing in the dark', async () => {
    const page = await openView(browser, served.origin);
    await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.src = '/icon.svg';
      document.querySelector('.intro')?.append(picture);
      document.querySelector<HTMLElement>('.intro')!.style.color = '#585047';
    });
    expect((await AxeBuilder.violations(page)).join()).toContain('image-alt');
    expect(await AxeBuilder.violations(page, 'colours')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await AxeBuilder.violations(page, 'colours')).join()).toContain('color-contrast');
    await page.context().close();
  });
});
