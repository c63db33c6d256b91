/** Compares what a page looks like with a picture kept in tests/visual/golden/. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** Sizes and themes every view is kept in. */
export const LOOKS = [
  { name: '1280-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: '1280-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: '390-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: '390-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

/** Share of pixels that may differ: another Chromium smooths letters a little otherwise. */
const TOLERANCE = 0.02;
const FOLDER = join(import.meta.dirname, 'golden');
const RESULTS = join('test-results', 'visual');

/**
 * A page in one of the looks, over a catalogue that stays as it is while the library grows.
 * @param catalogue what `/api/catalogue` answers, as JSON
 */
export async function openLook(
  browser: Browser,
  address: string,
  look: (typeof LOOKS)[number],
  catalogue?: string,
): Promise<Page> {
  const { viewport, colorScheme } = look;
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (catalogue) {
    await page.route('**/api/catalogue', (route) =>
      route.fulfill({ contentType: 'application/json', body: catalogue }),
    );
  }
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/**
 * The share of pixels in which a page differs from its golden picture; both and their difference are written to
 * test-results/visual where it is too large. `UPDATE_GOLDEN=1` takes the page as the new picture.
 * @returns undefined where the page looks as it should, else a sentence
 */
export async function differenceFrom(page: Page, name: string): Promise<string | undefined> {
  return pictureDiffersFrom(
    PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' })),
    name,
  );
}

/** The same of any picture. */
export function pictureDiffersFrom(actual: PNG, name: string): string | undefined {
  const golden = join(FOLDER, `${name}.png`);
  if (process.env['UPDATE_GOLDEN']) {
    write(golden, coarser(actual));
    return undefined;
  }
  if (!existsSync(golden)) return `${golden} is missing. Look at the view, then run with UPDATE_GOLDEN=1.`;
  const expected = PNG.sync.read(readFileSync(golden));
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) {
    return `${name} is ${actual.width}×${actual.height}, its golden picture ${width}×${height}.`;
  }
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold: 0.2 });
  const share = pixels / (width * height);
  if (share <= TOLERANCE) return undefined;
  write(join(RESULTS, `${name}-actual.png`), actual);
  write(join(RESULTS, `${name}-difference.png`), difference);
  return `${name} differs in ${(share * 100).toFixed(1)} % of its pixels: see ${RESULTS}.`;
}

/** With fewer shades of the edges of letters, which the tolerance does not see and which take most of the room. */
function coarser(picture: PNG): PNG {
  const step = 8;
  for (const [at, value] of picture.data.entries()) {
    picture.data[at] = Math.min(255, Math.round(value / step) * step);
  }
  return picture;
}

function write(file: string, picture: PNG): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    PNG.sync.write(picture, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 }),
  );
}
