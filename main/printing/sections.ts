/** What a print consists of, part by part, before its links are made to work on paper. */
import { collectItems } from '../exports/bibliography/collect.ts';
import { shortDateWords } from '../exports/date-words.ts';
import { entryXhtml, type BookLinks } from '../exports/entry-xhtml.ts';
import { referenceList } from '../exports/reference-list.ts';
import { bookWords } from '../exports/words.ts';
import { element, escapeText, langOf } from '../exports/xhtml.ts';
import type { CatalogueEntry, LibraryDocument } from '../library/compiled-schema.ts';
import type { Collection } from '../library/vocabulary.ts';
import { addressesIn, destinationOf, headingsDown, idPrefixOf } from './cross-references.ts';
import { paperWords as words } from './paper-words.ts';
import type { PrintOptions } from './print-options.ts';
import { worksToCompare, worksheet } from './worksheet.ts';

/** What is printed, as data. */
export interface PrintContent {
  title: string;
  /** Full entries, in the order asked for. */
  documents: readonly LibraryDocument[];
  /** A list of events or of what a search found, instead of entries or after them. */
  list?: PrintedList;
  catalogue: ReadonlyMap<string, CatalogueEntry>;
}

export interface PrintedList {
  title: string;
  entries: readonly CatalogueEntry[];
  /** Said where there are none. */
  empty: string;
  /** In order of date, with a heading a month; else in the order given, with the kind of each. */
  isDated: boolean;
  /** What the list leaves out, if anything. */
  note?: string;
}

interface Titled {
  destination: string;
  title: string;
  lang: string;
}

export interface Section extends Titled {
  xhtml: string;
  /** Entries that stand inside a section of several. */
  parts: Titled[];
  /** Destinations of the entries that an appendix explains. */
  explains: string[];
}

/** Lines under a question: about 4 cm. */
const ANSWER_LINES = 5;
/** Short entries that follow each other share a section; each of the others has its own. */
const SHORT: readonly Collection[] = ['events', 'people', 'organisations', 'places', 'terms'];

/** Sections of entries, list, worksheet, appendices and bibliography, in this order. */
export function sectionsOf(content: PrintContent, options: PrintOptions): Section[] {
  const { documents, list, catalogue } = content;
  const isPack = documents.length > 1;
  const links = paperLinks(catalogue, options, isPack);
  const groups = groupsOf(documents);
  const sections = groups.map((group) =>
    entrySection(group, links, groups.length === 1 ? content.title : undefined),
  );
  if (list) sections.push(plain('list', list.title, listXhtml(list, options)));
  const works = options.worksheet ? worksToCompare(documents) : [];
  if (works.length > 0) sections.push(plain('worksheet', words.worksheet, worksheet(works, options)));

  const printed = new Set(documents.map(({ address }) => address));
  const mentioned = new Set(sections.flatMap(({ xhtml }) => addressesIn(xhtml)));
  const occurring = (collection: Collection) =>
    [...mentioned]
      .flatMap((address) => (printed.has(address) ? [] : (catalogue.get(address) ?? [])))
      .filter((entry) => entry.collection === collection)
      .sort((a, b) => a.sort.localeCompare(b.sort, 'en'));
  const terms = options.glossary === 'appendix' ? occurring('terms') : [];
  const people = options.people ? occurring('people') : [];
  if (terms.length > 0) sections.push(appendix('glossary', words.glossary, terms));
  if (people.length > 0) sections.push(appendix('people', words.peopleMentioned, people));
  const sources = isPack ? collectItems(documents) : [];
  if (sources.length > 0) {
    const references = element('div', { class: 'sources' }, referenceList(sources));
    sections.push(plain('bibliography', words.bibliography, references));
  }
  return sections;
}

/** On paper every link keeps its address until it is known what is printed and what becomes a note. */
function paperLinks(
  catalogue: PrintContent['catalogue'],
  options: PrintOptions,
  isPack: boolean,
): Omit<BookLinks, 'href'> {
  return {
    words: bookWords.en,
    first: options.calendar,
    idPrefix: idPrefixOf,
    entry: (address) => catalogue.get(address),
    name: ({ title, address }) =>
      address ? element('a', { href: address }, escapeText(title)) : escapeText(title),
    parts: {
      leader: options.edition === 'leader',
      sources: !isPack,
      answerLines: options.answers ? ANSWER_LINES : 0,
    },
  };
}

