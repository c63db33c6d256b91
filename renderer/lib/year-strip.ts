import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { daysBetween } from './calendar.ts';
import { FIRST_DAY, LAST_DAY, clampDay } from './live-address.ts';
import { daysOf } from './live-day.ts';

/** An event on the strip of the year, in per cent of its width. */
export interface StripMark {
  entry: CatalogueEntry;
  left: number;
  width: number;
  /** 0 stands on the line, those above it had no room there. */
  level: number;
}

const DAYS = daysBetween(FIRST_DAY, LAST_DAY) + 1;
const LEVELS = 3;

/** Where a day begins on the strip, in per cent. */
export function placeOnStrip(day: string): number {
  return (daysBetween(FIRST_DAY, day) / DAYS) * 100;
}

/** The events that lie in the year, each on the lowest level where it does not cover the one before. */
export function stripMarks(events: readonly CatalogueEntry[]): StripMark[] {
  const ends: number[] = Array.from({ length: LEVELS }, () => -1);
  return events.flatMap((entry) => {
    const span = entry.date && daysOf(entry.date);
    if (!span || span.to < FIRST_DAY || span.from > LAST_DAY) return [];
    const left = placeOnStrip(clampDay(span.from));
    const width = Math.max(0.8, placeOnStrip(clampDay(span.to)) - left + 100 / DAYS);
    const free = ends.findIndex((end) => end < left - 0.15);
    const level = free === -1 ? LEVELS - 1 : free;
    ends[level] = left + width;
    return [{ entry, left, width, level }];
  });
}
