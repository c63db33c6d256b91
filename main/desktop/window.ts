import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { ARCHIVE_HOME } from './archive-protocol.ts';

/** Opens a window on the library's home page. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 360,
    minHeight: 480,
    title: 'In Defence of October',
    show: false,
    backgroundColor: '#f6f1e6',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(ARCHIVE_HOME);
  return window;
}
