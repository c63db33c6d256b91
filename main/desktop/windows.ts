import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { openJsonFile } from '../data/json-file.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { ARCHIVE_HOME, isArchiveAddress } from './archive-protocol.ts';
import type { Command } from './bridge.ts';
import { placeWindow, windowStateFields } from './place-window.ts';
import { createWindow } from './window.ts';

/** Pixels between a window and the next one opened. */
const CASCADE = 28;
const ZOOM_STEP = 0.5;

export interface Windows {
  /** The reader's windows, the oldest first; not those in which something is printed. */
  all(): BrowserWindow[];
  /** Opens another window, at the start page if no address is given. */
  open(address?: string): BrowserWindow;
  /** Shows an address in the window used last, or in a new one. */
  show(address: string): void;
  /** Sends a command to a window, by default the one in use. */
  send(command: Command, window?: BrowserWindow): void;
  zoom(direction: 1 | -1 | 0): void;
  readonly pdfFolder: string | undefined;
  rememberPdfFolder(folder: string): void;
}

/** The windows, where the last one stood, and how far it was zoomed. */
export function createWindows(
  dataFolder: string,
  settings: SettingsStore,
  {
    isReaders,
    logError,
  }: { isReaders: (window: BrowserWindow) => boolean; logError: (error: unknown) => void },
): Windows {
  const state = openJsonFile(join(dataFolder, 'windows.json'), windowStateFields);
  let lastUsed: BrowserWindow | undefined;
  const all = () => BrowserWindow.getAllWindows().filter(isReaders);

  function remember(change: Partial<typeof state.value>): void {
    try {
      state.save({ ...state.value, ...change });
    } catch (error) {
      logError(error);
    }
  }

  function inUse(): BrowserWindow | undefined {
    const focused = BrowserWindow.getFocusedWindow() ?? lastUsed;
    return focused && !focused.isDestroyed() ? focused : all()[0];
  }

  function open(address = startAddress(settings, state.value.lastAddress)): BrowserWindow {
    const shift = all().length > 0 ? CASCADE : 0;
    const left = inUse()?.getNormalBounds() ?? state.value.bounds;
    const window = createWindow(placeWindow(left, workAreas(), shift));
    if (state.value.maximized && shift === 0) window.maximize();
    const { webContents } = window;
    webContents.on('did-finish-load', () => webContents.setZoomLevel(state.value.zoomLevel));
    // Ctrl and the wheel.
    webContents.on('zoom-changed', (_event, direction) => zoomTo(window, direction === 'in' ? 1 : -1));
    window.on('focus', () => (lastUsed = window));
    window.on('close', () => {
      const lastAddress = pathOf(webContents.getURL());
      remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized(), lastAddress });
    });
    void window.loadURL(addressIn(address)).catch(logError);
    return window;
  }

  function zoomTo(window: BrowserWindow, direction: 1 | -1 | 0): void {
    const level = direction === 0 ? 0 : window.webContents.getZoomLevel() + direction * ZOOM_STEP;
    const zoomLevel = Math.min(5, Math.max(-3, level));
    for (const each of all()) each.webContents.setZoomLevel(zoomLevel);
    remember({ zoomLevel });
  }

  function send(command: Command, window = inUse()): void {
    window?.webContents.send('command', command);
  }

  return {
    all,
    open,
    show(address) {
      const window = inUse();
      if (!window) return void open(address);
      if (window.isMinimized()) window.restore();
      window.focus();
      // A page that is still loading hears no command yet.
      if (window.webContents.isLoading()) void window.loadURL(addressIn(address)).catch(logError);
      else send({ name: 'go', address }, window);
    },
    send,
    zoom(direction) {
      const window = inUse();
      if (window) zoomTo(window, direction);
    },
    get pdfFolder() {
      return state.value.pdfFolder;
    },
    rememberPdfFolder: (pdfFolder) => remember({ pdfFolder }),
  };
}

function addressIn(address: string): string {
  return new URL(address, ARCHIVE_HOME).href;
}

function startAddress({ current }: SettingsStore, last: string): string {
  if (current.startPage === 'last') return last;
  return current.startPage === 'home' ? '/' : `/${current.startPage}`;
}

/** The primary screen first. */
function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

function pathOf(address: string): string {
  if (!isArchiveAddress(address)) return '/';
  const { pathname, search, hash } = new URL(address);
  return pathname.startsWith('/opened/') ? '/' : `${pathname}${search}${hash}`;
}
