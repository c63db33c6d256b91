import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { isDay } from './calendar.ts';
import { MOST_ZOOM } from './map-camera.ts';
import { isInCity } from './map-places.ts';
import type { Coordinates } from './map-projection.ts';
import { WHOLE, type Span } from './map-span.ts';

export const AREAS = ['empire', 'petrograd'] as const;
export type Area = (typeof AREAS)[number];

/** What the address of the map says. */
export interface MapState {
  area: Area;
  table: boolean;
  place?: string;
  theme?: string;
  span: Span;
  zoom?: number;
  at?: Coordinates;
}

/** What of the address was not to be had; each has a sentence in the messages. */
export interface MapNote {
  key: 'area' | 'view' | 'place' | 'elsewhere' | 'theme' | 'day' | 'range' | 'order' | 'zoom' | 'at';
  value: string;
}

/** What exists, to check an address against. */
export interface Known {
  places: ReadonlyMap<string, CatalogueEntry>;
  themes: readonly string[];
}

/** The map an address asks for, or the nearest sensible one, and what had to be changed. */
export function parseMapAddress(
  params: URLSearchParams,
  known: Known,
): { state: MapState; notes: MapNote[] } {
  const notes: MapNote[] = [];
  const note = (key: MapNote['key'], value: string) => void notes.push({ key, value });
  /** A parameter that is there and is one of what is allowed. */
  const oneOf = <T extends string>(
    name: 'area' | 'view' | 'theme' | 'place',
    isKnown: (value: string) => value is T,
  ) => {
    const value = params.get(name);
    if (!value) return undefined;
    if (isKnown(value)) return value;
    return void note(name, value);
  };
  const place = oneOf('place', (value): value is string => known.places.has(value));
  const theme = oneOf('theme', (value): value is string => known.themes.includes(value));
  const view = oneOf('view', (value): value is 'table' => value === 'table');
  const asked = oneOf('area', (value): value is Area => (AREAS as readonly string[]).includes(value));
  const inCity = place !== undefined && isInCity(place, known.places);
  if (asked === 'petrograd' && place && !inCity) note('elsewhere', known.places.get(place)?.title ?? place);
  const area =
    place && !inCity ? 'empire' : (asked ?? (inCity && place !== 'petrograd' ? 'petrograd' : 'empire'));
  const zoom = parseZoom(params.get('zoom'), MOST_ZOOM[area], note);
  const at = parseAt(params.get('at'), note);
  return {
    state: {
      area,
      table: view === 'table',
      span: parseSpan(params, note),
      ...(place && { place }),
      ...(theme && { theme }),
      ...(zoom !== undefined && { zoom }),
      ...(at && { at }),
    },
    notes,
  };
}

/** The address of a map. What a reader gets without asking is left out of it. */
export function mapAddress({ area, table, place, theme, span, zoom, at }: MapState): string {
  const params = new URLSearchParams();
  if (area !== 'empire' || place) params.set('area', area);
  if (place) params.set('place', place);
  if (theme) params.set('theme', theme);
  if (span.from === span.to) params.set('day', span.from);
  else if (span.from !== WHOLE.from || span.to !== WHOLE.to) {
    params.set('from', span.from);
    params.set('to', span.to);
  }
  if (at) params.set('at', [at.lat, at.lon].map((degrees) => String(Number(degrees.toFixed(4)))).join(' '));
  if (zoom !== undefined) params.set('zoom', String(Number(zoom.toFixed(2))));
  if (table) params.set('view', 'table');
  return `/map${params.size > 0 ? `?${params}` : ''}`;
}

type Note = (key: MapNote['key'], value: string) => void;

function parseSpan(params: URLSearchParams, note: Note): Span {
  const day = (name: string, otherwise: string) => parseDay(params.get(name), otherwise, note);
  if (params.get('day')) {
    const only = parseDay(params.get('day'), '', note);
    return only ? { from: only, to: only } : WHOLE;
  }
  const [from, to] = [day('from', WHOLE.from), day('to', WHOLE.to)];
  if (from <= to) return { from, to };
  note('order', `${from} – ${to}`);
  return { from: to, to: from };
}

function parseDay(text: string | null, otherwise: string, note: Note): string {
  if (!text) return otherwise;
  const day = isDay(text) ? text : nearestDay(text);
  if (day !== text) note('day', text);
  if (!day) return otherwise;
  const bounded = day < WHOLE.from ? WHOLE.from : day > WHOLE.to ? WHOLE.to : day;
  if (bounded !== day) note('range', text);
  return bounded;
}

/** The last day that exists of the month meant, as 28 February for the 30th. */
function nearestDay(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (!year) return '';
  const clamped = (value: string, most: number) =>
    String(Math.min(most, Math.max(1, Number(value)))).padStart(2, '0');
  for (let last = 31; last > 27; last -= 1) {
    const nearest = `${year}-${clamped(month, 12)}-${clamped(day, last)}`;
    if (isDay(nearest)) return nearest;
  }
  return '';
}

function parseZoom(text: string | null, most: number, note: Note): number | undefined {
  if (!text) return undefined;
  const zoom = Number(text);
  if (zoom >= 1 && zoom <= most) return zoom;
  note('zoom', text);
  return Number.isNaN(zoom) ? undefined : Math.min(most, Math.max(1, zoom));
}

function parseAt(text: string | null, note: Note): Coordinates | undefined {
  if (!text) return undefined;
  const [lat = NaN, lon = NaN, ...rest] = text.split(/[ ,]+/).map(Number);
  if (rest.length === 0 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lat, lon };
  return void note('at', text);
}
