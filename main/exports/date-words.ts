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
  const { calendar, other } = calendarsOf(date, first);
  const main = aboutOf(date, words) + span(date.start[calendar], date.end?.[calendar]);
  return other
    ? `${main} (${words[calendar]}; ${span(date.start[other], date.end?.[other])} ${words[other]})`
    : main;
}

/** The same in short, for lists: "25 October 1917 (7 November N.S.)". */
export function shortDateWords(date: CompiledDate, words: BookWords, first: CalendarFirst = 'lived'): string {
  const { calendar, other } = calendarsOf(date, first);
  const main = aboutOf(date, words) + shortSpan(date.start[calendar], date.end?.[calendar]);
  if (!other) return main;
  const year = ` ${(date.end ?? date.start)[calendar].slice(0, 4)}`;
  const second = shortSpan(date.start[other], date.end?.[other]);
  const brief = second.endsWith(year) ? second.slice(0, -year.length) : second;
  return `${main} (${brief} ${words.short[other]})`;
}

/** The calendar that stands first, and the other where the day has one in it that people used. */
function calendarsOf({ precision, calendar: own, start }: CompiledDate, first: CalendarFirst) {
  const calendar = first === 'ns' && precision === 'day' ? 'ns' : own;
  const hasBoth = precision === 'day' && start.ns < REFORM;
  return { calendar, ...(hasBoth && { other: calendar === 'os' ? ('ns' as const) : ('os' as const) }) };
}

function aboutOf({ circa }: CompiledDate, words: BookWords): string {
  return circa ? `${words.circa} ` : '';
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
