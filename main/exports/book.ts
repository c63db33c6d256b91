import type { CatalogueEntry, LibraryDocument } from '../library/compiled-schema.ts';
import type { CalendarFirst } from './date-words.ts';
import { WHOLE_ENTRY, type BookLinks } from './entry-xhtml.ts';
import { bookWords, fill } from './words.ts';
import { element, escapeText } from './xhtml.ts';

/** Entries in the order they were chosen, with what was added to them after each. */
export interface Book {
  title: string;
  documents: readonly LibraryDocument[];
  catalogue: ReadonlyMap<string, CatalogueEntry>;
  first: CalendarFirst;
  /** Stays the same for the same entries, so that a reader's shelf knows the book again. */
  identifier: string;
  modified: Date;
}

/** "The July Days 1917", or "The July Days 1917 and 3 more" of several that were chosen. */
export function titleOfBook(chosen: readonly LibraryDocument[]): string {
  const [first] = chosen;
  const { library, andOthers } = bookWords.en;
  if (!first) return library;
  return chosen.length === 1
    ? first.title
    : fill(andOthers, { title: first.title, count: chosen.length - 1 });
}

/** The language of most of the text. */
export function languageOf(documents: readonly LibraryDocument[]): string {
  const words = new Map<string, number>();
  for (const { lang, words: count } of documents) words.set(lang, (words.get(lang) ?? 0) + count);
  return [...words].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}

/**
 * The links of a book.
 * @param place where an entry stands in it: a file or an element's id
 */
export function linksOf(
  book: Book,
  place: { idPrefix: BookLinks['idPrefix']; href: (address: string, fragment: string) => string },
): BookLinks {
  const present = new Set(book.documents.map(({ address }) => address));
  const href = (address: string, fragment: string) =>
    present.has(address) ? place.href(address, fragment) : undefined;
  return {
    words: bookWords.en,
    first: book.first,
    idPrefix: place.idPrefix,
    href,
    entry: (address) => book.catalogue.get(address),
    parts: WHOLE_ENTRY,
    name: ({ title, address }) => {
      const target = address && href(address, '');
      return target ? element('a', { href: target }, escapeText(title)) : escapeText(title);
    },
  };
}

/** `people-leon-trotsky` for `/people/leon-trotsky`: a file's name or an id. */
export function slugOf(address: string): string {
  return address.slice(1).replaceAll('/', '-');
}
