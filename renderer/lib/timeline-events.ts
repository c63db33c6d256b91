import type { CatalogueEntry, CompiledDate } from '../../main/library/compiled-schema.ts';
import { daysBetween } from './calendar.ts';
import { LANDMARKS } from './timeline-landmarks.ts';
import { FIRST_DAY, WORLD_DAYS } from './timeline-view.ts';

/** The lanes of the drawing, from top to bottom. */
export const LANES = ['streets', 'soviets', 'government', 'army', 'village', 'nations', 'abroad'] as const;
export type Lane = (typeof LANES)[number];

const LANE_OF: Record<string, Lane> = {
  streets: 'streets',
  factories: 'streets',
  soviets: 'soviets',
  parties: 'soviets',
  government: 'government',
  army: 'army',
  front: 'army',
  village: 'village',
  nations: 'nations',
  abroad: 'abroad',
};
/** Themes that run through all lanes: they decide only where no other does. */
const ELSE_LANE_OF: Record<string, Lane> = { women: 'streets', press: 'soviets', ideas: 'soviets' };

/** An event as the drawing needs it: days counted from the first of the timeline, the end exclusive. */
export interface TimelineEvent {
  id: string;
  entry: CatalogueEntry;
  date: CompiledDate;
  lane: Lane;
  start: number;
  end: number;
  /** Who gets a label where there is not room for all: the lower, the sooner. */
  rank: number;
}

/** What the reader has chosen to see. */
export interface TimelineFilter {
  theme?: string | undefined;
  person?: string | undefined;
  place?: string | undefined;
}

/** The lane of the first theme that has one. */
export function laneOf(themes: readonly string[]): Lane {
  const own = themes.find((theme) => theme in LANE_OF);
  const other = themes.find((theme) => theme in ELSE_LANE_OF);
  return LANE_OF[own ?? ''] ?? ELSE_LANE_OF[other ?? ''] ?? 'streets';
}

/** First day and the day after the last, counted from the first day of the timeline, Old Style. */
export function daysOf({ start, end }: CompiledDate): { start: number; end: number } {
  const first = daysBetween(FIRST_DAY, firstDayOf(start.os));
  return { start: first, end: Math.max(first + 1, daysBetween(FIRST_DAY, dayAfter(end?.os ?? start.os))) };
}

function firstDayOf(os: string): string {
  return `${os}-01-01`.slice(0, 10);
}

/** The first day after a day, a month or a year. */
function dayAfter(os: string): string {
  const [year = 0, month, day] = os.split('-').map(Number);
  const at = new Date(
    Date.UTC(month ? year : year + 1, month ? month - (day ? 1 : 0) : 0, day ? day + 1 : 1),
  );
  return at.toISOString().slice(0, 10);
}

/** The dated events of the catalogue; landmarks first in rank, then the ones most is written about. */
export function timelineEvents(entries: readonly CatalogueEntry[]): TimelineEvent[] {
  const byLength = entries.toSorted((a, b) => b.words - a.words || (a.id < b.id ? -1 : 1));
  const lengthRank = new Map(byLength.map(({ id }, index) => [id, LANDMARKS.length + index]));
  return entries.flatMap((entry) => {
    if (!entry.date) return [];
    const landmark = LANDMARKS.indexOf(entry.id);
    const rank = landmark >= 0 ? landmark : (lengthRank.get(entry.id) ?? 0);
    return [
      { id: entry.id, entry, date: entry.date, lane: laneOf(entry.themes), rank, ...daysOf(entry.date) },
    ];
  });
}

/** Before, within or after what the drawing covers. */
export function sideOf({ start, end }: { start: number; end: number }): 'before' | 'within' | 'after' {
  if (end <= 0 || start < 0) return 'before';
  return start >= WORLD_DAYS ? 'after' : 'within';
}

/** Whether a person took part or the place is the one chosen; both where both are chosen. */
export function isHighlighted({ entry }: TimelineEvent, { person, place }: TimelineFilter): boolean {
  if (!person && !place) return false;
  return (!person || !!entry.people?.includes(person)) && (!place || entry.place === place);
}

/** The events of a theme, and where `only` is set of the person and place alone. */
export function filtered(
  events: readonly TimelineEvent[],
  filter: TimelineFilter,
  only: boolean,
): TimelineEvent[] {
  const narrow = only && (filter.person || filter.place);
  return events.filter(
    (event) =>
      (!filter.theme || event.entry.themes.includes(filter.theme)) &&
      (!narrow || isHighlighted(event, filter)),
  );
}
