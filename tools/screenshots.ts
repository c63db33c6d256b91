/** `npm run screenshots`: the README's pictures, taken of the real application. */
import { mkdir } from 'node:fs/promises';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveLibrary } from '../tests/support/served-library.ts';
import { ensureBuilt } from './ensure-built.ts';

/** Each part of the library, and what has to be there before the picture is taken. */
const PICTURES: { name: string; address: string; ready: string; dark?: boolean }[] = [
  { name: 'home', address: '/', ready: '.guides li' },
  { name: 'stage', address: '/stages/july-days', ready: '.prose p' },
  { name: 'timeline', address: '/timeline', ready: '[role=option]', dark: true },
  { name: 'live', address: '/live?day=1917-02-27', ready: 'main h2' },
  { name: 'map', address: '/map', ready: '[role=option]' },
  { name: 'lifelines', address: '/people?view=lifelines', ready: 'main svg', dark: true },
  { name: 'people', address: '/people', ready: '.entries li' },
  { name: 'guide', address: '/guides/the-kornilov-affair', ready: '.prose p' },
  { name: 'work', address: '/works/april-theses', ready: '.prose p', dark: true },
  { name: 'search', address: '/search?q=order+no+1', ready: 'main mark' },
  {
    name: 'print',
    address: '/print?entries=guides/the-july-days-1917&answers=1',
    ready: '.preview canvas[width]',
  },
];

await ensureBuilt();
await mkdir('docs', { recursive: true });
const [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
for (const { name, address, ready, dark } of PICTURES) {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.goto(served.origin + address);
  await page.locator(ready).last().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `docs/${name}.png` });
}
await Promise.all([browser.close(), served.stop()]);
