import { isDay } from './calendar.ts';
import { dayAt, dayNumber } from './timeline-axis.ts';
import { FIRST_DAY, LAST_DAY, WHOLE, WORLD_DAYS, type Span } from './timeline-view.ts';

/** What an address of the timeline says, made sensible. */
export interface TimelineAddress {
  span: Span;
  view: 'drawing' | 'table';
  /** Sheets of a wall chart. */
  print: 1 | 4 | undefined;
  theme: string | undefined;
  person: string | undefined;
  place: string | undefined;
  /** Whether all events but those of the person and place are left out. */
  only: boolean;
  event: string | undefined;
  /** What was not sensible, for a sentence each. */
  notes: TimelineNote[];
}

export interface TimelineNote {
  name: 'noDay' | 'outside' | 'turned' | 'theme' | 'person' | 'place' | 'event' | 'view' | 'print' | 'far';
  value: string;
}

/** The ids an address may name; of events, whether the drawing covers their day. */
export interface KnownNames {
  themes: ReadonlySet<string>;
  people: ReadonlySet<string>;
  places: ReadonlySet<string>;
  events: ReadonlyMap<string, boolean>;
}

/** How many days are shown from a day that is named alone. */
const FROM_ALONE = 31;

/** Reads the query of the timeline's address; what cannot be meant becomes what is nearest, with a note. */
export function parseTimelineAddress(params: URLSearchParams, known: KnownNames): TimelineAddress {
  const notes: TimelineNote[] = [];
  const note = (name: TimelineNote['name'], value: string) => void notes.push({ name, value });
  const chosen = (name: 'theme' | 'person' | 'place' | 'event', has: (id: string) => boolean) => {
    const value = params.get(name);
    if (!value) return undefined;
    if (has(value)) return value;
    note(name, value);
    return undefined;
  };
  const view = params.get('view');
  if (view && view !== 'table' && view !== 'drawing') note('view', view);
  const print = params.get('print');
  if (print && print !== '1' && print !== '4') note('print', print);
  const event = chosen('event', (id) => known.events.has(id));
  if (event && view !== 'table' && !known.events.get(event)) note('far', event);
  return {
    span: spanOf(params, note),
    view: view === 'table' ? 'table' : 'drawing',
    print: print === '1' ? 1 : print === '4' ? 4 : undefined,
    theme: chosen('theme', (id) => known.themes.has(id)),
    person: chosen('person', (id) => known.people.has(id)),
    place: chosen('place', (id) => known.places.has(id)),
    only: params.get('only') === '1',
    event,
    notes,
  };
}

function spanOf(params: URLSearchParams, note: (name: TimelineNote['name'], value: string) => void): Span {
  const day = (name: string) => {
    const value = params.get(name);
    if (!value) return undefined;
    const nearest = nearestDay(value);
    if (nearest !== value) note('noDay', value);
    if (!nearest) return undefined;
    if (nearest < FIRST_DAY || nearest > LAST_DAY) note('outside', value);
    return dayNumber(nearest < FIRST_DAY ? FIRST_DAY : nearest > LAST_DAY ? LAST_DAY : nearest);
  };
  const from = day('from');
  const to = day('to');
  if (from === undefined && to === undefined) return WHOLE;
  const first = from ?? Math.max(0, to! - FROM_ALONE + 1);
  const last = to ?? Math.min(WORLD_DAYS - 1, from! + FROM_ALONE - 1);
  if (last < first) note('turned', `${params.get('from')} – ${params.get('to')}`);
  return { start: Math.min(first, last), days: Math.abs(last - first) + 1 };
}

/** The day itself, the last of its month for one past it, or nothing where no day can be meant. */
function nearestDay(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (!year) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  const inYear = Math.min(12, Math.max(1, Number(month)));
  for (let number = Math.min(31, Math.max(1, Number(day))); number > 0; number -= 1) {
    const iso = `${year}-${two(inYear)}-${two(number)}`;
    if (isDay(iso)) return iso;
  }
  return undefined;
}

/** What is to be changed of an address; `undefined` takes a part away. */
export type TimelineChange = Partial<Omit<TimelineAddress, 'notes'>>;

/** The address of a state, without what goes without saying. */
export function timelineAddress(state: Omit<TimelineAddress, 'notes'>): string {
  const { span, view, print, theme, person, place, only, event } = state;
  const params = new URLSearchParams();
  if (view === 'table') params.set('view', 'table');
  if (span.days < WORLD_DAYS) {
    params.set('from', dayAt(span.start));
    params.set('to', dayAt(span.start + span.days - 1));
  }
  for (const [name, value] of Object.entries({ theme, person, place, event })) {
    if (value) params.set(name, value);
  }
  if (only && (person || place)) params.set('only', '1');
  if (print) params.set('print', String(print));
  return `/timeline${params.size > 0 ? `?${params}` : ''}`;
}
