/** What the preload gives the window, and what the shell tells it. Declared once, for both sides. */
import { z } from 'zod';
import type { PrintOptions } from '../printing/print-options.ts';

/** What the menu asks of the window. */
export type Command =
  | { name: 'go'; address: string }
  | { name: 'search' | 'find' | 'find-next' | 'find-previous' | 'about' | 'export' | 'print' | 'save-pdf' }
  | { name: 'settings'; change: Record<string, unknown> }
  | { name: 'type-size'; step: -1 | 0 | 1 }
  | { name: 'notice'; text: string; action?: 'show-saved' };

/** An address of the archive's exports or finished PDFs, and of nothing else. */
const exportAddress = z
  .string()
  .max(16_000)
  .regex(/^\/api\/(?:exports\/[a-z-]+\?[\w%&=/,.-]*|prints\/[0-9a-f]{32}\/print\.pdf)$/);
/** The document of a finished print. */
const documentAddress = z.string().regex(/^\/api\/prints\/[0-9a-f]{32}\/document$/);

/** What the window may ask of the shell, with the arguments each takes. */
export const requestSchemas = {
  about: z.tuple([]),
  'copy-log': z.tuple([]),
  'open-data-folder': z.tuple([]),
  'choose-data-folder': z.tuple([]),
  'show-saved': z.tuple([]),
  print: z.tuple([]),
  'print-document': z.tuple([documentAddress, z.enum(['a4', 'letter', 'a5'])]),
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
  /** Prints the page as it is, by the system's dialog. */
  print(): Promise<void>;
  /** Prints a finished print by the system's dialog. */
  printDocument(address: string, paper: PrintOptions['paper']): Promise<void>;
  /** Saves the page as it is. */
  savePdf(): Promise<void>;
  /** Makes an export and saves it where the reader chooses. */
  exportFile(address: string): Promise<ExportOutcome>;
  cancelExport(): Promise<void>;
  /** Calls back with every command of the shell. */
  onCommand(listener: (command: Command) => void): void;
}
