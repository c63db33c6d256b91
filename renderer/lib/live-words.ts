import { formatDate } from './format-date.ts';
import { t } from './i18n.ts';
import { toNewStyle } from './calendar.ts';
import { asDate } from './live-day.ts';
import type { LiveMistake } from './live-address.ts';

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The weekday of an Old Style day; it is the same in both calendars. */
export function weekdayName(day: string): string {
  return weekdays.format(Date.parse(toNewStyle(day)));
}

/** Two letters for the head of a calendar's column; Monday is 0. */
export function weekdayHead(column: number): { short: string; long: string } {
  // 1 January 2024 was a Monday.
  const long = weekdays.format(Date.UTC(2024, 0, 1 + column));
  return { short: long.slice(0, 2), long };
}

/** The name of the month `1917-02` with its year. */
export function monthName(month: string): string {
  return months.format(Date.parse(`${month}-01`));
}

/** A day in both calendars, as one line of text. */
export function dayName(day: string): string {
  const { main, other } = formatDate(asDate(day));
  return `${main} (${other} ${t('date.nsShort')})`;
}

/** The sentence about what of an address could not be followed. */
export function liveMistake({ kind, text }: LiveMistake, day: string): string {
  return t(`live.mistakes.${kind}`, { text, day: dayName(day) });
}
