import { extname } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Archive } from '../archive/archive.ts';
import { ARCHIVE_HOME } from './archive-protocol.ts';
import type { ExportOutcome } from './bridge.ts';
import type { FileSaver } from './save-file.ts';

/** Makes exports for the windows and saves them where the reader chooses. A window makes one at a time. */
export function createExportSaver(files: FileSaver, archive: Archive) {
  const running = new WeakMap<BrowserWindow, AbortController>();
  return {
    /** @param address the export's own, as the window's bridge has checked it */
    async save(window: BrowserWindow, address: string): Promise<ExportOutcome> {
      running.get(window)?.abort();
      const controller = new AbortController();
      running.set(window, controller);
      window.setProgressBar(2);
      try {
        const request = new Request(new URL(address, ARCHIVE_HOME), { signal: controller.signal });
        const response = await archive.fetch(request);
        if (controller.signal.aborted) return { outcome: 'cancelled' };
        if (!response.ok) return { outcome: 'refused', detail: await detailOf(response) };
        const bytes = new Uint8Array(await response.arrayBuffer());
        window.setProgressBar(-1);
        const name = nameOf(response.headers.get('content-disposition') ?? '');
        const extension = extname(name).slice(1);
        const filters = [{ name: extension.toUpperCase(), extensions: [extension] }];
        const saved = await files.save(window, { name, filters, make: async () => bytes });
        return { outcome: saved ? 'saved' : 'cancelled' };
      } finally {
        if (!window.isDestroyed()) window.setProgressBar(-1);
        if (running.get(window) === controller) running.delete(window);
      }
    },
    cancel: (window: BrowserWindow): void => running.get(window)?.abort(),
  };
}

async function detailOf(response: Response): Promise<string> {
  const { title, detail } = (await response.json()) as { title: string; detail: string };
  return `${title}. ${detail}`;
}

/** RFC 6266, as export-routes.ts writes it. */
function nameOf(disposition: string): string {
  return decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'export');
}
