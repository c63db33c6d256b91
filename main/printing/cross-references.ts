/** Makes the entries of one print fit together: headings a level down, links that work on paper. */
import { slugOf } from '../exports/book.ts';
import { element, escapeText } from '../exports/xhtml.ts';
import { fill } from '../exports/words.ts';
import { paperWords as words } from './paper-words.ts';

/** `works-april-theses--` before every id of that entry. */
export function idPrefixOf(address: string): string {
  return `${slugOf(address)}--`;
}

/** `works-april-theses--top`: where an entry begins, and the name of that destination in the PDF. */
export function destinationOf(address: string): string {
  return `${idPrefixOf(address)}top`;
}

/** What a page number stands in for until it is known. */
const PLACEHOLDER = '000';

/** Page numbers of a print: not to be had, not yet known, or known by destination. */
export type PageNumbers = 'none' | 'unknown' | ReadonlyMap<string, number>;

/** The number of a destination's page. In the contents its place is as wide as three digits, so that no line moves. */
export function pageNumber(destination: string, pages: PageNumbers): string {
  if (pages === 'none') return '';
  const number = pages === 'unknown' ? PLACEHOLDER : String(pages.get(destination) ?? '–');
  return element('span', { class: 'n' }, number);
}

/** Moves every heading some levels down. */
export function headingsDown(xhtml: string, levels: number): string {
  if (levels === 0) return xhtml;
  return xhtml.replace(
    /<(\/?)h([1-6])\b/g,
    (_all, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + levels)}`,
  );
}

/** Addresses that a text leads to, in order of first mention. */
export function addressesIn(xhtml: string): string[] {
  return [...new Set([...xhtml.matchAll(/ href="(\/[^"#?]*)[^"]*"/g)].map((match) => match[1] ?? ''))];
}

export interface Note {
  number: number;
  title: string;
  lang?: string;
  /** Where it leads, or what the word means. */
  text: string;
}

export interface LinkRules {
  /** The destination of an address that is printed too. */
  destination: (address: string) => string | undefined;
  /** Whether a link says on which page its end is. */
  saysPage: (address: string) => boolean;
  /** The end note of a link that leads out of the print, if there shall be one. */
  note: (href: string, text: string) => Omit<Note, 'number'> | undefined;
  pages: PageNumbers;
}

/**
 * Turns every link of a section into one that works on paper: to its page where the entry is printed too, to a
 * numbered end note where not, to plain text where nothing is wanted. Links do not nest, so one pattern finds them.
 */
export function linksForPaper(xhtml: string, rules: LinkRules): { xhtml: string; notes: Note[] } {
  const notes = new Map<string, Note>();
  const seen = new Set<string>();
  const linked = xhtml.replace(/<a\b([^>]*)>(.*?)<\/a>/gs, (whole, attributes: string, inner: string) => {
    const href = / href="([^"]*)"/.exec(attributes)?.[1] ?? '';
    if (href.startsWith('#')) return whole;
    const address = href.replace(/[#?].*$/, '');
    const destination = rules.destination(address);
    if (destination) {
      const link = element('a', { href: `#${destination}` }, inner);
      // Once a section is enough: the same page in every line would be noise.
      if (rules.pages === 'none' || seen.has(address) || !rules.saysPage(address)) return link;
      seen.add(address);
      const see = fill(words.seePage, { page: pageNumber(destination, rules.pages) });
      return `${link} ${element('span', { class: 'see' }, `(${see})`)}`;
    }
    const known = notes.get(href) ?? numbered(rules.note(textOf(href), textOf(inner)), notes.size + 1);
    if (!known) return inner;
    notes.set(href, known);
    return `${inner}${element('sup', { class: 'note' }, String(known.number))}`;
  });
  return { xhtml: linked, notes: [...notes.values()] };
}

/** The numbered notes at the end of a section. */
export function endNotes(notes: readonly Note[], heading: string): string {
  if (notes.length === 0) return '';
  const items = notes.map(({ number, title, lang, text }) =>
    element(
      'li',
      { value: String(number) },
      `${element('b', { lang }, escapeText(title))} ${escapeText(text)}`,
    ),
  );
  const list = element('ol', {}, items.join(''));
  return element('aside', { class: 'notes', lang: 'en' }, element('h2', {}, escapeText(heading)) + list);
}

function numbered(note: Omit<Note, 'number'> | undefined, number: number): Note | undefined {
  return note && { number, ...note };
}

/** What stands between the tags of our own XHTML. */
function textOf(xhtml: string): string {
  return xhtml
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
