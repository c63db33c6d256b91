import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { exercise } from '../support/exercise.ts';
import { CAN_MEASURE, memoryOf, processorTimeOf, wakingsOf } from '../support/process-usage.ts';
import { serveLibrary } from '../support/served-library.ts';
import type { Value } from './report.ts';

const SETTLE_MS = 3_000;
const IDLE_SECONDS = 20;

/** What our own process takes of an old laptop: memory when used, processor time when not. */
export async function* frugality(browser: Browser): AsyncGenerator<Value> {
  if (!CAN_MEASURE) return;
  const served = await serveLibrary();
  const fresh = memoryOf(served.pid);
  await exercise(served.origin);
  const used = memoryOf(served.pid);
  yield { name: 'memory after the start, MB', value: fresh.now.toFixed(0) };
  yield {
    name: 'memory after 50 pages and 50 searches: now / most, MB',
    value: `${used.now.toFixed(0)} / ${used.most.toFixed(0)}`,
    goal: '250',
  };
  const page = await browser.newPage();
  await page.goto(served.origin);
  await page.locator('.guides li').last().waitFor();
  await pause(SETTLE_MS);
  const [time, wakings] = [processorTimeOf(served.pid), wakingsOf(served.pid)];
  await pause(IDLE_SECONDS * 1000);
  const share = ((processorTimeOf(served.pid) - time) / IDLE_SECONDS) * 100;
  yield { name: 'processor when idle with a page open, % of a core', value: share.toFixed(2), goal: '0.50' };
  yield { name: 'wakings of its threads in these 20 s', value: String(wakingsOf(served.pid) - wakings) };
  await page.close();
  await served.stop();
}
