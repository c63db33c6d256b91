import type { CompiledDate } from '../library/compiled-schema.ts';
import type { BookWords } from './words.ts';

/** From this day on Russia used the New Style alone (decree of 24 January 1918). */
const REFORM = '1918-02-14';
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC', ...options });
const MONTH = format({});
const DAY = format({ day: 'numeric' });

export type CalendarFirst = 'lived' | 'ns';

/** A date in both calendars, as a line of text: "25 October 1917 (Old Style; 7 November 1917 New Style)". */
export function dateWords(date: CompiledDate, words: BookWords, first: CalendarFirst = 'lived'): string {
  const calendar = first === 'ns' && date.precision === 'day' ? 'ns' : date.calendar;
  const about = date.circa ? `${words.circa} ` : '';
  const main = about + span(date.start[calendar], date.end?.[calendar]);
  if (date.precision !== 'day' || date.start.ns >= REFORM) return main;
  const other = calendar === 'os' ? 'ns' : 'os';
  return `${main} (${words[calendar]}; ${span(date.start[other], date.end?.[other])} ${words[other]})`;
}

/** The same in short, for lists: "25 October 1917 (7 November N.S.)". */
export function shortDateWords(date: CompiledDate, words: BookWords, first: CalendarFirst = 'lived'): string {
  const calendar = first === 'ns' && date.precision === 'day' ? 'ns' : date.calendar;
  const about = date.circa ? `${words.circa} ` : '';
  const main = about + shortSpan(date.start[calendar], date.end?.[calendar]);
  if (date.precision !== 'day' || date.start.ns >= REFORM) return main;
  const other = calendar === 'os' ? 'ns' : 'os';
  const year = ` ${(date.end ?? date.start)[calendar].slice(0, 4)}`;
  const second = shortSpan(date.start[other], date.end?.[other]);
  const brief = second.endsWith(year) ? second.slice(0, -year.length) : second;
  return `${main} (${brief} ${words.short[other]})`;
}

/** The year once, where it is the same. */
function shortSpan(from: string, to: string | undefined): string {
  const whole = span(from, to);
  const year = ` ${from.slice(0, 4)}`;
  return to?.startsWith(from.slice(0, 4)) ? whole.replace(`${year} – `, ' – ') : whole;
}

function span(from: string, to: string | undefined): string {
  if (!to) return dayWords(from);
  if (from.length === 10 && from.slice(0, 7) === to.slice(0, 7))
    return `${Number(from.slice(8))}–${dayWords(to)}`;
  return `${dayWords(from)} – ${dayWords(to)}`;
}

/** A year, month or day as it is written, in whichever calendar it is. */
export function dayWords(iso: string): string {
  const [year, month, number] = iso.split('-').map(Number);
  if (!year || !month) return iso;
  const at = new Date(Date.UTC(year, month - 1, number ?? 1));
  return number ? DAY.format(at) : MONTH.format(at);
}
