import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Settings } from '../settings/settings-schema.ts';
import type { Windows } from './windows.ts';
import { fill, words } from './words.ts';

/** Keeps what was saved last, so that the window can ask to see it without naming a path. */
export interface PdfSaver {
  save(window: BrowserWindow): Promise<void>;
  readonly lastSaved: string | undefined;
}

/** Saves the page of a window as a PDF where the reader chooses, written beside and renamed. */
export function createPdfSaver(windows: Windows, paper: () => Settings['paper']): PdfSaver {
  let lastSaved: string | undefined;
  return {
    get lastSaved() {
      return lastSaved;
    },
    async save(window) {
      const folder = windows.pdfFolder ?? app.getPath('documents');
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(folder, `${fileNameOf(window.getTitle())}.pdf`),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (canceled || !filePath) return;
      window.setProgressBar(2);
      try {
        await writeBeside(filePath, await printPage(window, paper()));
        lastSaved = filePath;
        windows.rememberPdfFolder(dirname(filePath));
        const text = fill(words.dialog.saved, { file: filePath });
        windows.send({ name: 'notice', text, action: 'show-saved' }, window);
      } catch (error) {
        await dialog.showMessageBox(window, {
          type: 'error',
          message: words.dialog.cannotSave,
          detail: reasonOf(error),
          buttons: [words.dialog.ok],
        });
      } finally {
        window.setProgressBar(-1);
      }
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

async function writeBeside(path: string, bytes: Buffer): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return words.dialog.noSpace;
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES' || code === 'EROFS')
    return words.dialog.inUse;
  if (code === 'ENOENT' || code === 'ENOTDIR') return words.dialog.noFolder;
  return error instanceof Error ? error.message : String(error);
}

/** The title of the page without what file systems refuse. */
function fileNameOf(title: string): string {
  const entry = title.replace(` – ${words.name}`, '');
  const allowed = entry.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').trim();
  return allowed.replace(/\.+$/, '').slice(0, 120) || words.name;
}
