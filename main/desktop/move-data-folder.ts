import { access, constants, cp } from 'node:fs/promises';
import { app, dialog, type BrowserWindow } from 'electron';
import { ownSurroundings, rememberDataFolder, type DataFolder } from '../data/data-folder.ts';
import { fill, words } from './words.ts';

/** The program's own files; what Chromium keeps beside them is made anew. */
const OWN_FILES = /^(settings|windows|recent)(\.[^.]+)?\.json$|^study\.db|^backups$/;

/** Lets the reader choose another data folder, copies what is kept, and uses it from the next start. Nothing is deleted. */
export async function moveDataFolder(window: BrowserWindow, { path }: DataFolder): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.dialog.chooseFolder,
    buttonLabel: words.dialog.use,
    defaultPath: path,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || !folder || folder === path) return;
  try {
    await access(folder, constants.W_OK);
    await copyOwnFiles(path, folder);
    rememberDataFolder(folder, ownSurroundings());
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    await dialog.showMessageBox(window, {
      type: 'error',
      message: words.dialog.folderRefused,
      detail: fill(words.dialog.folderRefusedDetail, { folder, code }),
      buttons: [words.dialog.ok],
    });
    return;
  }
  const { response } = await dialog.showMessageBox(window, {
    message: words.dialog.folderChosen,
    detail: fill(words.dialog.folderDetail, { folder }),
    buttons: [words.dialog.restart, words.dialog.later],
    defaultId: 0,
    cancelId: 1,
  });
  if (response !== 0) return;
  app.relaunch();
  app.quit();
}

/** A file that is already there is the reader's, and stays. */
async function copyOwnFiles(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    force: false,
    filter: (source) =>
      source === from || OWN_FILES.test(source.slice(from.length + 1).split(/[\\/]/)[0] ?? ''),
  });
}
