import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { exercise } from '../support/exercise.ts';
import { CAN_MEASURE, memoryOf, wakingsOf } from '../support/process-usage.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';
import { VIEWS } from '../support/views.ts';

/** Long enough for whatever repeats once a second or faster to show. */
const WATCHED_MS = 3_000;
/** Node looks after its own connections now and then; a timer of ours would wake it more often. */
const WAKINGS_ALLOWED = 30;
/** The goal for an old laptop, in megabytes. */
const MEMORY_LIMIT = 250;

let browser: Browser;
let served: ServedLibrary;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
});
afterAll(() => Promise.all([browser.close(), served.stop()]));

/** Opens a page that counts what it schedules and asks for. */
async function watched(address: string): Promise<{ page: Page; count: () => Promise<number> }> {
  const page = await browser.newPage();
  let requests = 0;
  page.on('request', () => (requests += 1));
  await page.addInitScript(() => {
    const store = globalThis as unknown as Record<string, (...parts: unknown[]) => unknown>;
    const counter = globalThis as unknown as { scheduled: number };
    counter.scheduled = 0;
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
      const real = store[name]!.bind(globalThis);
      store[name] = (run, ...rest) => {
        const counted = (...given: unknown[]) => {
          counter.scheduled += 1;
          return (run as (...parts: unknown[]) => unknown)(...given);
        };
        return real(counted, ...rest);
      };
    }
  });
  await page.goto(served.origin + address);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  // A preview is ready when the pages in sight and the next are drawn, which takes no network.
  if (address.startsWith('/print?')) {
    await page.waitForFunction(() => {
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.preview canvas')];
      return canvases.length > 0 && canvases.slice(0, 2).every(({ width }) => width > 0);
    });
  }
  return {
    page,
    count: async () =>
      requests + (await page.evaluate(() => (globalThis as unknown as { scheduled: number }).scheduled)),
  };
}

describe('when nobody does anything', () => {
  it('no view runs a timer, draws a frame, or asks for anything', async () => {
    const views = await Promise.all(VIEWS.map(watched));
    const before = await Promise.all(views.map(({ count }) => count()));
    await pause(WATCHED_MS);
    const after = await Promise.all(views.map(({ count }) => count()));
    expect(after.map((value, index) => `${VIEWS[index]}: ${value - before[index]!}`)).toEqual(
      VIEWS.map((address) => `${address}: 0`),
    );
    await Promise.all(views.map(({ page }) => page.close()));
  });

  it('the measure bites on a planted timer', async () => {
    const { page, count } = await watched('/');
    await page.evaluate(() => setInterval(() => undefined, 500));
    const before = await count();
    await pause(WATCHED_MS);
    expect(await count()).toBeGreaterThan(before + 2);
    await page.close();
  });

  it.skipIf(!CAN_MEASURE)('the threads of the server sleep, with a page open', async () => {
    const { page } = await watched('/');
    await pause(WATCHED_MS);
    const before = wakingsOf(served.pid);
    await pause(WATCHED_MS);
    expect(wakingsOf(served.pid) - before).toBeLessThan(WAKINGS_ALLOWED);
    await page.close();
  });
});

it.skipIf(!CAN_MEASURE)(`fifty pages and fifty searches take less than ${MEMORY_LIMIT} MB`, async () => {
  await exercise(served.origin);
  expect(memoryOf(served.pid).most).toBeLessThan(MEMORY_LIMIT);
  expect(served.errors()).toBe('');
});
