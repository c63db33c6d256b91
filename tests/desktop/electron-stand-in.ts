/**
 * A stand-in for the module `electron`: the part of its API that main/ uses, over real Chromium.
 * A window is a page, `protocol.handle` is a route, `contextBridge` is an init script.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../tools/chromium.ts';

/** Chromium knows no scheme of ours; this origin stands for `archive://library`, and is as secure as localhost. */
const ORIGIN = 'http://library.localhost';
const ARCHIVE_ORIGIN = 'archive://library';

type Handler = Parameters<Electron.Protocol['handle']>[1];

/** What the specs may look at. */
export interface StandInRecord {
  windows: BrowserWindow[];
  schemes: Electron.CustomScheme[];
  refused: string[];
  openedOutside: string[];
  asked: string[];
  permission: (name: string) => boolean;
  close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;
const handlers = new Map<string, Handler>();
let permissionHandler:
  ((contents: never, permission: never, decide: (granted: boolean) => void) => void) | undefined;

const record: StandInRecord = {
  windows: [],
  schemes: [],
  refused: [],
  openedOutside: [],
  asked: [],
  permission: (name) => {
    let answer = true;
    permissionHandler?.(undefined as never, name as never, (granted) => (answer = granted));
    return answer;
  },
  close: async () => (await browser)?.close(),
};
(globalThis as { electronStandIn?: StandInRecord }).electronStandIn = record;

class WebContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return record.windows;
  }
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new WebContents();
  readonly page: Promise<Page>;
  visible = false;
  #loading = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.visible = options.show ?? true;
    record.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.page = this.#open();
  }

  show(): void {
    this.visible = true;
  }

  async loadURL(address: string): Promise<void> {
    this.#loading = true;
    const page = await this.page;
    await page.goto(address.replace(ARCHIVE_ORIGIN, ORIGIN));
    this.#loading = false;
    this.emit('ready-to-show');
  }

  async #open(): Promise<Page> {
    browser ??= chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
    const context = await (
      await browser
    ).newContext({
      viewport: { width: this.options.width ?? 800, height: this.options.height ?? 600 },
    });
    const page = await context.newPage();
    const { preload } = this.options.webPreferences ?? {};
    if (preload) await page.addInitScript(initScript(readFileSync(preload, 'utf8')));
    await page.route('**/*', (route) => this.#answer(route, page));
    page.on('popup', (popup) => void popup.close());
    await page.exposeFunction('__open', (url: string) => this.webContents.openHandler?.({ url }).action);
    return page;
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const url = request.url().replace(ORIGIN, ARCHIVE_ORIGIN);
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && !this.#loading) {
      let prevented = false;
      this.webContents.emit('will-navigate', { url, preventDefault: () => (prevented = true) });
      if (prevented) {
        record.refused.push(url);
        return route.abort('aborted');
      }
    }
    const handler = handlers.get(new URL(url).protocol.replace(':', ''));
    if (!handler) return route.abort('blockedbyclient');
    const response = await handler(
      new Request(url, { method: request.method(), headers: request.headers() }) as never,
    );
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}

/** Runs a sandboxed preload in the page, with the one module it may require. */
function initScript(preload: string): string {
  return `(() => {
    window.open = (url) => { void window.__open(String(url)); return null; };
    const exposeInMainWorld = (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api) });
    const require = () => ({ contextBridge: { exposeInMainWorld } });
    const process = { platform: ${JSON.stringify(process.platform)} };
    const module = { exports: {} }, exports = module.exports;
    ${preload}
  })();`;
}

class App extends EventEmitter {
  whenReady = (): Promise<void> => Promise.resolve();
  quit(): void {
    void record.close();
  }
}
export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void record.schemes.push(...schemes),
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof permissionHandler) => (permissionHandler = handler),
    setPermissionCheckHandler: () => undefined,
  },
};

export const dialog = {
  showMessageBox: async ({ detail }: Electron.MessageBoxOptions) => {
    record.asked.push(detail ?? '');
    return { response: 0, checkboxChecked: false };
  },
};

export const shell = {
  openExternal: async (address: string) => void record.openedOutside.push(address),
};
