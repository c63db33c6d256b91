import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { LOOKS, differenceFrom, openLook } from './golden.ts';

/** Late winter of 1917, as the library told it when the pictures were taken. */
const catalogue = readFileSync('tests/visual/live-catalogue.json', 'utf8');

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

it.each(LOOKS)('1917 Live looks as it should: $name', async (look) => {
  const page = await openLook(browser, `${served.origin}/live?day=1917-02-27`, look, catalogue);
  expect(await differenceFrom(page, `live-${look.name}`)).toBeUndefined();
  await page.context().close();
});
