/** The few things only a desktop can do. Bundled to CommonJS, for a sandboxed preload must be. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Command, DesktopBridge, RequestName } from './desktop/bridge.ts';

const ask = (name: RequestName) => () => ipcRenderer.invoke(name);

const bridge: DesktopBridge = {
  platform: process.platform,
  about: ask('about'),
  copyLog: ask('copy-log'),
  openDataFolder: ask('open-data-folder'),
  chooseDataFolder: ask('choose-data-folder'),
  showSaved: ask('show-saved'),
  print: ask('print'),
  printDocument: (address, paper) =>
    ipcRenderer.invoke('print-document' satisfies RequestName, address, paper),
  savePdf: ask('save-pdf'),
  exportFile: (address) => ipcRenderer.invoke('export' satisfies RequestName, address),
  cancelExport: ask('cancel-export'),
  onCommand: (listener) => void ipcRenderer.on('command', (_event, command: Command) => listener(command)),
};
contextBridge.exposeInMainWorld('desktop', bridge);
