/** What the specs see of the stand-in, and what they tell it to answer. */
import type * as Electron from 'electron';
import type { BrowserWindow } from './browser-window.ts';

type Answer = Partial<{ response: number; filePath: string; filePaths: string[] }>;

export const record = {
  windows: [] as BrowserWindow[],
  schemes: [] as Electron.CustomScheme[],
  /** Navigations that were prevented. */
  refused: [] as string[],
  openedOutside: [] as string[],
  openedPaths: [] as string[],
  shownFiles: [] as string[],
  /** The sentence and the detail of every dialog, in order. */
  asked: [] as { message: string; detail: string }[],
  /** Answers of the next dialogs; without one a dialog is cancelled. */
  answers: [] as Answer[],
  clipboard: '',
  menu: [] as Electron.MenuItemConstructorOptions[],
  contextMenus: [] as Electron.MenuItemConstructorOptions[][],
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1600, height: 1000 } }],
  printed: 0,
  /** What was given to the system's print dialog. */
  printJobs: [] as { address: string; options: Electron.WebContentsPrintOptions }[],
  /** Why the next print dialogs fail; without one they print. */
  printFailures: [] as string[],
  quit: 0,
};

/** The answer a dialog gets. */
export function nextAnswer(message: string, detail = ''): Answer {
  record.asked.push({ message, detail });
  return record.answers.shift() ?? {};
}
