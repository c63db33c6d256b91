import { randomUUID } from 'node:crypto';
import { BrowserWindow, dialog, type WebContentsPrintOptions } from 'electron';
import type { PagePrinter } from '../printing/make-pdf.ts';
import { createPool } from '../printing/pool.ts';
import { LOAD_FONTS } from '../printing/print-fonts.ts';
import type { PrintOptions } from '../printing/print-options.ts';
import { printPolicy } from '../printing/print-policy.ts';
import { ARCHIVE_HOME } from './archive-protocol.ts';
import { words } from './words.ts';

/** Where a document lies while it is printed: an address of our own that only the shell answers. */
const FOLDER = '/printing/';
/** As many as a print has halves. */
const MOST_WINDOWS = 2;
/** Windows that nobody prints with any more are closed after so long. */
const LINGER_MS = 60_000;

type Outcome = 'printed' | 'cancelled' | { failed: string };

/** Windows that are never shown: Chromium prints what is in them. */
export interface PrintWindows extends PagePrinter {
  /** The document of one of our addresses, to be asked before the archive is. */
  answer(pathname: string): Response | undefined;
  /** Prints a page of the archive by the system's dialog. */
  printByDialog(address: string, paper: PrintOptions['paper']): Promise<Outcome>;
  /** Whether a window is one of these, and none of the reader's. */
  has(window: BrowserWindow): boolean;
  close(): void;
}

export function createPrintWindows(): PrintWindows {
  const documents = new Map<string, string>();
  const windows = new Set<BrowserWindow>();
  let linger: NodeJS.Timeout | undefined;
  let under = 0;
  let pool = createPool(MOST_WINDOWS, async () => openHidden(windows));

  function close(): void {
    clearTimeout(linger);
    const closing = [...windows];
    windows.clear();
    for (const window of closing) if (!window.isDestroyed()) window.destroy();
    pool = createPool(MOST_WINDOWS, async () => openHidden(windows));
  }

  async function printIn(window: BrowserWindow, html: string, tagged: boolean): Promise<Buffer> {
    const id = randomUUID();
    documents.set(id, html);
    try {
      await window.loadURL(new URL(FOLDER + id, ARCHIVE_HOME).href);
    } finally {
      documents.delete(id);
    }
    const { webContents } = window;
    await webContents.executeJavaScript(LOAD_FONTS);
    return webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: tagged,
      generateDocumentOutline: tagged,
    });
  }

  return {
    has: (window) => windows.has(window),
    close,
    answer(pathname) {
      if (!pathname.startsWith(FOLDER)) return undefined;
      const html = documents.get(pathname.slice(FOLDER.length));
      if (html === undefined) return new Response(null, { status: 404 });
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': printPolicy(html),
      };
      return new Response(html, { headers });
    },
    async print(html, { signal, tagged }) {
      signal.throwIfAborted();
      clearTimeout(linger);
      under += 1;
      const from = pool;
      const window = await from.take();
      const { promise: stopped, reject } = Promise.withResolvers<never>();
      const stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      try {
        const bytes = await Promise.race([printIn(window, html, tagged), stopped]);
        from.give(window);
        return bytes;
      } catch (error) {
        // A window in the middle of a print is of no more use.
        windows.delete(window);
        if (!window.isDestroyed()) window.destroy();
        from.drop();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
        under -= 1;
        if (under === 0) {
          linger = setTimeout(close, LINGER_MS);
          linger.unref();
        }
      }
    },
    async printByDialog(address, paper) {
      const window = openHidden(windows);
      try {
        await window.loadURL(new URL(address, ARCHIVE_HOME).href);
        await window.webContents.executeJavaScript(LOAD_FONTS);
        return await byDialog(window, { printBackground: true, pageSize: PAGE_SIZES[paper] });
      } finally {
        windows.delete(window);
        if (!window.isDestroyed()) window.destroy();
      }
    },
  };
}

/** Prints what is finished, and says why where that fails; a dialog that was closed needs no words. */
export async function printFinished(
  printer: PrintWindows,
  window: BrowserWindow,
  address: string,
  paper: PrintOptions['paper'],
): Promise<void> {
  const outcome = await printer.printByDialog(address, paper);
  if (typeof outcome === 'string') return;
  const { cannotPrint: message, ok } = words.dialog;
  await dialog.showMessageBox(window, { type: 'error', message, detail: outcome.failed, buttons: [ok] });
}

const PAGE_SIZES = { a4: 'A4', letter: 'Letter', a5: 'A5' } as const;

function openHidden(windows: Set<BrowserWindow>): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  windows.add(window);
  window.once('closed', () => windows.delete(window));
  return window;
}

/** Electron tells of a dialog that was closed as of a failure. */
function byDialog(window: BrowserWindow, options: WebContentsPrintOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    window.webContents.print(options, (success, reason) => {
      if (success) resolve('printed');
      else resolve(/cancel/i.test(reason) ? 'cancelled' : { failed: reason });
    });
  });
}
