/** Starts the desktop entry under the stand-in and lets a spec act as the system around it. */
import type * as Electron from 'electron';
import { app } from './app.ts';
import { closeBrowser } from './browser-window.ts';
import { nativeTheme, permissions } from './electron.ts';
import { answerInvoke } from './ipc.ts';
import { record } from './record.ts';

export interface StandIn {
  record: typeof record;
  app: typeof app;
  nativeTheme: typeof nativeTheme;
  permissions: typeof permissions;
  /** A request as a frame of that address would send it. */
  invokeFrom(url: string, channel: string, ...args: unknown[]): Promise<unknown>;
  choose(id: string): void;
  startAgain(args: string[]): void;
  close(): Promise<void>;
}

let starts = 0;

/** @param entry address of the built main/desktop.js */
export async function startUnderStandIn(entry: string, args: string[]): Promise<StandIn> {
  starts += 1;
  app.startOver();
  const own = process.argv.length;
  process.argv.push(...args);
  // A module is evaluated once an address; a new start needs a new one.
  await import(/* @vite-ignore */ `${entry}?start=${starts}`);
  app.becomeReady();
  await until(
    () => record.windows.length > 0 && record.windows.every(({ webContents }) => !webContents.loading),
  );
  process.argv.splice(own, args.length);
  return {
    record,
    app,
    nativeTheme,
    permissions,
    invokeFrom: (url, channel, ...values) => {
      const sender = record.windows[0]?.webContents;
      return answerInvoke(channel, values, { sender, senderFrame: { url } });
    },
    choose: (id) => void itemOf(record.menu, id).click?.(undefined as never, undefined, undefined as never),
    startAgain: (more) => void app.emit('second-instance', {}, ['program', ...more]),
    close: async () => {
      for (const window of [...record.windows]) window.close();
      await closeBrowser();
    },
  };
}

/** @throws when the menu has no such item, as a spec that names one must fail */
function itemOf(
  template: Electron.MenuItemConstructorOptions[],
  id: string,
): Electron.MenuItemConstructorOptions {
  const find = (items: Electron.MenuItemConstructorOptions[]): typeof items =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? find(item.submenu) : [])]);
  const item = find(template).find((each) => each.id === id);
  if (!item) throw new Error(`the menu has no item "${id}"`);
  return item;
}

async function until(holds: () => boolean): Promise<void> {
  const limit = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > limit)
      throw new Error(`no window within 30 s; dialogs: ${JSON.stringify(record.asked)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
