/** The desktop entry: the archive on its own protocol, in one window. */
import { join } from 'node:path';
import { BrowserWindow, app, protocol } from 'electron';
import { openArchive } from './archive/open-archive.ts';
import { ARCHIVE_SCHEME, handleArchiveProtocol } from './desktop/archive-protocol.ts';
import { guardContents } from './desktop/guard.ts';
import { openWindow } from './desktop/window.ts';

protocol.registerSchemesAsPrivileged([ARCHIVE_SCHEME]);
guardContents(app);
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
app.on('activate', () => {
  if (BrowserWindow.getAllWindows().length === 0) openWindow();
});

await app.whenReady();
const archive = await openArchive(join(import.meta.dirname, '..'), (error) =>
  process.stderr.write(`${String(error)}\n`),
);
handleArchiveProtocol(protocol, archive);
openWindow();
