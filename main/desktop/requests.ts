import { ipcMain, type BrowserWindow as Window, type IpcMainInvokeEvent } from 'electron';
import { BrowserWindow } from 'electron';
import type { z } from 'zod';
import { isArchiveAddress } from './archive-protocol.ts';
import { requestSchemas, type RequestName } from './bridge.ts';

type Arguments<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;
export type RequestHandlers = {
  [N in RequestName]: (window: Window, ...args: Arguments<N>) => unknown;
};

/** Answers the window's requests: only from our own main frames, only with the arguments declared. */
export function answerRequests(handlers: RequestHandlers): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) answer(name, handlers);
}

function answer<N extends RequestName>(name: N, handlers: RequestHandlers): void {
  ipcMain.handle(name, async (event, ...args: unknown[]) => {
    const checked = requestSchemas[name].parse(args) as Arguments<N>;
    return handlers[name](windowOf(event), ...checked);
  });
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
