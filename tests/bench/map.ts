import type { Browser, Page } from 'playwright-core';
import { serveLibrary } from '../support/served-library.ts';
import type { Value } from './report.ts';
import { median, quantile, repeat } from './statistics.ts';

const TIMES = 7;
const FRAMES = 60;

/** The map: from the click on a link to its picture, and how evenly it is dragged. */
export async function* mapping(browser: Browser): AsyncGenerator<Value> {
  const served = await serveLibrary();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${served.origin}/places/kyiv`);
  await page.locator('main h1').waitFor();
  // The land is fetched once a window.
  yield { name: 'map: click to drawn, first time, ms', value: (await clickToDrawn(page)).toFixed(2) };
  const again = await repeat(TIMES, async () => {
    await page.goBack();
    await page.locator('article').waitFor();
    return clickToDrawn(page);
  });
  yield { name: 'map: click to drawn, ms (median of 7)', value: median(again), goal: '100' };
  for (const area of ['empire', 'petrograd']) {
    await page.goto(`${served.origin}/map?area=${area}`);
    await page.locator('.marks [role=option]').first().waitFor();
    const frames = await dragged(page);
    const value = `${median(frames)} / ${quantile(frames, 0.95)}`;
    yield { name: `map of ${area}: frame while dragged, ms (median / p95)`, value, goal: '16.7' };
  }
  await page.close();
  await served.stop();
}

/** From the click on "On the map" until a frame with the coasts and the marks has been painted. */
function clickToDrawn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const started = performance.now();
    document.querySelector<HTMLElement>('main a[href^="/map?place="]')?.click();
    const frame = () => new Promise(requestAnimationFrame);
    while (!document.querySelector('.land[d^=M]') || !document.querySelector('.marks')) await frame();
    await frame();
    return performance.now() - started;
  });
}

/** Times between frames while a pointer drags the drawing to and fro. */
function dragged(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const drawing = document.querySelector('.drawing');
    const { left = 0, top = 0 } = drawing?.getBoundingClientRect() ?? {};
    const send = (type: string, at: number) =>
      drawing?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + 300 + at, clientY: top + 150 }),
      );
    // A pointer that no hardware moves cannot be captured.
    Element.prototype.setPointerCapture = () => undefined;
    const times: number[] = [];
    send('pointerdown', 0);
    for (let step = 0; step <= count; step += 1) {
      times.push(await new Promise(requestAnimationFrame));
      send('pointermove', step < count / 2 ? step * 4 : (count - step) * 4);
    }
    send('pointerup', 0);
    return times.slice(1).map((time, at) => time - (times[at] ?? time));
  }, FRAMES);
}
