import type {
  CatalogueEntry,
  DocumentOf,
  LibraryDocument,
  Ref,
  RefOrName,
} from '../library/compiled-schema.ts';
import { collectItems } from './bibliography/collect.ts';
import { shortDateWords, type CalendarFirst } from './date-words.ts';
import { entryFacts } from './entry-facts.ts';
import { referenceList } from './reference-list.ts';
import { fill, type BookWords } from './words.ts';
import { element, escapeText, langOf, toXhtml } from './xhtml.ts';

/** What an entry needs of the book it stands in. */
export interface BookLinks {
  words: BookWords;
  first: CalendarFirst;
  /** Before every id of the entry, where several entries share one file; else empty. */
  idPrefix: (address: string) => string;
  /** Where an address with its fragment is in the book. */
  href: (address: string, fragment: string) => string | undefined;
  /** What a list shows of an entry, whether it is in the book or not. */
  entry: (address: string) => CatalogueEntry | undefined;
  /** A name, linked where its entry is in the book. */
  name: (ref: RefOrName) => string;
  parts: EntryParts;
}

/** What of an entry a book leaves out, or has besides. */
export interface EntryParts {
  /** The notes of a guide for whoever leads the meeting. */
  leader: boolean;
  /** Off where one bibliography at the end serves all. */
  sources: boolean;
  /** Ruled lines under each question, for an answer by hand. */
  answerLines: number;
}

export const WHOLE_ENTRY: EntryParts = { leader: true, sources: true, answerLines: 0 };

/** One entry as a section of XHTML, complete: heading, facts, text, readings, questions, sources. */
export function entryXhtml(document: LibraryDocument, links: BookLinks): string {
  const { words } = links;
  const prefix = links.idPrefix(document.address);
  const xhtml = (html: string) => toXhtml(html, resolver(document.address, links), prefix);
  const parts = [
    element('p', { class: 'kind', ...langOf('en') }, escapeText(words.kinds[document.collection])),
    element('h1', { id: `${prefix}top` }, escapeText(document.title)),
    document.collection === 'people' && document.epigraph ? epigraph(document.epigraph, links) : '',
    element('p', { class: 'lede' }, escapeText(document.summary)),
    element('div', langOf('en'), entryFacts(document, links)),
    element('div', { class: 'text' }, xhtml(document.html)),
    ...specials(document, links, xhtml),
    'events' in document
      ? list(
          words.events,
          document.events.flatMap((address) => links.entry(address) ?? []),
          links,
        )
      : '',
    links.parts.sources ? sources(document, words) : '',
  ];
  return element('article', langOf(document.lang), parts.join('\n'));
}

/** Links of the text are addresses, with a fragment perhaps, or a fragment of the entry itself. */
function resolver(own: string, links: BookLinks) {
  return (href: string): string | undefined => {
    if (/^https?:/.test(href)) return href;
    const [address = '', fragment = ''] = href.replaceAll('&#x26;', '&').split('#');
    return links.href(address || own, fragment);
  };
}

function epigraph({ text, source }: { text: string; source: Ref }, links: BookLinks): string {
  return element(
    'blockquote',
    { class: 'epigraph' },
    element('p', {}, `“${escapeText(text)}”`) + element('p', {}, `A. V. Lunacharsky, ${links.name(source)}`),
  );
}

function specials(document: LibraryDocument, links: BookLinks, xhtml: (html: string) => string): string[] {
  if (document.collection === 'works') return [questions(document.questions, links, xhtml)];
  if (document.collection === 'articles')
    return document.petition ? [petition(document.petition, xhtml)] : [];
  if (document.collection !== 'guides') return [];
  const { words } = links;
  return [
    section(
      words.readings,
      element(
        'ol',
        { class: 'readings' },
        document.readings.map((each) => reading(each, links, xhtml)).join('\n'),
      ),
    ),
    questions(document.questions, links, xhtml),
    links.parts.leader ? section(words.leader, blocks(xhtml(document.leader)), 'leader') : '',
    list(words.further, document.further, links),
  ];
}

function reading(
  { work, authors, view, reference, read, minutes, why, lookFor }: DocumentOf<'guides'>['readings'][number],
  links: BookLinks,
  xhtml: (html: string) => string,
): string {
  const { words } = links;
  const by = [authors.map(links.name).join(', '), escapeText(view), fill(words.minutes, { count: minutes })];
  const facts = [
    [words.read, escapeText(read)],
    [words.why, xhtml(why)],
    [words.lookFor, xhtml(lookFor)],
    [words.reference, escapeText(reference)],
  ] as const;
  return element(
    'li',
    {},
    element('h3', {}, links.name(work)) +
      element('p', { class: 'by' }, by.filter(Boolean).join(' · ')) +
      element(
        'dl',
        {},
        facts.map(([label, value]) => element('dt', {}, label) + element('dd', {}, value)).join(''),
      ),
  );
}

function questions(
  all: readonly string[],
  { words, parts }: BookLinks,
  xhtml: (html: string) => string,
): string {
  if (all.length === 0) return '';
  const items = all.map((each) => element('li', {}, xhtml(each) + ruledLines(parts.answerLines)));
  return section(words.questions, element('ol', { class: 'questions' }, items.join('')));
}

/** Lines to write on; drawn by the style. */
export function ruledLines(count: number): string {
  return count > 0 ? element('div', { class: 'answer', 'aria-hidden': 'true' }, '<i></i>'.repeat(count)) : '';
}

function petition(
  of: NonNullable<DocumentOf<'articles'>['petition']>,
  xhtml: (html: string) => string,
): string {
  const head = element(
    'tr',
    {},
    of.columns.map((column) => element('th', { scope: 'col' }, escapeText(column))).join(''),
  );
  const line = element('tr', {}, of.columns.map(() => '<td>&#160;</td>').join(''));
  const table = element(
    'table',
    {},
    element('thead', {}, head) + element('tbody', {}, line.repeat(of.lines)),
  );
  return section(
    of.title,
    element('p', { class: 'to' }, escapeText(of.to)) + blocks(xhtml(of.html)) + table,
    'petition',
  );
}

function list(title: string, refs: readonly (Ref | CatalogueEntry)[], links: BookLinks): string {
  if (refs.length === 0) return '';
  const item = (ref: Ref) => {
    const date =
      ref.date && ref.collection === 'events'
        ? element('span', { class: 'when' }, escapeText(shortDateWords(ref.date, links.words, links.first))) +
          ' '
        : '';
    return element('li', {}, date + element('span', langOf(ref.lang), links.name(ref)));
  };
  return element(
    'div',
    langOf('en'),
    section(title, element('ul', { class: 'list' }, refs.map(item).join(''))),
  );
}

function sources(document: LibraryDocument, words: BookWords): string {
  if (document.sources.length === 0) return '';
  const items = collectItems([{ ...document, collection: 'pages' } as LibraryDocument]);
  return element('div', langOf('en'), section(words.sources, referenceList(items, 'sources')));
}

function section(title: string, content: string, kind?: string): string {
  return element('section', { class: kind }, element('h2', {}, escapeText(title)) + content);
}

/** What was one paragraph has lost its element in the compiler. */
function blocks(xhtml: string): string {
  return /^\s*<(?:p|ul|ol|h\d|blockquote|table)[ >]/.test(xhtml) ? xhtml : element('p', {}, xhtml);
}
