import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, crashReporter, dialog, type BrowserWindow } from 'electron';
import log from 'electron-log/node';
import { words } from './words.ts';

/** What the About window shows of the log. */
const SHOWN_LINES = 200;

export interface Log {
  error(error: unknown): void;
  /** The last lines, or an empty text where nothing was ever logged. */
  tail(): string;
}

/** Writes errors and crashes to a file in the data folder. Nothing is sent anywhere. */
export function startLog(dataFolder: string): Log {
  const file = join(dataFolder, 'logs', 'main.log');
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = 512 * 1024;
  log.transports.console.level = false;
  crashReporter.start({ uploadToServer: false });
  const error = (reason: unknown) => log.error(reason);
  process.on('uncaughtException', error);
  process.on('unhandledRejection', error);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    error(`${type} process ended: ${reason} (${exitCode})`),
  );
  return { error, tail: () => lastLines(file) };
}

/** A window whose page has died or hangs is offered a reload; what happened goes to the log. */
export function watchHealth(window: BrowserWindow, { error }: Log): void {
  const { webContents } = window;
  webContents.on('preload-error', (_event, path, reason) => error(`${path}: ${reason.message}`));
  webContents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
    if (level === 'error') error(`window: ${message} (${sourceId}:${lineNumber})`);
  });
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    error(`window ended: ${reason} (${exitCode})`);
    void offer(words.dialog.stopped, words.dialog.reload, words.dialog.close).then((reload) =>
      reload ? webContents.reload() : window.destroy(),
    );
  });
  window.on('unresponsive', () => {
    error('window does not answer');
    void offer(words.dialog.frozen, words.dialog.wait, words.dialog.reload).then((wait) => {
      if (!wait) webContents.reload();
    });
  });
}

async function offer(message: string, first: string, second: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail: words.dialog.stoppedDetail,
    buttons: [first, second],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  } catch {
    return '';
  }
}
