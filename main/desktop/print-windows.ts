import { randomUUID } from 'node:crypto';
import { BrowserWindow, dialog, type WebContentsPrintOptions, type WebPreferences } from 'electron';
import type { Archive } from '../archive/archive.ts';
import type { PagePrinter } from '../printing/make-pdf.ts';
import { createLinger } from '../printing/linger.ts';
import { createPool, usePooled } from '../printing/pool.ts';
import { LOAD_FONTS } from '../printing/print-fonts.ts';
import type { PrintOptions } from '../printing/print-options.ts';
import { printPolicy } from '../printing/print-policy.ts';
import { ARCHIVE_HOME } from './archive-protocol.ts';
import { words } from './words.ts';

/** Where a document lies while it is printed: an address of our own that only the shell answers. */
const FOLDER = '/printing/';
/** As many as a print has halves. */
const MOST_WINDOWS = 2;

type Outcome = 'printed' | 'cancelled' | { failed: string };

/** Windows that are never shown: Chromium prints what is in them. */
export interface PrintWindows extends PagePrinter {
  /** The document of one of our addresses, to be asked before the archive is. */
  answer(pathname: string): Response | undefined;
  /** Prints a document by the system's dialog, over the window that asked for it. */
  printByDialog(html: string, paper: PrintOptions['paper'], over: BrowserWindow): Promise<Outcome>;
  /** Whether a window is one of these, and none of the reader's. */
  has(window: BrowserWindow): boolean;
  close(): void;
}

export function createPrintWindows(): PrintWindows {
  const documents = new Map<string, string>();
  const windows = new Set<BrowserWindow>();
  /** Those that wait for the next print; a window over which a dialog is open is not among them. */
  const pooled = new Set<BrowserWindow>();
  let isOpening = false;
  const openPooled = async () => {
    const window = open();
    pooled.add(window);
    return window;
  };
  let pool = createPool(MOST_WINDOWS, openPooled);

  function open(parent?: BrowserWindow): BrowserWindow {
    // Electron tells of a new window before its constructor has returned.
    isOpening = true;
    try {
      const window = new BrowserWindow({
        show: false,
        webPreferences: PREFERENCES,
        ...(parent && { parent }),
      });
      windows.add(window);
      window.once('closed', () => windows.delete(window));
      return window;
    } finally {
      isOpening = false;
    }
  }

  function destroy(window: BrowserWindow): void {
    windows.delete(window);
    pooled.delete(window);
    if (!window.isDestroyed()) window.destroy();
  }

  function close(): void {
    for (const window of [...pooled]) destroy(window);
    pool = createPool(MOST_WINDOWS, openPooled);
  }

  const linger = createLinger(close);

  async function load(window: BrowserWindow, html: string): Promise<void> {
    const id = randomUUID();
    documents.set(id, html);
    try {
      await window.loadURL(new URL(FOLDER + id, ARCHIVE_HOME).href);
    } finally {
      documents.delete(id);
    }
    await window.webContents.executeJavaScript(LOAD_FONTS);
  }

  async function printIn(window: BrowserWindow, html: string, tagged: boolean): Promise<Buffer> {
    await load(window, html);
    return window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: tagged,
      generateDocumentOutline: tagged,
    });
  }

  return {
    has: (window) => isOpening || windows.has(window),
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
    print: (html, { signal, tagged }) =>
      linger.during(async () =>
        usePooled(
          pool,
          signal,
          (window) => unlessGone(window, printIn(window, html, tagged)),
          // A window in the middle of a print is of no more use.
          destroy,
        ),
      ),
    async printByDialog(html, paper, over) {
      const window = open(over);
      try {
        await load(window, html);
        return await byDialog(window, { printBackground: true, pageSize: PAGE_SIZES[paper] });
      } finally {
        destroy(window);
      }
    },
  };
}

const PREFERENCES: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  backgroundThrottling: false,
};
const PAGE_SIZES = { a4: 'A4', letter: 'Letter', a5: 'A5' } as const;

/** Work in a window; the promise of a window that is gone might never settle. @throws when it is */
async function unlessGone<T>(window: BrowserWindow, work: Promise<T>): Promise<T> {
  const { webContents } = window;
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const gone = () => reject(new Error('The page that was printed ended'));
  webContents.once('render-process-gone', gone);
  window.once('closed', gone);
  try {
    return await Promise.race([work, ended]);
  } finally {
    if (!window.isDestroyed()) {
      webContents.removeListener('render-process-gone', gone);
      window.removeListener('closed', gone);
    }
  }
}

/** Prints what is finished, and says why where that fails; a dialog that was closed needs no words. */
export async function printFinished(
  { printer, archive }: { printer: PrintWindows; archive: Archive },
  window: BrowserWindow,
  address: string,
  paper: PrintOptions['paper'],
): Promise<void> {
  const response = await archive.fetch(new Request(new URL(address, ARCHIVE_HOME)));
  const outcome = response.ok
    ? await printer.printByDialog(await response.text(), paper, window)
    : { failed: ((await response.json()) as { detail: string }).detail };
  if (typeof outcome === 'string' || window.isDestroyed()) return;
  const { cannotPrint: message, otherPrinter, ok } = words.dialog;
  const detail = response.ok ? `${outcome.failed}. ${otherPrinter}` : outcome.failed;
  await dialog.showMessageBox(window, { type: 'error', message, detail, buttons: [ok] });
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
