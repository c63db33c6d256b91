import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import type { Coordinates } from './map-projection.ts';
import { isWithin, type Span } from './map-span.ts';

type Places = ReadonlyMap<string, CatalogueEntry>;

/** The city that has a plan of its own. */
const CITY = 'petrograd';

/** A place on a map, with what happened there in a span. */
export interface PlaceOnMap {
  id: string;
  place: CatalogueEntry;
  coordinates: Coordinates;
  /** In order of date; with those of the places within it where these have no mark of their own. */
  events: CatalogueEntry[];
  /** Places within it that have no mark of their own. */
  inside: CatalogueEntry[];
}

/** Whether a place is the city or lies in it, however many places lie between. */
export function isInCity(id: string, places: Places): boolean {
  return chainOf(id, places).includes(CITY);
}

/** The place that shows another on the map of the empire: a building stands for its city there. */
export function outermostOf(id: string, places: Places): string {
  return chainOf(id, places).at(-1) ?? id;
}

/** A place, what holds it, what holds that, and so on. A circle is walked once. */
function chainOf(id: string, places: Places): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at && places.has(at) && !chain.includes(at);) {
    chain.push(at);
    at = places.get(at)?.within;
  }
  return chain;
}

/** The events of a span that have a place, by theme if one is chosen. */
export function eventsIn(
  events: readonly CatalogueEntry[],
  { span, theme }: { span: Span; theme?: string | undefined },
): CatalogueEntry[] {
  return events.filter(
    ({ place, date, themes }) => place && date && isWithin(date, span) && (!theme || themes.includes(theme)),
  );
}

/**
 * The places of a map with their events, the busiest first. On the plan of the city every place in it is shown but the
 * city itself; on the empire's every outermost place.
 */
export function placesOnMap(
  area: 'empire' | 'petrograd',
  places: Places,
  events: readonly CatalogueEntry[],
): PlaceOnMap[] {
  const markOf = (id: string) => (area === 'empire' ? outermostOf(id, places) : id);
  const all = [...places.values()];
  const shown = all.filter(({ id }) =>
    area === 'empire' ? markOf(id) === id : id !== CITY && isInCity(id, places),
  );
  const byMark = Map.groupBy(events, ({ place }) => markOf(place ?? ''));
  return shown
    .flatMap((place) => {
      const { id, coordinates } = place;
      const inside =
        area === 'empire' ? all.filter((other) => other.id !== id && markOf(other.id) === id) : [];
      return coordinates ? [{ id, place, coordinates, events: byMark.get(id) ?? [], inside }] : [];
    })
    .toSorted((a, b) => b.events.length - a.events.length || a.id.localeCompare(b.id));
}
