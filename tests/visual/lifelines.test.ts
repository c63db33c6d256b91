import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { LOOKS, differenceFrom, openLook } from './golden.ts';

/** A quarter of the people, as the library told of them when the pictures were taken. */
const catalogue = readFileSync('tests/visual/lifelines-catalogue.json', 'utf8');

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

it.each(LOOKS)('the lifelines look as they should: $name', async (look) => {
  const page = await openLook(browser, `${served.origin}/people?view=lifelines&sort=party`, look, catalogue);
  // The filters stand above; the picture is of the lines.
  await page
    .locator('.drawing')
    .evaluate((drawing) => scrollTo(0, drawing.getBoundingClientRect().top - 160));
  expect(await differenceFrom(page, `lifelines-${look.name}`)).toBeUndefined();
  await page.context().close();
});
