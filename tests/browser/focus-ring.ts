import type { Browser, Page } from 'playwright-core';

/** Room around an element in which its ring is drawn. */
const MARGIN = 8;
/** WCAG 2.4.13: a ring two pixels thick; some of it may be hidden by what stands beside it. */
const THICKNESS = 2;
const SHARE = 0.7;
/** WCAG 1.4.11. */
const CONTRAST = 3;

export type FocusRingMeter = Awaited<ReturnType<typeof openFocusRingMeter>>;

/** Measures, in pixels that were really painted, how much the ring of the focused element changes. */
export async function openFocusRingMeter(browser: Browser) {
  // A page without a policy, in which pictures can be compared.
  const laboratory = await browser.newPage();

  /** Undefined where the ring shows, else how much of it does. */
  async function missing(page: Page): Promise<string | undefined> {
    const { clip, perimeter } = await page.evaluate((margin) => {
      const focused = document.activeElement as HTMLElement;
      const rects = [...focused.getClientRects()];
      const rect = rects.sort((a, b) => b.width - a.width)[0] ?? focused.getBoundingClientRect();
      const left = Math.max(0, rect.left - margin);
      const top = Math.max(0, rect.top - margin);
      return {
        clip: {
          x: left,
          y: top,
          width: Math.min(innerWidth, rect.right + margin) - left,
          height: Math.min(innerHeight, rect.bottom + margin) - top,
        },
        perimeter: 2 * (rect.width + Math.min(rect.height, innerHeight)),
      };
    }, MARGIN);
    const shown = await page.screenshot({ clip });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*, *::before, *::after { outline-style: none !important }');
      document.adoptedStyleSheets = [sheet];
    });
    const plain = await page.screenshot({ clip });
    await page.evaluate(() => (document.adoptedStyleSheets = []));
    const changed = await changedPixels(shown, plain);
    const wanted = perimeter * THICKNESS * SHARE;
    return changed >= wanted ? undefined : `${changed} of ${Math.round(wanted)} pixels of its ring show`;
  }

  /** Pixels of two pictures whose colours differ by the contrast that is asked of a ring. */
  function changedPixels(first: Buffer, second: Buffer): Promise<number> {
    return laboratory.evaluate(
      async ({ pictures, contrast }) => {
        const [a, b] = await Promise.all(
          pictures.map(async (picture) => {
            const blob = await (await fetch(`data:image/png;base64,${picture}`)).blob();
            const bitmap = await createImageBitmap(blob);
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
            canvas.drawImage(bitmap, 0, 0);
            return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
          }),
        );
        // WCAG's relative luminance.
        const linear = (value = 0) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        const luminance = (data: Uint8ClampedArray, at: number) =>
          0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
        let changed = 0;
        for (let at = 0; at < a!.length; at += 4) {
          if (a![at] === b![at] && a![at + 1] === b![at + 1] && a![at + 2] === b![at + 2]) continue;
          const [low, high] = [luminance(a!, at), luminance(b!, at)].sort((x, y) => x - y);
          if ((high! + 0.05) / (low! + 0.05) >= contrast) changed += 1;
        }
        return changed;
      },
      { pictures: [first.toString('base64'), second.toString('base64')], contrast: CONTRAST },
    );
  }

  return { missing };
}
