import type { LiveEvent } from './live-day.ts';

/** Millimetres of the bulletin's print style, on the shorter of the two papers (US Letter). */
const SHEET = { free: 154, event: 8.5, line: 4.6, row: 8.2 };
/** Fewer than a line of the print holds, for safety. */
const LETTERS_IN_LINE = 98;
const MOST_ROWS = 8;

/** How many rows of what went before fit on one sheet under the events of the day. */
export function rowsOnSheet(today: readonly LiveEvent[]): number {
  const used = today.reduce((sum, { entry, phase }) => {
    const lines = phase === 'begins' ? 0 : Math.ceil(entry.summary.length / LETTERS_IN_LINE);
    return sum + SHEET.event + lines * SHEET.line;
  }, 0);
  return Math.min(MOST_ROWS, Math.max(0, Math.floor((SHEET.free - used) / SHEET.row)));
}
