import { app } from 'electron';
import type { DataFolder } from '../data/data-folder.ts';
import type { About } from './bridge.ts';
import type { Log } from './log.ts';

/** What the About window tells, and what somebody who reports a fault should send. */
export function describeProgram({ path, portable }: DataFolder, log: Log): About {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    system: `${process.platform} ${process.getSystemVersion?.() ?? ''} ${process.arch}`,
    dataFolder: path,
    portable,
    log: log.tail(),
  };
}

/** The same as text for the clipboard. */
export function programAsText({ log, ...facts }: About): string {
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', log || 'The log is empty.'].join('\n');
}
