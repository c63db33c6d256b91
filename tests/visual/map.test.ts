import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { differenceFrom, LOOKS, openLook } from './golden.ts';

const catalogue = readFileSync(join(import.meta.dirname, 'map-catalogue.json'), 'utf8');
const ADDRESSES = [
  ['empire', '/map?area=empire&place=kyiv'],
  ['petrograd', '/map?area=petrograd&from=1917-10-01&to=1917-10-31'],
] as const;

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

describe.each(ADDRESSES)('the map of %s', (name, address) => {
  it.each(LOOKS)('looks as it did in $name', async (look) => {
    const page = await openLook(browser, served.origin + address, look, catalogue);
    if (name === 'empire') await page.locator('.land[d^=M]').waitFor({ state: 'attached' });
    await page.locator('.marks [role=option]').first().waitFor();
    // The drawing is the matter; in a small window it begins below the fold.
    await page.locator('.drawing').evaluate((drawing) => drawing.scrollIntoView({ block: 'end' }));
    expect(await differenceFrom(page, `map-${name}-${look.name}`)).toBeUndefined();
    await page.context().close();
  });
});
