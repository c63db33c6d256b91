/** `npm run screenshots`: the README's pictures, taken of the real application. */
import { mkdir } from 'node:fs/promises';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveLibrary } from '../tests/support/served-library.ts';
import { ensureBuilt } from './ensure-built.ts';

await ensureBuilt();
await mkdir('docs', { recursive: true });
const [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(served.origin);
await page.locator('.guides li').last().waitFor();
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: 'docs/home.png' });
await Promise.all([browser.close(), served.stop()]);
