import type { CompiledDate } from '../../main/library/compiled-schema.ts';
import { addDays, daysInMonth, isDay, toOldStyle } from './calendar.ts';

/** 1917 Live runs from the first day of the year to the last day Russia lived by the Old Style. */
export const FIRST_DAY = '1917-01-01';
export const LAST_DAY = '1918-01-31';

export const LIVE_FILTERS = ['place', 'person', 'theme'] as const;
export type LiveFilter = (typeof LIVE_FILTERS)[number];

/** The day, Old Style, and what its events are limited to. */
export type LiveState = { day: string } & Partial<Record<LiveFilter, string>>;

/** What of an address could not be followed; each is a sentence of the message catalogue. */
export type LiveMistake =
  { kind: 'unreadable' | 'impossible' | 'early' | 'late'; text: string } | { kind: LiveFilter; text: string };

/** Ids that may be filtered by. */
export type KnownIds = Record<LiveFilter, ReadonlySet<string>>;

/**
 * Reads the address of 1917 Live. What cannot be followed becomes the nearest day, and a mistake to be told.
 * @param today the reader's own day, New Style, as ISO text
 */
export function parseLiveAddress(
  params: URLSearchParams,
  known: KnownIds,
  today: string,
): { state: LiveState; mistakes: LiveMistake[] } {
  const mistakes: LiveMistake[] = [];
  const asked = params.get('day');
  let day = onThisDay(today, 'ns');
  if (asked) {
    const nearest = nearestDay(asked);
    if (nearest) day = nearest.day;
    const kind = nearest ? nearest.mistake : 'unreadable';
    if (kind) mistakes.push({ kind, text: shortened(asked) });
  }
  const state: LiveState = { day };
  for (const filter of LIVE_FILTERS) {
    const id = params.get(filter);
    if (!id) continue;
    if (known[filter].has(id)) state[filter] = id;
    else mistakes.push({ kind: filter, text: shortened(id) });
  }
  return { state, mistakes };
}

/** The address of a day with its filters. */
export function liveAddress({ day, ...filters }: LiveState): string {
  const params = new URLSearchParams({ day });
  for (const filter of LIVE_FILTERS) if (filters[filter]) params.set(filter, filters[filter]);
  return `/live?${params}`;
}

/** Where 1917 Live shows a date: nowhere, where it is no day or lies outside. */
export function liveDayOf(date: CompiledDate): string | undefined {
  const { os } = date.start;
  return date.precision === 'day' && isInRange(os) ? os : undefined;
}

export function isInRange(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** The day itself, or the end of the range it lies beyond. */
export function clampDay(day: string): string {
  return day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day;
}

/** The same day of the next or previous month, or the last day of a shorter one. */
export function monthAway(day: string, months: -1 | 1): string {
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));
  const month = at.toISOString().slice(0, 7);
  const number = Math.min(Number(day.slice(8)), daysInMonth(month));
  return clampDay(`${month}-${String(number).padStart(2, '0')}`);
}

/**
 * The Old Style day of 1917 that has today's date.
 * @param today New Style, as ISO text
 * @param calendar in which today's day and month are read: 7 November is 25 October if New Style
 */
export function onThisDay(today: string, calendar: 'os' | 'ns'): string {
  // 1917 was no leap year in either calendar.
  const date = today.slice(5) === '02-29' ? '02-28' : today.slice(5);
  if (calendar === 'os') return `1917-${date}`;
  const day = toOldStyle(`1917-${date}`);
  // 1 to 13 January 1917, New Style, still were 1916 in Russia; those of 1918 were 1917.
  return day < FIRST_DAY ? addDays(day, 365) : day;
}

/** The nearest day of the range to what was asked for, and why it is another; nothing where it is no date. */
function nearestDay(
  asked: string,
): { day: string; mistake?: 'impossible' | 'early' | 'late' | undefined } | undefined {
  const [, year, month, number] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(asked) ?? [];
  if (!year || !month || !number) return undefined;
  const inYear = `${year}-${String(Math.min(12, Math.max(1, Number(month)))).padStart(2, '0')}`;
  const inMonth = Math.min(daysInMonth(inYear), Math.max(1, Number(number)));
  const real = `${inYear}-${String(inMonth).padStart(2, '0')}`;
  const day = clampDay(real);
  if (real < FIRST_DAY) return { day, mistake: 'early' };
  if (real > LAST_DAY) return { day, mistake: 'late' };
  const exists = isDay(`${year}-${month.padStart(2, '0')}-${number.padStart(2, '0')}`);
  return { day, mistake: exists ? undefined : 'impossible' };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
