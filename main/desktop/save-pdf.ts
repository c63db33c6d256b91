import type { BrowserWindow } from 'electron';
import { fileNameOf } from '../exports/file-name.ts';
import type { Settings } from '../settings/settings-schema.ts';
import type { FileSaver } from './save-file.ts';
import { words } from './words.ts';

/** Saves the page of a window as a PDF where the reader chooses. */
export function createPdfSaver(files: FileSaver, paper: () => Settings['paper']) {
  return {
    async save(window: BrowserWindow): Promise<void> {
      await files.save(window, {
        name: `${fileNameOf(window.getTitle().replace(` – ${words.name}`, ''))}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        make: () => printPage(window, paper()),
      });
    },
  };
}

function printPage(window: BrowserWindow, paper: Settings['paper']): Promise<Buffer> {
  return window.webContents.printToPDF({
    pageSize: paper === 'letter' ? 'Letter' : 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}
