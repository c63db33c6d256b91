import type { Browser, Page } from 'playwright-core';
import { serveLibrary } from '../support/served-library.ts';
import type { Value } from './report.ts';
import { median } from './statistics.ts';

const TIMES = 9;

/** From the click to the drawn view, of 1917 Live and of the lifelines. */
export async function* live(browser: Browser): AsyncGenerator<Value> {
  const served = await serveLibrary();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const goal = '100';
  await page.goto(`${served.origin}/live?day=1917-02-20`);
  await page.locator('.calendar').waitFor();
  const steps: number[] = [];
  for (let time = 0; time < TIMES; time += 1)
    steps.push(await clickToDrawn(page, '[aria-label="Day after"]'));
  yield { name: '1917 Live: click to the next day drawn, ms (median of 9)', value: median(steps), goal };

  const lines: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.goto(`${served.origin}/people`);
    await page.locator('.entries').waitFor();
    lines.push(await clickToDrawn(page, 'a[href="/people?view=lifelines"]'));
  }
  yield { name: 'lifelines: click to all lives drawn, ms (median of 9)', value: median(lines), goal };
  await page.close();
  await served.stop();
}

/** Until the frame after the last change that the click makes to the page. */
function clickToDrawn(page: Page, selector: string): Promise<number> {
  return page.evaluate(async (name) => {
    const link = document.querySelector<HTMLElement>(name)!;
    const main = document.querySelector('main')!;
    const started = performance.now();
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(main, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    link.click();
    await changed;
    // The task after a frame's callback runs when the frame is drawn.
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - started;
  }, selector);
}
