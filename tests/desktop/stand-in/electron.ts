/**
 * A stand-in for the module `electron`: the part of its API that main/ uses, over real Chromium. A window is a page,
 * `protocol.handle` is a route, `contextBridge` is an init script. It cannot prove what Electron itself does.
 */
import type * as Electron from 'electron';
import { nextAnswer, record } from './record.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc.ts';
export { protocol } from './protocol.ts';

type Decide = (granted: boolean) => void;
export const permissions = {
  request: undefined as ((contents: never, permission: never, decide: Decide) => void) | undefined,
  check: undefined as (() => boolean) | undefined,
  device: undefined as (() => boolean) | undefined,
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof permissions.request) => (permissions.request = handler),
    setPermissionCheckHandler: (handler: () => boolean) => (permissions.check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (permissions.device = handler),
  },
};

type Template = Electron.MenuItemConstructorOptions[];

export const Menu = {
  buildFromTemplate: (template: Template) => ({
    template,
    popup: () => void record.contextMenus.push(template),
  }),
  setApplicationMenu: ({ template }: { template: Template }) => (record.menu = template),
};

/** Dialogs take the window first, or leave it out. */
function options<T>(args: unknown[]): T {
  return args.at(-1) as T;
}

export const dialog = {
  showMessageBox: async (...args: unknown[]) => {
    const { message, detail, cancelId = 0 } = options<Electron.MessageBoxOptions>(args);
    return { response: nextAnswer(message, detail).response ?? cancelId, checkboxChecked: false };
  },
  showSaveDialog: async (...args: unknown[]) => {
    const { filePath = '' } = nextAnswer('save', options<Electron.SaveDialogOptions>(args).defaultPath);
    return { canceled: !filePath, filePath };
  },
  showOpenDialog: async (...args: unknown[]) => {
    const { filePaths = [] } = nextAnswer('open', options<Electron.OpenDialogOptions>(args).defaultPath);
    return { canceled: filePaths.length === 0, filePaths };
  },
  showErrorBox: (title: string, content: string) => void nextAnswer(title, content),
};

export const shell = {
  openExternal: async (address: string) => void record.openedOutside.push(address),
  openPath: async (path: string) => void record.openedPaths.push(path),
  showItemInFolder: (path: string) => void record.shownFiles.push(path),
};

export const clipboard = { writeText: (text: string) => void (record.clipboard = text) };
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
export const crashReporter = { start: () => undefined };
export const screen = {
  getPrimaryDisplay: () => record.displays[0],
  getAllDisplays: () => record.displays,
};
