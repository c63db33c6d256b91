import type { CatalogueEntry, CompiledDate } from '../../main/library/compiled-schema.ts';
import { addDays, daysBetween, daysInMonth, toNewStyle, toOldStyle } from './calendar.ts';
import { isInRange, type LiveFilter } from './live-address.ts';

/** How far back "the days before" goes, and how many it shows at least. */
const RECENT_DAYS = 7;
const RECENT_LEAST = 4;

/** An event on a day: whole, or the first, a middle or the last day of what went on for longer. */
export interface LiveEvent {
  entry: CatalogueEntry;
  phase: 'whole' | 'begins' | 'goes-on' | 'ends';
  /** 1 on its first day. */
  dayNumber: number;
}

/** What could be known on a day: of later days there is nothing in it. */
export interface LiveDay {
  today: LiveEvent[];
  goingOn: LiveEvent[];
  /** What had ended before, the latest first. */
  recent: { entry: CatalogueEntry; ended: string }[];
  stages: CatalogueEntry[];
}

/** The first and last Old Style day of a date; nothing of a date that is no more than a year. */
export function daysOf(date: CompiledDate): { from: string; to: string } | undefined {
  const { start, end = start, precision, calendar } = date;
  if (precision === 'year') return undefined;
  if (precision === 'day') return { from: start.os, to: end.os };
  const first = `${start[calendar]}-01`;
  const last = `${end[calendar]}-${daysInMonth(end[calendar])}`;
  return calendar === 'os' ? { from: first, to: last } : { from: toOldStyle(first), to: toOldStyle(last) };
}

/** The events that fit the filters. */
export function filterEvents(
  events: readonly CatalogueEntry[],
  filters: Partial<Record<LiveFilter, string>>,
): CatalogueEntry[] {
  const { place, person, theme } = filters;
  return events.filter(
    (event) =>
      (!place || event.place === place) &&
      (!person || event.people?.includes(person)) &&
      (!theme || event.themes.includes(theme)),
  );
}

/**
 * What happened on a day and what was known by then. What lasts begins and goes on without its outcome, and
 * what is dated by the month alone is known only when the month is over.
 */
export function liveDay(
  events: readonly CatalogueEntry[],
  stages: readonly CatalogueEntry[],
  day: string,
): LiveDay {
  const today: LiveEvent[] = [];
  const goingOn: LiveEvent[] = [];
  const past: LiveDay['recent'] = [];
  for (const entry of events) {
    const span = entry.date && daysOf(entry.date);
    if (!entry.date || !span || span.from > day) continue;
    const { from, to } = span;
    if (to < day) past.push({ entry, ended: to });
    else if (entry.date.precision === 'day') {
      const phase = from === to ? 'whole' : from === day ? 'begins' : to === day ? 'ends' : 'goes-on';
      const event = { entry, phase, dayNumber: daysBetween(from, day) + 1 } as const;
      (phase === 'goes-on' ? goingOn : today).push(event);
    }
  }
  // The sort is stable: events of one day stay in the order of the catalogue.
  past.sort((a, b) => b.ended.localeCompare(a.ended));
  const since = addDays(day, -RECENT_DAYS);
  const recent = past.filter(({ ended }, index) => ended >= since || index < RECENT_LEAST);
  const current = stages.filter(({ date }) => {
    const span = date && daysOf(date);
    return span && span.from <= day && day <= span.to;
  });
  return { today, goingOn, recent, stages: current };
}

/** How many events a day has, of every day of the range that has any. */
export function countByDay(events: readonly CatalogueEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (day: string) => isInRange(day) && counts.set(day, (counts.get(day) ?? 0) + 1);
  for (const { date } of events) {
    if (date?.precision !== 'day') continue;
    const { start, end = start } = date;
    add(start.os);
    if (end.os !== start.os) add(end.os);
  }
  return counts;
}

/** The next or previous day that has events, after or before this one. */
export function nextMarked(
  counts: ReadonlyMap<string, number>,
  day: string,
  step: -1 | 1,
): string | undefined {
  const days = [...counts.keys()].sort();
  return step === 1 ? days.find((other) => other > day) : days.findLast((other) => other < day);
}

/** An Old Style day in the shape that dates of the library have. */
export function asDate(day: string): CompiledDate {
  return { start: { os: day, ns: toNewStyle(day) }, precision: 'day', calendar: 'os', circa: false };
}
