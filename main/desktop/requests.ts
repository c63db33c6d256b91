import { ipcMain, type BrowserWindow as Window, type IpcMainInvokeEvent } from 'electron';
import { BrowserWindow } from 'electron';
import { isArchiveAddress } from './archive-protocol.ts';
import { requestSchemas, type RequestName } from './bridge.ts';

export type RequestHandlers = Record<RequestName, (window: Window) => unknown>;

/** Answers the window's requests: only from our own main frames, only with the arguments declared. */
export function answerRequests(handlers: RequestHandlers): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      requestSchemas[name].parse(args);
      return handlers[name](windowOf(event));
    });
  }
}

/** @throws when the request comes from a frame that is not a window's own page */
function windowOf(event: IpcMainInvokeEvent): Window {
  const { senderFrame, sender } = event;
  const window = BrowserWindow.fromWebContents(sender);
  if (!window || !senderFrame || senderFrame !== sender.mainFrame || !isArchiveAddress(senderFrame.url)) {
    throw new Error(`A request from ${senderFrame?.url ?? 'a frame that is gone'} was refused.`);
  }
  return window;
}
