import { dialog, session, shell, type App } from 'electron';
import { isArchiveAddress } from './archive-protocol.ts';
import { words } from './words.ts';

/**
 * Keeps every window on the archive: no navigation away, no window of its own, no permission, no download;
 * a web address is opened outside only after a question. Electron's security checklist, items 5, 13, 14, 15.
 * @param openWindow opens one of the archive's own addresses in a window like the others
 */
export function guardContents(app: App, openWindow: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { url: string; preventDefault: () => void }): void => {
      if (isArchiveAddress(event.url)) return;
      event.preventDefault();
      void offerOutside(event.url);
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) stay(event);
    });
    contents.on('will-redirect', (event) => {
      if (!isArchiveAddress(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isArchiveAddress(url)) openWindow(new URL(url).href);
      else void offerOutside(url);
      return { action: 'deny' };
    });
  });
  void app.whenReady().then(() => {
    const { defaultSession } = session;
    defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    defaultSession.setPermissionCheckHandler(() => false);
    defaultSession.setDevicePermissionHandler(() => false);
  });
}

/** Asks before a web address leaves for the reader's browser; anything but http(s) is refused in silence. */
export async function offerOutside(address: string): Promise<void> {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.dialog.openOutside,
    detail: address,
    buttons: [words.dialog.cancel, words.dialog.open],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) await shell.openExternal(address);
}
