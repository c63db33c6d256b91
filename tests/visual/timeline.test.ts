import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { LOOKS, differenceFrom, openLook } from './golden.ts';

const catalogue = readFileSync(join(import.meta.dirname, 'map-catalogue.json'), 'utf8');
let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

describe('the timeline looks as it should', () => {
  it.each(LOOKS)('$name', async (look) => {
    const page = await openLook(browser, `${served.origin}/timeline`, look, catalogue);
    await page.locator('[role=option]').first().waitFor();
    await page.locator('.drawing').scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    expect(await differenceFrom(page, `timeline-${look.name}`)).toBeUndefined();
    await page.context().close();
  });
});
