/** Where the marks and labels of the timeline stand. Pure: the same events and scale always give the same drawing. */
import { WORLD_DAYS } from './timeline-view.ts';

export interface LayoutEvent {
  id: string;
  /** Index of its lane. */
  lane: number;
  start: number;
  end: number;
  rank: number;
  /** Width of its label in pixels. */
  labelWidth: number;
}

export interface LayoutOptions {
  pxPerDay: number;
  /** How many rows each lane has. */
  rows: readonly number[];
  /** Side of a mark and its distance to its label. */
  mark: number;
  /** Least width of a counted cluster. */
  cluster: number;
  /** Air between two things in a row. */
  gap: number;
  /** First day and number of days drawn: the whole timeline, or one sheet of a wall chart. */
  start?: number;
  days?: number;
}

interface Placed {
  key: string;
  lane: number;
  row: number;
  /** The day it stands at, and pixels to add at any scale. */
  day: number;
  shift: number;
  /** Of its box; the box begins at its place, or ends at its mark where the label stands on the left. */
  width: number;
}
export interface PlacedEvent extends Placed {
  kind: 'event';
  id: string;
  /** On which side of the mark the label stands, if there is room for one. */
  label: 'right' | 'left' | undefined;
}
export interface PlacedCluster extends Placed {
  kind: 'cluster';
  ids: string[];
  /** What its events cover, for whoever wants to see them apart. */
  from: number;
  to: number;
}
export type PlacedItem = PlacedEvent | PlacedCluster;

/** Left edge of a box in pixels from the first day drawn. */
export function leftOf(item: PlacedItem, pxPerDay: number, start = 0): number {
  return (item.day - start) * pxPerDay + item.shift;
}

/** Where an event's mark begins. */
export function markOf(item: PlacedItem, pxPerDay: number, start: number, mark: number): number {
  const left = leftOf(item, pxPerDay, start);
  return item.kind === 'event' && item.label === 'left' ? left + item.width - mark : left;
}

/** Places every event once: with a label where there is room, else in a cluster that is counted. */
export function layoutTimeline(events: readonly LayoutEvent[], options: LayoutOptions): PlacedItem[] {
  const inOrder = events.toSorted((a, b) => a.rank - b.rank || a.start - b.start || (a.id < b.id ? -1 : 1));
  return options.rows.flatMap((rows, lane) => {
    const own = inOrder.filter((event) => event.lane === lane);
    const all = placeLabels(own, lane, rows, options);
    if (all.left.length === 0) return all.placed;
    // Not room for all: the last row is for those that are counted.
    const { placed, left } = placeLabels(own, lane, rows - 1, options);
    return [...placed, ...gather(left, lane, rows - 1, options)];
  });
}

function placeLabels(events: readonly LayoutEvent[], lane: number, rows: number, options: LayoutOptions) {
  const taken = Array.from({ length: rows }, () => new Row(options.gap));
  const placed: PlacedItem[] = [];
  const left: LayoutEvent[] = [];
  for (const event of events) {
    const spot = spotFor(event, taken, options);
    if (!spot) left.push(event);
    else {
      taken[spot.row]?.take(spot.x, spot.x + spot.width);
      const { id } = event;
      const shift = spot.x - atDay(event.start, options);
      const { row, width, label } = spot;
      placed.push({ kind: 'event', key: id, id, lane, row, day: event.start, shift, width, label });
    }
  }
  return { placed, left };
}

