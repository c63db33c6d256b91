/** The part of a document that differs from collection to collection. */
import { parseDateSpec, parseSpan, sortKey } from './date-spec.ts';
import type { CompiledDate, LibraryDocument, Ref } from './compiled-schema.ts';
import type { AnyFrontMatter } from './front-matter-schema.ts';
import type { SourceEntry } from './front-matter.ts';
import { typographic } from './markdown.ts';
import { refTo, type References } from './references.ts';
import { standingOf } from './standing.ts';
import type { Collection } from './vocabulary.ts';

type WithoutCommon<D> = D extends LibraryDocument ? Omit<D, keyof CommonFields> : never;
type Details = WithoutCommon<LibraryDocument>;
type CommonFields = Pick<
  LibraryDocument,
  | 'address'
  | 'id'
  | 'lang'
  | 'title'
  | 'aliases'
  | 'summary'
  | 'themes'
  | 'html'
  | 'toc'
  | 'paragraphs'
  | 'words'
  | 'minutes'
  | 'links'
  | 'backlinks'
  | 'previous'
  | 'next'
  | 'sources'
>;

/** What the details of one entry are computed from. */
export interface DetailContext {
  entries: readonly SourceEntry[];
  references: References;
  /** Compiles a line of Markdown that stands in a field of the entry. */
  inline: (entry: SourceEntry, field: string, markdown: string) => string;
}

type EntryOf<C extends Collection> = SourceEntry & { meta: Extract<AnyFrontMatter, { collection: C }> };

/** The fields an entry has beyond those all entries share, with ids resolved and dates in both calendars. */
export function compileDetails(entry: SourceEntry, context: DetailContext): Details {
  const { references } = context;
  const { meta } = entry;
  switch (meta.collection) {
    case 'stages':
      return {
        collection: 'stages',
        order: meta.order,
        short: meta.short,
        date: parseDateSpec(meta.date),
        people: references.refs(entry, 'people', 'people', meta.people),
        events: eventsWhere(context, (event) => event.stage === entry.id),
        guides: refsWhere(context, 'guides', (guide) => guide.meta.stage === entry.id),
        works: refsWhere(context, 'works', (work) => work.meta.stage === entry.id),
      };
    case 'events':
      return {
        collection: 'events',
        date: parseDateSpec(meta.date, meta.circa),
        ...(meta.stage && { stage: references.ref(entry, 'stage', 'stages', meta.stage) }),
        ...(meta.place && { place: references.ref(entry, 'place', 'places', meta.place) }),
        people: compileTakingPart(entry as EntryOf<'events'>, context),
        organisations: references.refs(entry, 'organisations', 'organisations', meta.organisations),
      };
    case 'people':
      return compilePerson(entry as EntryOf<'people'>, context);
    case 'organisations':
      return {
        collection: 'organisations',
        kind: meta.kind,
        ...(meta.founded && { founded: parseDateSpec(meta.founded) }),
        ...(meta.dissolved && { dissolved: parseDateSpec(meta.dissolved) }),
        ...(meta.place && { place: references.ref(entry, 'place', 'places', meta.place) }),
        people: references.refs(entry, 'people', 'people', meta.people),
        events: eventsWhere(context, (event) => event.organisations.includes(entry.id)),
      };
    case 'places':
      return {
        collection: 'places',
        kind: meta.kind,
        coordinates: meta.coordinates,
        ...(meta.within && { within: references.ref(entry, 'within', 'places', meta.within) }),
        ...(meta.today && { today: typographic(meta.today) }),
        events: eventsWhere(context, (event) => event.place === entry.id),
      };
    case 'terms':
      return { collection: 'terms' };
    case 'works':
      return compileWork(entry as EntryOf<'works'>, context);
    case 'guides':
      return compileGuide(entry as EntryOf<'guides'>, context);
    case 'articles':
      return compileArticle(entry as EntryOf<'articles'>, context);
    case 'pages':
      return { collection: 'pages' };
  }
}

function compilePerson(entry: EntryOf<'people'>, context: DetailContext): Details {
  const { references } = context;
  const { born, died, parties, roles, epigraph } = entry.meta;
  const life = (field: string, moment: NonNullable<typeof born>) => ({
    date: parseDateSpec(moment.date, moment.circa),
    ...(moment.place && { place: references.refOrName(entry, `${field}.place`, 'places', moment.place) }),
  });
  return {
    collection: 'people',
    ...(born && { born: life('born', born) }),
    ...(died && { died: life('died', died) }),
    parties: parties.map((party, index) => ({
      organisation: references.refOrName(
        entry,
        `parties.${index}.organisation`,
        'organisations',
        party.organisation,
      ),
      ...parseSpan(party),
    })),
    roles: roles.map((role) => ({ title: typographic(role.title), ...parseSpan(role) })),
    ...(epigraph && {
      epigraph: {
        text: typographic(epigraph.text),
        source: references.ref(entry, 'epigraph.source', 'works', epigraph.source),
      },
    }),
    events: eventsWhere(context, (event) => event.people.includes(entry.id)),
    works: refsWhere(context, 'works', (work) => work.meta.authors.includes(entry.id)),
  };
}

