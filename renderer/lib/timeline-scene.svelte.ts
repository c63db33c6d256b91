import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { goTo, replaceAddress, type Reader } from './reader.svelte.ts';
import { parseTimelineAddress, timelineAddress, type TimelineChange } from './timeline-address.ts';
import {
  LANES,
  filtered,
  isHighlighted,
  sideOf,
  timelineEvents,
  type TimelineEvent,
} from './timeline-events.ts';
import { layoutTimeline, leftOf, levelOf, shareRows, type PlacedItem } from './timeline-layout.ts';
import { labelWidth } from './timeline-text.ts';
import { WORLD_DAYS, showing, wholeDays, within, type Span } from './timeline-view.ts';

/** Pixels between the tops of two rows. */
export const ROW = 21;
/** Side of a mark with the air before its label. */
export const MARK = 13;
const CLUSTER = 26;
const GAP = 8;
/** Rows of the whole drawing where there is room, so that a window of 800 pixels holds it, and in a narrow one. */
const ROWS = { wide: 22, narrow: 19 };
const NARROW = 640;
/** How long the wheel or the fingers rest before the address is changed: Chromium limits navigations. */
const REST = 250;

/** What the timeline shows now. The address is the state; a movement runs ahead of it. */
export class TimelineScene {
  width = $state(0);
  /** Changes when the fonts are there and labels must be measured anew. */
  fonts = $state(0);
  /** Events of a cluster that cannot be told apart by looking nearer. */
  together = $state.raw<readonly string[]>([]);
  #moving = $state.raw<{ span: Span; address: string }>();
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  readonly all = $derived.by((): TimelineEvent[] => timelineEvents(this.#reader.entries('events')));
  readonly byId = $derived(new Map(this.all.map((event) => [event.id, event])));
  readonly themes = $derived([...new Set(this.all.flatMap(({ entry }) => entry.themes))].sort());
  readonly people = $derived.by(() =>
    this.#named(
      'people',
      this.all.flatMap(({ entry }) => entry.people ?? []),
    ),
  );
  readonly places = $derived.by(() =>
    this.#named(
      'places',
      this.all.flatMap(({ entry }) => entry.place ?? []),
    ),
  );
  readonly asked = $derived.by(() =>
    parseTimelineAddress(this.#reader.url.searchParams, {
      themes: new Set(this.themes),
      people: new Set(this.people.map(({ id }) => id)),
      places: new Set(this.places.map(({ id }) => id)),
      events: new Map(this.all.map((event) => [event.id, sideOf(event) === 'within'])),
    }),
  );
  readonly span = $derived.by((): Span =>
    this.#moving?.address === this.#reader.url.href ? this.#moving.span : this.asked.span,
  );
  /** All that fits the filters, in order of date; the drawing has those of its days. */
  readonly events = $derived.by(() => filtered(this.all, this.asked, this.asked.only));
  readonly drawn = $derived(this.events.filter((event) => sideOf(event) === 'within'));
  readonly visible = $derived.by(() =>
    this.drawn.filter(({ start, end }) => end > this.span.start && start < this.span.start + this.span.days),
  );
  readonly chosen = $derived.by(() => this.byId.get(this.asked.event ?? ''));
  readonly marked = $derived.by(
    () => new Set(this.events.filter((event) => isHighlighted(event, this.asked)).map(({ id }) => id)),
  );

  readonly pxPerDay = $derived.by(() => Math.max(1, this.width) / this.span.days);
  readonly rows = $derived.by(() => rowsOf(this.drawn, this.width < NARROW ? ROWS.narrow : ROWS.wide));
  readonly #level = $derived.by(() => levelOf(this.span.days));
  /** Labels are placed anew only from level to level; between them they move apart. */
  readonly placed = $derived.by((): PlacedItem[] => {
    void this.fonts;
    return placeEvents(this.drawn, this.rows, (Math.max(1, this.width) / WORLD_DAYS) * this.#level);
  });
  /** What stands in sight, with a margin for labels that begin outside. */
  readonly inSight = $derived.by(() =>
    this.placed.filter((item) => {
      const left = leftOf(item, this.pxPerDay, this.span.start);
      return left < this.width && left + item.width > 0;
    }),
  );

  /** Moves ahead of the address, which follows when the movement rests. */
  move(span: Span): void {
    this.#moving = { span: within(span), address: this.#reader.url.href };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.settle(), REST);
  }

  /** Writes what is shown into the address. */
  settle(): void {
    clearTimeout(this.#resting);
    if (this.#moving) replaceAddress(this.addressWith({ span: wholeDays(this.#moving.span) }));
  }

  /** The address of this view with something changed. */
  addressWith(change: TimelineChange): string {
    const { notes: _notes, ...asked } = this.asked;
    return timelineAddress({ ...asked, span: wholeDays(this.span), ...change });
  }

  /** A step one wants to walk back to. */
  go(change: TimelineChange): void {
    clearTimeout(this.#resting);
    goTo(this.addressWith(change));
  }

  /** Shows an event in the panel, and moves so that its day is in sight. */
  choose(id: string, stay = false): void {
    this.together = [];
    const event = this.byId.get(id);
    if (!event) return;
    const span =
      sideOf(event) === 'within' ? wholeDays(showing(this.span, event.start)) : wholeDays(this.span);
    const change: TimelineChange = { event: id, span };
    if (stay) replaceAddress(this.addressWith(change));
    else this.go(change);
  }

  #named(collection: 'people' | 'places', ids: readonly string[]): CatalogueEntry[] {
    const used = new Set(ids);
    return this.#reader.entries(collection).filter(({ id }) => used.has(id));
  }
}

/** Rows of each lane, by how much stands in it. */
export function rowsOf(events: readonly TimelineEvent[], total: number): number[] {
  const counts = LANES.map((lane) => events.filter((event) => event.lane === lane).length);
  return shareRows(counts, total);
}

/** Marks, labels and clusters of events at one scale; of one sheet where `start` and `days` name it. */
export function placeEvents(
  events: readonly TimelineEvent[],
  rows: readonly number[],
  pxPerDay: number,
  sheet: { start?: number; days?: number } = {},
): PlacedItem[] {
  const boxes = events.map(({ id, lane, start, end, rank, entry }) => ({
    ...{ id, start, end, rank, lane: LANES.indexOf(lane) },
    labelWidth: labelWidth(entry.title),
  }));
  return layoutTimeline(boxes, { pxPerDay, rows, mark: MARK, cluster: CLUSTER, gap: GAP, ...sheet });
}
