import type { Browser } from 'playwright-core';
import { serveLibrary } from '../support/served-library.ts';
import type { Value } from './report.ts';
import { median, repeat } from './statistics.ts';

const TIMES = 7;

/** From the start of the program to what a reader can use, in a browser that is open already. */
export async function* starting(browser: Browser): AsyncGenerator<Value> {
  const answers = await repeat(TIMES, firstAnswer);
  yield { name: 'start to first search answer, ms (median of 7)', value: median(answers) };
  const pages = await repeat(TIMES, () => firstPage(browser));
  const at = (pick: (page: Awaited<ReturnType<typeof firstPage>>) => number) => median(pages.map(pick));
  yield { name: 'start to the address being answered, ms', value: at(({ listening }) => listening) };
  yield { name: 'start to first contentful paint, ms', value: at(({ painted }) => painted) };
  yield { name: 'start to first readable page, ms', value: at(({ readable }) => readable), goal: '1500' };
  yield { name: 'of which in the browser: first paint, ms', value: at(({ paint }) => paint) };
}

async function firstAnswer(): Promise<number> {
  const started = performance.now();
  const served = await serveLibrary();
  await (await fetch(`${served.origin}/api/search?q=lenin`)).json();
  const taken = performance.now() - started;
  await served.stop();
  return taken;
}

/** Readable: something is painted, and all the text of the home page is there. */
async function firstPage(browser: Browser) {
  const page = await browser.newPage();
  const started = Date.now();
  const served = await serveLibrary();
  const listening = Date.now() - started;
  await page.goto(served.origin, { waitUntil: 'commit' });
  await page.locator('.guides li').last().waitFor();
  const { text, paint, origin } = await page.evaluate(async () => {
    const text = performance.timeOrigin + performance.now();
    const paint = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName('first-contentful-paint');
        if (first) resolve(first.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    return { text, paint, origin: performance.timeOrigin };
  });
  await page.close();
  await served.stop();
  const painted = origin + paint - started;
  return { listening, paint, painted, readable: Math.max(painted, text - started) };
}