function compileTakingPart(entry: EntryOf<'events'>, { references, entries }: DetailContext) {
  return references.refs(entry, 'people', 'people', entry.meta.people).map((ref) => {
    const person = entriesOf(entries, 'people').find(({ address }) => address === ref.address);
    return { ...ref, as: person ? standingOf(person.meta, parseDateSpec(entry.meta.date), references) : [] };
  });
}

function compileWork(entry: EntryOf<'works'>, context: DetailContext): Details {
  const { references, inline } = context;
  const { meta } = entry;
  return {
    collection: 'works',
    authors: meta.authors.map((author, index) =>
      references.refOrName(entry, `authors.${index}`, 'people', author),
    ),
    form: meta.form,
    language: meta.language,
    ...(meta.written && { written: parseDateSpec(meta.written) }),
    ...(meta.published && {
      published: {
        date: parseDateSpec(meta.published.date),
        ...(meta.published.in && { in: meta.published.in }),
        ...(meta.published.number && { number: meta.published.number }),
      },
    }),
    view: typographic(meta.view),
    reference: typographic(meta.reference),
    available: meta.available.map(typographic),
    ...(meta.stage && { stage: references.ref(entry, 'stage', 'stages', meta.stage) }),
    questions: meta.questions.map((question, index) => inline(entry, `questions.${index}`, question)),
    guides: refsWhere(context, 'guides', (guide) =>
      guide.meta.readings.some((reading) => reading.work === entry.id),
    ),
  };
}

function compileGuide(entry: EntryOf<'guides'>, context: DetailContext): Details {
  const { references, inline, entries } = context;
  const { meta } = entry;
  return {
    collection: 'guides',
    order: meta.order,
    ...(meta.stage && { stage: references.ref(entry, 'stage', 'stages', meta.stage) }),
    meeting: meta.meeting,
    readingMinutes: meta.readings.reduce((sum, reading) => sum + reading.minutes, 0),
    readings: meta.readings.map((reading, index) => {
      const field = `readings.${index}`;
      const work = references.ref(entry, `${field}.work`, 'works', reading.work);
      const source = entries.find((other): other is EntryOf<'works'> => other.address === work.address);
      return {
        work,
        authors: (source?.meta.authors ?? []).map((author) =>
          references.refOrName(entry, `${field}.work`, 'people', author),
        ),
        view: source?.meta.view ?? '',
        reference: typographic(source?.meta.reference ?? ''),
        available: (source?.meta.available ?? []).map(typographic),
        read: typographic(reading.read),
        minutes: reading.minutes,
        why: inline(entry, `${field}.why`, reading.why),
        lookFor: inline(entry, `${field}.lookFor`, reading.lookFor),
      };
    }),
    questions: meta.questions.map((question, index) => inline(entry, `questions.${index}`, question)),
    leader: inline(entry, 'leader', meta.leader),
    further: meta.next.map((target, index) => {
      const [collection, id] = target.split('/') as [Collection, string];
      return references.ref(entry, `next.${index}`, collection, id);
    }),
  };
}

function compileArticle(entry: EntryOf<'articles'>, context: DetailContext): Details {
  const { date, petition } = entry.meta;
  return {
    collection: 'articles',
    date: parseDateSpec(date),
    ...(petition && {
      petition: {
        title: petition.title,
        to: petition.to,
        html: context.inline(entry, 'petition.text', petition.text),
        columns: petition.columns,
        lines: petition.lines,
      },
    }),
  };
}

function entriesOf<C extends Collection>(entries: readonly SourceEntry[], collection: C): EntryOf<C>[] {
  return entries.filter((entry): entry is EntryOf<C> => entry.meta.collection === collection);
}

function refsWhere<C extends Collection>(
  { entries }: DetailContext,
  collection: C,
  test: (entry: EntryOf<C>) => boolean,
): Ref[] {
  return entriesOf(entries, collection).filter(test).map(refTo).sort(byDateThenTitle);
}

function eventsWhere({ entries }: DetailContext, test: (event: EntryOf<'events'>['meta']) => boolean) {
  return entriesOf(entries, 'events')
    .filter((event) => test(event.meta))
    .map(refTo)
    .sort(byDateThenTitle)
    .map(({ address }) => address);
}

function byDateThenTitle(a: { date?: CompiledDate | undefined; title: string }, b: typeof a): number {
  return (
    (a.date ? sortKey(a.date) : 0) - (b.date ? sortKey(b.date) : 0) || a.title.localeCompare(b.title, 'en')
  );
}
