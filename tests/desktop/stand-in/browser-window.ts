/** A window is a page in real Chromium; its web contents pass on what the shell asks of them. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import { chromium, type BrowserContext, type Frame, type Page, type Route } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../../tools/chromium.ts';
import { app } from './app.ts';
import { answerInvoke } from './ipc.ts';
import { preloadScript } from './preload-script.ts';
import { handlers } from './protocol.ts';
import { record } from './record.ts';

/** Chromium knows no scheme of ours; this origin stands for `archive://library`, and is as secure as localhost. */
const ORIGIN = 'http://library.localhost';
const ARCHIVE_ORIGIN = 'archive://library';
const toArchive = (url: string) => url.replace(ORIGIN, ARCHIVE_ORIGIN);

/** One context, as windows of one session share storage and channels. */
let session: Promise<BrowserContext> | undefined;

export async function closeBrowser(): Promise<void> {
  await (await session)?.browser()?.close();
  session = undefined;
}

export interface StandInFrame {
  url: string;
}

class WebContents extends EventEmitter {
  readonly #window: BrowserWindow;
  readonly mainFrame: StandInFrame;
  readonly navigationHistory = {
    canGoBack: () => true,
    canGoForward: () => true,
    goBack: () => void this.#window.page.then((page) => page.goBack()),
    goForward: () => void this.#window.page.then((page) => page.goForward()),
  };
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  address = '';
  zoomLevel = 0;
  loading = false;

  constructor(window: BrowserWindow) {
    super();
    this.#window = window;
    const contents = (): string => this.address;
    this.mainFrame = {
      get url() {
        return contents();
      },
    };
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.address;
  }
  isLoading(): boolean {
    return this.loading;
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  getZoomLevel(): number {
    return this.zoomLevel;
  }
  send(channel: string, ...args: unknown[]): void {
    void this.#window.page.then((page) =>
      page.evaluate(
        ([name, values]) => {
          const { __heard } = window as unknown as { __heard: Record<string, ((...a: unknown[]) => void)[]> };
          for (const listener of __heard[name] ?? []) listener({}, ...values);
        },
        [channel, args] as const,
      ),
    );
  }
  reload(): void {
    void this.#window.page.then((page) => page.reload());
  }
  print(
    options: Electron.WebContentsPrintOptions,
    callback?: (success: boolean, reason: string) => void,
  ): void {
    record.printed += 1;
    record.printJobs.push({ address: this.address, options });
    const reason = record.printFailures.shift();
    callback?.(reason === undefined, reason ?? '');
  }
  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#window.page).evaluate(code);
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#window.page;
    return page.pdf({
      ...(options.pageSize && { format: String(options.pageSize) }),
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      printBackground: options.printBackground ?? false,
      tagged: options.generateTaggedPDF ?? false,
      outline: options.generateDocumentOutline ?? false,
    });
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...record.windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return record.windows.find((window) => window.focused) ?? null;
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return record.windows.find(({ webContents }) => webContents === contents) ?? null;
  }

  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new WebContents(this);
  readonly page: Promise<Page>;
  bounds: Electron.Rectangle;
  visible: boolean;
  focused = false;
  maximized = false;
  title = '';
  progress = -1;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.visible = options.show ?? true;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    record.windows.push(this);
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
    this.page = this.#open();
  }

  show(): void {
    this.visible = true;
    this.focus();
  }
  focus(): void {
    for (const window of record.windows) window.focused = window === this;
    this.emit('focus');
  }
  getNormalBounds = (): Electron.Rectangle => this.bounds;
  isMaximized = (): boolean => this.maximized;
  isMinimized = (): boolean => false;
  isDestroyed = (): boolean => !record.windows.includes(this);
  maximize = (): void => void (this.maximized = true);
  getTitle = (): string => this.title;
  setProgressBar = (progress: number): void => void (this.progress = progress);
  close(): void {
    this.emit('close');
    this.destroy();
  }
  destroy(): void {
    record.windows.splice(record.windows.indexOf(this), 1);
    const wasLast = record.windows.length === 0;
    void this.page.then((page) => page.close());
    this.emit('closed');
    if (wasLast) app.emit('window-all-closed');
  }

  async loadURL(address: string): Promise<void> {
    this.webContents.loading = true;
    this.webContents.address = address;
    const page = await this.page;
    await page.goto(address.replace(ARCHIVE_ORIGIN, ORIGIN));
    this.webContents.loading = false;
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  async #open(): Promise<Page> {
    session ??= chromium
      .launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS })
      .then((browser) => browser.newContext());
    const page = await (await session).newPage();
    const { width, height } = this.bounds;
    await page.setViewportSize({ width, height });
    const { preload } = this.options.webPreferences ?? {};
    await page.exposeBinding('__invoke', ({ frame }, channel: string, args: unknown[]) =>
      answerInvoke(channel, args, { sender: this.webContents, senderFrame: this.#frame(frame, page) }),
    );
    await page.exposeFunction('__title', (title: string) => (this.title = title));
    await page.exposeFunction('__open', (url: string) =>
      this.webContents.openHandler?.({ url: toArchive(url) }),
    );
    if (preload) await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')));
    await page.route('**/*', (route) => this.#answer(route, page));
    page.on('popup', (popup) => void popup.close());
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      this.webContents.address = toArchive(frame.url());
      this.webContents.emit('did-navigate-in-page', {}, this.webContents.address, true);
    });
    page.on('console', (message) => {
      const level = message.type() === 'error' ? 'error' : 'info';
      const { url = '', lineNumber = 0 } = message.location();
      this.webContents.emit('console-message', { level, message: message.text(), sourceId: url, lineNumber });
    });
    return page;
  }

  #frame(frame: Frame, page: Page): StandInFrame {
    return frame === page.mainFrame() ? this.webContents.mainFrame : { url: toArchive(frame.url()) };
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const url = toArchive(request.url());
    if (request.isNavigationRequest() && !this.webContents.loading) {
      const isMainFrame = request.frame() === page.mainFrame();
      const name = isMainFrame ? 'will-navigate' : 'will-frame-navigate';
      let prevented = false;
      this.webContents.emit(name, { url, isMainFrame, preventDefault: () => (prevented = true) });
      if (prevented) {
        record.refused.push(url);
        return route.abort('aborted');
      }
    }
    const handler = handlers.get(new URL(url).protocol.replace(':', ''));
    if (!handler) return route.abort('blockedbyclient');
    const body = request.postDataBuffer();
    const response = await handler(
      new Request(url, {
        method: request.method(),
        headers: request.headers(),
        ...(body && { body: new Uint8Array(body) }),
      }) as never,
    );
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}
