/** What the preload gives the window, and what the shell tells it. Declared once, for both sides. */
import { z } from 'zod';

/** What the menu asks of the window. */
export type Command =
  | { name: 'go'; address: string }
  | { name: 'search' | 'find' | 'find-next' | 'find-previous' | 'about' | 'export' }
  | { name: 'settings'; change: Record<string, unknown> }
  | { name: 'type-size'; step: -1 | 0 | 1 }
  | { name: 'notice'; text: string; action?: 'show-saved' };

/** An address of the archive's exports and of nothing else. */
const exportAddress = z
  .string()
  .max(16_000)
  .regex(/^\/api\/exports\/[a-z-]+\?[\w%&=/,.-]*$/);

/** What the window may ask of the shell, with the arguments each takes. */
export const requestSchemas = {
  about: z.tuple([]),
  'copy-log': z.tuple([]),
  'open-data-folder': z.tuple([]),
  'choose-data-folder': z.tuple([]),
  'show-saved': z.tuple([]),
  print: z.tuple([]),
  'save-pdf': z.tuple([]),
  export: z.tuple([exportAddress]),
  'cancel-export': z.tuple([]),
};
export type RequestName = keyof typeof requestSchemas;

/** How an export ended: what was refused says why. */
export type ExportOutcome = { outcome: 'saved' | 'cancelled' } | { outcome: 'refused'; detail: string };

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
  /** Makes an export and saves it where the reader chooses. */
  exportFile(address: string): Promise<ExportOutcome>;
  cancelExport(): Promise<void>;
  /** Calls back with every command of the shell. */
  onCommand(listener: (command: Command) => void): void;
}
