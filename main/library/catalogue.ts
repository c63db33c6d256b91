import { dateOf, refTo } from './references.ts';
import { parseDateSpec, sortKey } from './date-spec.ts';
import type { CatalogueEntry } from './compiled-schema.ts';
import type { SourceEntry } from './front-matter.ts';
import { typographic } from './markdown.ts';

/** What lists and filters know of an entry. Names in it are titles, ready to show. */
export function catalogueEntry(
  entry: SourceEntry,
  { words, minutes }: { words: number; minutes: number },
  titleOf: (address: string) => string,
): CatalogueEntry {
  return {
    ...refTo(entry),
    id: entry.id,
    summary: typographic(entry.meta.summary),
    sort: sortOf(entry),
    themes: entry.meta.themes,
    words,
    minutes,
    ...fieldsOf(entry, titleOf),
  };
}

function fieldsOf({ meta }: SourceEntry, titleOf: (address: string) => string): Partial<CatalogueEntry> {
  const nameOf = (collection: string, value: string | { name: string }) =>
    typeof value === 'string' ? titleOf(`/${collection}/${value}`) : typographic(value.name);
  switch (meta.collection) {
    case 'stages':
      return { order: meta.order, short: meta.short, people: meta.people };
    case 'events':
      return {
        people: meta.people,
        ...(meta.stage && { stage: meta.stage }),
        ...(meta.place && { place: meta.place }),
      };
    case 'people':
      return {
        lifespan: [meta.born?.date, meta.died?.date].map((date) => date?.slice(0, 4) ?? '').join('–'),
        parties: meta.parties.map((party) => nameOf('organisations', party.organisation)),
        ...(meta.born && { born: newStyle(meta.born.date) }),
        ...(meta.died && { died: newStyle(meta.died.date) }),
        memberships: meta.parties.map(({ organisation, from, to }) => ({
          title: nameOf('organisations', organisation),
          ...(typeof organisation === 'string' && { id: organisation }),
          ...(from && { from: newStyle(from) }),
          ...(to && { to: newStyle(to) }),
        })),
        offices: meta.roles.map((role) => typographic(role.title)),
        ...(meta.epigraph && { epigraph: typographic(meta.epigraph.text) }),
        ...(meta.featured && { featured: meta.featured }),
      };
    case 'organisations':
      return { kind: meta.kind };
    case 'places':
      return {
        kind: meta.kind,
        coordinates: meta.coordinates,
        ...(meta.within && { within: meta.within }),
      };
    case 'works':
      return {
        authors: meta.authors.map((author) => nameOf('people', author)),
        form: meta.form,
        view: typographic(meta.view),
        ...(meta.stage && { stage: meta.stage }),
      };
    case 'guides':
      return {
        order: meta.order,
        readings: meta.readings.length,
        ...(meta.stage && { stage: meta.stage }),
      };
    default:
      return {};
  }
}

function newStyle(spec: string): string {
  return parseDateSpec(spec).start.ns;
}

/** The default order inside a collection: stages and guides as numbered, events by day, people by family name. */
function sortOf(entry: SourceEntry): string {
  const { meta } = entry;
  const title = meta.title.toLowerCase().replace(/^(the|a|an|el|la|los|las) /, '');
  if (meta.collection === 'stages' || meta.collection === 'guides')
    return String(meta.order).padStart(4, '0');
  if (meta.collection === 'people') return `${meta.sort.toLowerCase()} ${title}`;
  if (meta.collection === 'events') {
    return `${sortKey(parseDateSpec(meta.date))} ${parseDateSpec(meta.date).end?.os ?? ''} ${title}`;
  }
  const date = meta.collection === 'articles' ? dateOf(entry) : undefined;
  return date ? `${sortKey(date)} ${title}` : title;
}
