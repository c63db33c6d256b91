import type { Browser, Page } from 'playwright-core';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { serveLibrary } from '../support/served-library.ts';
import type { Value } from './report.ts';
import { median, quantile, repeat } from './statistics.ts';

const TIMES = 7;
const FRAMES = 60;
const SIZES = [300, 1500];

/** The timeline: from the click on its link to its drawing, and how evenly it is zoomed and moved. */
export async function* timeline(browser: Browser): AsyncGenerator<Value> {
  const served = await serveLibrary();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${served.origin}/people`);
  await page.locator('main h1').waitFor();
  const clicks = await repeat(TIMES, async () => {
    const time = await clickToDrawn(page);
    await page.goBack();
    await page.locator('.entries').waitFor();
    return time;
  });
  yield { name: 'timeline: click to drawn, ms (median of 7)', value: median(clicks), goal: '100' };
  const catalogue = (await (await fetch(`${served.origin}/api/catalogue`)).json()) as CatalogueEntry[];
  for (const size of SIZES) {
    await page.route('**/api/catalogue', (route) => route.fulfill({ json: withEvents(catalogue, size) }));
    await page.goto(`${served.origin}/timeline`);
    await page.locator('[role=option]').first().waitFor();
    for (const movement of ['zoomed', 'moved'] as const) {
      const frames = await framesWhile(page, movement);
      const value = `${median(frames)} / ${quantile(frames, 0.95)}`;
      yield { name: `timeline of ${size}: frame while ${movement}, ms (median / p95)`, value, goal: '16.7' };
    }
    await page.unroute('**/api/catalogue');
  }
  await page.close();
  await served.stop();
}

/** The catalogue with so many events: the library's own, again and again. */
function withEvents(catalogue: readonly CatalogueEntry[], size: number): CatalogueEntry[] {
  const events = catalogue.filter(
    ({ collection, date }) => collection === 'events' && date?.start.os.startsWith('1917'),
  );
  const others = catalogue.filter(({ collection }) => collection !== 'events');
  const copies = Array.from({ length: size }, (_, index) => {
    const event = events[index % events.length] as CatalogueEntry;
    const id = index < events.length ? event.id : `${event.id}-${index}`;
    return { ...event, id, address: `/events/${id}` };
  });
  return [...others, ...copies];
}

/** From the click on the link in the header until a frame with the marks has been painted. */
function clickToDrawn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const started = performance.now();
    document.querySelector<HTMLElement>('header a[href="/timeline"]')?.click();
    const frame = () => new Promise(requestAnimationFrame);
    while (!document.querySelector('.drawing [role=option]')) await frame();
    await frame();
    return performance.now() - started;
  });
}

/** Times between frames while the wheel zooms in and out, or moves to the side and back. */
function framesWhile(page: Page, movement: 'zoomed' | 'moved'): Promise<number[]> {
  return page.evaluate(
    async ([count, kind]) => {
      const drawing = document.querySelector('.drawing');
      const { left = 0, top = 0 } = drawing?.getBoundingClientRect() ?? {};
      const times: number[] = [];
      for (let step = 0; step <= count; step += 1) {
        times.push(await new Promise<number>(requestAnimationFrame));
        const there = step < count / 2 ? -1 : 1;
        const wheel = kind === 'zoomed' ? { deltaY: there * 60, ctrlKey: true } : { deltaX: -there * 40 };
        drawing?.dispatchEvent(
          new WheelEvent('wheel', {
            ...wheel,
            bubbles: true,
            cancelable: true,
            clientX: left + 500,
            clientY: top + 200,
          }),
        );
      }
      return times.slice(1).map((time, at) => time - (times[at] ?? time));
    },
    [FRAMES, movement] as const,
  );
}