function groupsOf(documents: readonly LibraryDocument[]): LibraryDocument[][] {
  const groups: LibraryDocument[][] = [];
  for (const document of documents) {
    const last = groups.at(-1);
    const joins = last?.[0]?.collection === document.collection && SHORT.includes(document.collection);
    if (last && joins) last.push(document);
    else groups.push([document]);
  }
  return groups;
}

/** @param only the title of the print, where nothing else is in it */
function entrySection(
  group: readonly LibraryDocument[],
  links: Omit<BookLinks, 'href'>,
  only: string | undefined,
): Section {
  const [first, ...others] = group;
  if (!first) throw new Error('a group of entries is never empty');
  const titles = group.map(({ address, title, lang }): Titled => ({
    destination: destinationOf(address),
    title,
    lang,
  }));
  if (others.length === 0)
    return { ...(titles[0] as Titled), xhtml: printed(first, links), parts: [], explains: [] };
  const title = only ?? words.collections[first.collection];
  const entries = group.map((document) =>
    element('div', { class: 'part' }, headingsDown(printed(document, links), 1)),
  );
  const section = plain(`group-${destinationOf(first.address)}`, title, entries.join('\n'));
  return { ...section, parts: titles };
}

function printed(document: LibraryDocument, links: Omit<BookLinks, 'href'>): string {
  const href = (address: string, fragment: string) =>
    address === document.address ? `#${idPrefixOf(address)}${fragment || 'top'}` : address;
  // A disclosure is printed as it stands on the screen, and paper cannot be clicked.
  return entryXhtml(document, { ...links, href }).replace(
    /<details(?![^>]*\bopen\b)/g,
    '<details open="open"',
  );
}

function listXhtml({ entries, empty, isDated, note }: PrintedList, options: PrintOptions): string {
  if (entries.length === 0) return element('p', {}, escapeText(empty));
  const left = note ? element('p', { class: 'lede' }, escapeText(note)) : '';
  if (!isDated) return left + dated(entries, options, true);
  const months = [...Map.groupBy(entries, ({ date }) => date?.start.os.slice(0, 7) ?? '')];
  if (months.length === 1) return dated(entries, options, false);
  return months
    .map(([month, events]) => element('h2', {}, monthName(month)) + dated(events, options, false))
    .join('\n');
}

/** Entries with their dates and summaries. */
function dated(entries: readonly CatalogueEntry[], { calendar }: PrintOptions, withKind: boolean): string {
  const { en } = bookWords;
  const items = entries.map(({ address, collection, lang, title, date, summary }) => {
    const line = [withKind && en.kinds[collection], date && shortDateWords(date, en, calendar)].filter(
      Boolean,
    );
    const name = element('a', { href: address }, element('b', {}, escapeText(title)));
    return element(
      'li',
      {},
      element('p', { class: 'date', lang: 'en' }, escapeText(line.join(' · '))) +
        element('p', langOf(lang), `${name}. ${escapeText(summary)}`),
    );
  });
  return element('ul', { class: 'dated' }, items.join('\n'));
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function monthName(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number ? MONTH.format(new Date(Date.UTC(year ?? 0, number - 1, 1))) : escapeText(month);
}

function appendix(destination: string, title: string, entries: readonly CatalogueEntry[]): Section {
  const items = entries.map(({ address, lang, title, lifespan = '', summary }) => {
    const span = lifespan.length > 1 ? ` ${element('small', {}, escapeText(lifespan))}` : '';
    const term = element('dt', { id: destinationOf(address) }, escapeText(title) + span);
    return element('div', langOf(lang), term + element('dd', {}, escapeText(summary)));
  });
  const list = element('dl', { class: 'appendix' }, items.join('\n'));
  const explains = entries.map(({ address }) => destinationOf(address));
  return { ...plain(destination, title, list), explains };
}

/** A section in English that is no single entry. */
function plain(destination: string, title: string, body: string): Section {
  const heading = element('h1', { id: destination }, escapeText(title));
  return { destination, title, lang: 'en', xhtml: `${heading}\n${body}`, parts: [], explains: [] };
}
