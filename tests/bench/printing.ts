import type { Browser } from 'playwright-core';
import type { PrintMessage } from '../../main/archive/print-routes.ts';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { serveLibrary } from '../support/served-library.ts';
import type { Value } from './report.ts';
import { median, repeat } from './statistics.ts';

const GUIDE = 'entries=guides/the-july-days-1917';
const TIMES = 5;

interface Times {
  first: number;
  second: number;
  whole: number;
  pages: number;
  document: string;
}

/** How long a print takes from asking to the finished PDF, and what Chromium takes to print the same HTML once. */
export async function* printing(browser: Browser): AsyncGenerator<Value> {
  const served = await serveLibrary();
  try {
    yield {
      name: 'guide to PDF, Chromium started with it: ms',
      value: `${(await timed(served.origin, GUIDE)).whole}`,
    };
    const guide = await repeat(
      TIMES,
      async (time) => (await timed(served.origin, `${GUIDE}&title=${time}`)).whole,
    );
    yield { name: 'guide to PDF: ms', value: `${median(guide)}`, goal: 'under 500' };

    yield {
      name: 'from a choice to the first page of a guide drawn: ms',
      value: `${median(await choicesDrawn(browser, served.origin))}`,
      goal: 'under 500',
    };

    const pack = `entries=${(await packOf200Pages(served.origin)).join(',')}&glossary=appendix&people=1`;
    const runs: Times[] = [];
    for (let time = 0; time < TIMES; time += 1)
      runs.push(await timed(served.origin, `${pack}&title=Course ${time}`));
    const of = (name: 'first' | 'second' | 'whole') => Number(median(runs.map((run) => run[name])));
    yield { name: `pack of ${runs[0]?.pages} pages to PDF: ms`, value: `${of('whole')}`, goal: 'under 5000' };
    yield { name: 'of which first and second pass: ms', value: `${of('first')} + ${of('second')}` };

    const html = await (await fetch(served.origin + runs.at(-1)?.document)).text();
    const once = Number(median(await repeat(TIMES, () => printOnce(browser, html))));
    yield { name: 'the same HTML printed once by Chromium: ms', value: `${once}` };
    yield { name: 'the pack against that', value: (of('whole') / once).toFixed(2), goal: 'under 2.2' };
  } finally {
    await served.stop();
  }
}

async function timed(origin: string, query: string): Promise<Times> {
  const started = performance.now();
  const response = await fetch(`${origin}/api/prints?${query}`);
  const at: Partial<Record<string, number>> = {};
  let last = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    for (const line of chunk.split('\n').filter(Boolean)) {
      const message = JSON.parse(line) as PrintMessage;
      if ('step' in message) at[message.step] = performance.now();
      last = line;
    }
  }
  const message = JSON.parse(last) as PrintMessage;
  if (!('ready' in message)) throw new Error(last);
  await (await fetch(origin + message.ready.pdf)).arrayBuffer();
  const span = (from: string, to: string) => Math.round((at[to] ?? 0) - (at[from] ?? 0));
  const { pages, document } = message.ready;
  const whole = Math.round(performance.now() - started);
  return { first: span('first', 'second'), second: span('second', 'finish'), whole, pages, document };
}

/** In the window: a box is ticked and unticked, and each time the first page of the preview drawn anew. */
async function choicesDrawn(browser: Browser, origin: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}/print?${GUIDE}`);
  const box = page.getByRole('checkbox', { name: 'Ruled lines for answers' });
  await page.locator('.preview canvas[width]').first().waitFor();
  const times: number[] = [];
  for (let time = 0; time < 2 * TIMES; time += 1) {
    // Another title, lest the print be one that is kept.
    if (time % 2 === 0) await page.goto(`${origin}/print?${GUIDE}&title=Drawn ${time}`);
    await page.locator('.preview canvas[width]').first().waitFor();
    await page.waitForTimeout(300);
    const input = await box.elementHandle();
    times.push(
      await page.evaluate(async (checkbox) => {
        const canvas = document.querySelector('.preview canvas') as HTMLCanvasElement;
        const drawn = new Promise((resolve) => {
          new MutationObserver(resolve).observe(canvas, { attributeFilter: ['width'] });
        });
        const started = performance.now();
        (checkbox as HTMLInputElement).click();
        await drawn;
        return Math.round(performance.now() - started);
      }, input),
    );
  }
  await page.close();
  return times;
}

/** Guides, stages, and as many works and people as make some two hundred pages. */
async function packOf200Pages(origin: string): Promise<string[]> {
  const catalogue = (await (await fetch(`${origin}/api/catalogue`)).json()) as CatalogueEntry[];
  const some = (collection: string, count: number) =>
    catalogue.filter((entry) => entry.collection === collection).slice(0, count);
  const entries = [...some('guides', 14), ...some('stages', 6), ...some('works', 24), ...some('people', 10)];
  return entries.map(({ address }) => address.slice(1));
}

async function printOnce(browser: Browser, html: string): Promise<number> {
  const page = await browser.newPage();
  const started = performance.now();
  await page.setContent(html);
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const took = Math.round(performance.now() - started);
  await page.close();
  return took;
}
