import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

export const JULY = ['guides/the-july-days-1917', 'works/on-slogans', 'people/leon-trotsky'];

/** A reader with a data folder of their own for each test of a file, and the key that lets them change it. */
export class PackReader {
  browser!: Browser;
  served!: ServedLibrary;
  page!: Page;

  constructor() {
    beforeAll(async () => void (this.browser = await launchBrowser()));
    beforeEach(async () => void (this.served = await serveLibrary()));
    afterEach(() => Promise.all([this.page.context().close(), this.served.stop()]));
    afterAll(() => this.browser.close());
  }

  async open(address: string, options: BrowserContextOptions = {}): Promise<void> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    this.page = await context.newPage();
    await this.page.goto(this.served.entry);
    await this.go(address);
  }

  async go(address: string): Promise<void> {
    await this.page.goto(this.served.origin + address);
    await this.page.locator('main h1').waitFor();
  }

  /** Opens the pack with entries in it. */
  async openPack(entries: readonly string[] = JULY, options: BrowserContextOptions = {}): Promise<void> {
    await this.open('/print', options);
    await this.page.evaluate(
      async (body) => {
        const headers = { 'Content-Type': 'application/json' };
        await fetch('/api/packs/current', { method: 'PUT', headers, body });
      },
      JSON.stringify({ title: '', entries }),
    );
    await this.go('/print');
  }

  button = (name: string | RegExp) => this.page.getByRole('button', { name });

  titles = () => this.page.locator('.what a').allInnerTexts();

  packLink = () => this.page.locator('header .pack').innerText();

  /** What is kept of the pack in the data folder. */
  async kept(): Promise<{ title: string; entries: string[] }> {
    const answer = await fetch(`${this.served.origin}/api/packs`);
    return ((await answer.json()) as { current: { title: string; entries: string[] } }).current;
  }

  /** How many pages the preview says there are, once there are any. */
  async pages(): Promise<number> {
    const state = this.page.locator('.state [role=status]');
    await state.filter({ hasText: /\d+ (page|side)/ }).waitFor();
    return Number.parseInt(await state.innerText(), 10);
  }
}
