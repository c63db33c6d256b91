import type { Browser, Page } from 'playwright-core';
import { AxeBuilder } from './axe.ts';

export interface WalkFindings {
  /** Requests that left the origin. */
  left: string[];
  /** What else went wrong, each with the address where it did. */
  wrong: string[];
}

/** Each so many pages one is loaded afresh; the others are reached as a click reaches them. */
const RELOAD_EVERY = 20;

/**
 * Walks addresses of the application in one tab, each shown once and looked at from every side:
 * requests, errors, policy, title, focus, and axe in both themes.
 */
export async function walkPages(browser: Browser, origin: string, addresses: readonly string[]) {
  const page = await browser.newPage();
  const findings: WalkFindings = { left: [], wrong: [] };
  let at = '';
  const note = (finding: string) => findings.wrong.push(`${at}: ${finding}`);
  watch(page, origin, findings.left, note);
  for (const [index, address] of addresses.entries()) {
    at = address;
    if (index % RELOAD_EVERY === 0) await load(page, origin + address);
    else await follow(page, address, note);
    await check(page, note);
  }
  await page.close();
  return findings;
}

/** Records what leaves the origin, what is answered without a policy, and every error. */
export function watch(page: Page, origin: string, left: string[], note: (finding: string) => void): void {
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) left.push(request.url());
  });
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('response', (response) => {
    if (!response.headers()['content-security-policy']) note(`no policy: ${response.url()}`);
  });
}

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main h1').waitFor();
}

/** Goes to an address as a link does, without a reload. */
async function follow(page: Page, address: string, note: (finding: string) => void): Promise<void> {
  const before = await page.title();
  const state = await page.evaluate(async (to) => {
    const { finished } = navigation.navigate(to);
    await finished;
    return { title: document.title, focused: document.activeElement?.tagName };
  }, address);
  if (state.title === before) note(`the title is still ${before}`);
  if (state.focused !== 'H1') note(`the focus is on ${state.focused}, not on the heading`);
}

async function check(page: Page, note: (finding: string) => void): Promise<void> {
  if ((await page.locator('main .eyebrow').count()) > 0) note('not found');
  for (const finding of await AxeBuilder.violations(page, 'text')) note(finding);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const finding of await AxeBuilder.violations(page, 'colours')) note(`dark: ${finding}`);
  await page.emulateMedia({ colorScheme: 'light' });
}
