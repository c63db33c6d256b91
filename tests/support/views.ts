import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** One address of every kind of view, and of every collection's entries. */
export const VIEWS = [
  '/',
  '/timeline',
  '/timeline?view=table&theme=village',
  '/people',
  '/map',
  '/map?area=petrograd&place=smolny',
  '/map?view=table',
  '/live?day=1917-02-27',
  '/people?view=lifelines',
  '/people?view=lifelines&as=table',
  '/search?q=lenin',
  '/nowhere',
  '/stages/july-days',
  '/events/order-no-1',
  '/people/leon-trotsky',
  '/organisations/petrograd-soviet',
  '/places/petrograd',
  '/terms/soviet',
  '/works/april-theses',
  '/guides/the-july-days-1917',
  '/articles/delincuentes-sanitarios',
  '/pages/handbook',
  '/print',
  '/print?entries=guides/the-july-days-1917',
  '/settings',
  '/licences',
] as const;

/** Opens a view in a context of its own, and waits until all of it is shown in its own fonts. */
export async function openView(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('main h1').waitFor();
  if (address.includes('/search?')) await page.locator('.results li').first().waitFor();
  if (address.includes('/print?')) await page.locator('.preview canvas, iframe.preview').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}
