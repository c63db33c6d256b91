/** What the preload gives the window, and what the shell tells it. Declared once, for both sides. */
import { z } from 'zod';

/** What the menu asks of the window. */
export type Command =
  | { name: 'go'; address: string }
  | { name: 'search' | 'find' | 'find-next' | 'find-previous' | 'about' }
  | { name: 'settings'; change: Record<string, unknown> }
  | { name: 'type-size'; step: -1 | 0 | 1 }
  | { name: 'notice'; text: string; action?: 'show-saved' };

/** What the window may ask of the shell, with the arguments each takes. */
export const requestSchemas = {
  about: z.tuple([]),
  'copy-log': z.tuple([]),
  'open-data-folder': z.tuple([]),
  'choose-data-folder': z.tuple([]),
  'show-saved': z.tuple([]),
  print: z.tuple([]),
  'save-pdf': z.tuple([]),
};
export type RequestName = keyof typeof requestSchemas;

export interface About {
  version: string;
  electron: string;
  chromium: string;
  node: string;
  system: string;
  dataFolder: string;
  portable: boolean;
  /** The last lines of the log. */
  log: string;
}

/** `window.desktop` in the reading window; absent in a browser. */
export interface DesktopBridge {
  platform: string;
  about(): Promise<About>;
  copyLog(): Promise<void>;
  openDataFolder(): Promise<void>;
  chooseDataFolder(): Promise<void>;
  showSaved(): Promise<void>;
  print(): Promise<void>;
  savePdf(): Promise<void>;
  /** Calls back with every command of the shell. */
  onCommand(listener: (command: Command) => void): void;
}