/** The free place nearest to the beginning of its day; within the day it may stand further right. */
function spotFor(event: LayoutEvent, rows: readonly Row[], options: LayoutOptions) {
  const { pxPerDay, mark } = options;
  const x = atDay(event.start, options);
  const end = (options.days ?? WORLD_DAYS) * pxPerDay;
  const width = mark + event.labelWidth;
  const last = Math.max(x, x + pxPerDay - mark);
  let best: { row: number; x: number; width: number; label: 'right' | 'left' } | undefined;
  for (const [row, taken] of rows.entries()) {
    const free = taken.firstFree(x, width);
    if (free > last || free + width > end || (best && free >= best.x)) continue;
    best = { row, x: free, width, label: 'right' };
  }
  if (best || x + width <= end) return best;
  // At the right edge the label stands on the left of its mark.
  const start = Math.min(x, end - mark) + mark - width;
  // Without room on either side it is counted: its mark must not leave its day.
  if (start < 0) return undefined;
  const row = rows.findIndex((taken) => taken.firstFree(start, width) === start);
  return row < 0 ? undefined : { row, x: start, width, label: 'left' as const };
}

/** Those for which there was no room, by nearness; one by itself is an unlabelled mark. */
function gather(
  events: readonly LayoutEvent[],
  lane: number,
  row: number,
  options: LayoutOptions,
): PlacedItem[] {
  const { cluster: width, gap } = options;
  const end = (options.days ?? WORLD_DAYS) * options.pxPerDay;
  const groups: { x: number; events: LayoutEvent[] }[] = [];
  for (const event of events.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))) {
    const x = Math.min(atDay(event.start, options), end - width);
    const group = groups.at(-1);
    if (group && x < group.x + width + gap) group.events.push(event);
    else groups.push({ x, events: [event] });
  }
  return groups.map(({ x, events: [first, ...more] }) => {
    const day = first!.start;
    const at = { lane, row, day, shift: x - atDay(day, options), width };
    if (more.length === 0) return { kind: 'event', key: first!.id, id: first!.id, ...at, label: undefined };
    const ids = [first!, ...more].map(({ id }) => id);
    return { kind: 'cluster', key: `${first!.id}+`, ids, from: day, to: more.at(-1)!.start + 1, ...at };
  });
}

function atDay(day: number, { pxPerDay, start = 0 }: LayoutOptions): number {
  return (day - start) * pxPerDay;
}

/** What is taken of a row, from left to right. */
class Row {
  readonly #gap: number;
  readonly #taken: { from: number; to: number }[] = [];

  constructor(gap: number) {
    this.#gap = gap;
  }

  /** The first place from x on where so much is free. */
  firstFree(x: number, width: number): number {
    let at = x;
    for (let index = this.#firstAfter(x); index < this.#taken.length; index += 1) {
      const { from, to } = this.#taken[index]!;
      if (from >= at + width + this.#gap) break;
      at = Math.max(at, to + this.#gap);
    }
    return at;
  }

  take(from: number, to: number): void {
    this.#taken.splice(this.#firstAfter(from), 0, { from, to });
  }

  /** The first that ends after x, by bisection: what is taken never overlaps. */
  #firstAfter(x: number): number {
    let low = 0;
    let high = this.#taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#taken[middle]!.to + this.#gap <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Steps between the year and a day at which labels are placed anew; between them they only move apart. */
const LEVELS = 26;

/**
 * The largest scale not above the given one at which labels are placed. Whatever does not overlap there does not at
 * any larger scale, for days move apart and labels keep their width; so rows stay still while one zooms a little.
 */
export function levelOf(days: number): number {
  const level = Math.floor((Math.log(WORLD_DAYS / days) / Math.log(WORLD_DAYS)) * LEVELS + 1e-9);
  return WORLD_DAYS ** (Math.min(LEVELS, Math.max(0, level)) / LEVELS);
}

/** Shares rows out among the lanes by how much stands in each, two at least. */
export function shareRows(counts: readonly number[], total: number, least = 2): number[] {
  const rows = counts.map(() => least);
  const need = (index: number) => counts[index]! / rows[index]!;
  for (let spare = total - least * counts.length; spare > 0; spare -= 1) {
    const neediest = rows.reduce((best, _, index) => (need(index) > need(best) ? index : best), 0);
    rows[neediest]! += 1;
  }
  return rows;
}
