import { dialog, session, shell, type App } from 'electron';
import { isArchiveAddress } from './archive-protocol.ts';

/**
 * Keeps every window on the archive: no navigation away, no window of its own, no permission;
 * a web address is opened outside only after a question. Electron's security checklist, items 5, 13, 14, 15.
 */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (isArchiveAddress(event.url)) return;
      event.preventDefault();
      void offerOutside(event.url);
    });
    contents.on('will-redirect', (event) => {
      if (!isArchiveAddress(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void offerOutside(url);
      return { action: 'deny' };
    });
  });
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    session.defaultSession.setPermissionCheckHandler(() => false);
  });
}

/** Asks before a web address leaves for the reader's browser; anything but http(s) is refused in silence. */
async function offerOutside(address: string): Promise<void> {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Open this address in your browser?',
    detail: address,
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) await shell.openExternal(address);
}
