import { dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { Windows } from './windows.ts';
import { fill, words } from './words.ts';
import { whyNotWritten, writeBeside } from './write-beside.ts';

/** What is to be saved, and how it is made once the reader has said where. */
export interface Saving {
  /** Proposed, with its extension. */
  name: string;
  filters: FileFilter[];
  make: () => Promise<Uint8Array>;
}

/** Keeps what was saved last, so that the window can ask to see it without naming a path. */
export interface FileSaver {
  /** Whether it was saved: not where the reader cancels, nor where it fails, which a dialog tells. */
  save(window: BrowserWindow, saving: Saving): Promise<boolean>;
  readonly lastSaved: string | undefined;
}

/** Saves files where the reader chooses: the folder is remembered, the file written beside and renamed. */
export function createFileSaver(windows: Windows): FileSaver {
  let lastSaved: string | undefined;
  return {
    get lastSaved() {
      return lastSaved;
    },
    async save(window, { name, filters, make }) {
      const folder = windows.pdfFolder ?? app.getPath('documents');
      const defaultPath = join(folder, name);
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, filters });
      if (canceled || !filePath) return false;
      window.setProgressBar(2);
      try {
        await writeBeside(filePath, await make());
        lastSaved = filePath;
        windows.rememberPdfFolder(dirname(filePath));
        const text = fill(words.dialog.saved, { file: filePath });
        windows.send({ name: 'notice', text, action: 'show-saved' }, window);
        return true;
      } catch (error) {
        const isPdf = filters[0]?.extensions[0] === 'pdf';
        await dialog.showMessageBox(window, {
          type: 'error',
          message: isPdf ? words.dialog.cannotSave : words.dialog.cannotExport,
          detail: whyNotWritten(error),
          buttons: [words.dialog.ok],
        });
        return false;
      } finally {
        if (!window.isDestroyed()) window.setProgressBar(-1);
      }
    },
  };
}
