import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { placeWindow } from './place-window.ts';
import { words } from './words.ts';

/** Paper and ink of renderer/styles/tokens.css, shown until the page is. */
const PAPER = { light: '#f6f1e6', dark: '#171412' };

/** Makes a window that is shown once its page can be. */
export function createWindow(place: ReturnType<typeof placeWindow>): BrowserWindow {
  const window = new BrowserWindow({
    ...place,
    minWidth: 360,
    minHeight: 480,
    title: words.name,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    // The page has nothing of Node and nothing but the preload's bridge. Said in full, though most are the defaults.
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
