/** What words alone do not decide: filters, phrases and days. */
import { parseIso } from '../library/dates.ts';
import type { SearchDocument } from '../library/compiled-schema.ts';
import { fold, wordsOf } from './analyse.ts';
import type { ParsedQuery } from './query.ts';
import type { WrittenDate } from './query-dates.ts';

const foldedTexts = new WeakMap<SearchDocument, string>();

/** Whether the folded words of a phrase stand together anywhere in the entry. */
export function hasPhrase(document: SearchDocument, phrase: string): boolean {
  let text = foldedTexts.get(document);
  if (text === undefined) {
    const parts = [
      document.title,
      ...document.aliases,
      document.summary,
      ...document.headings,
      document.body,
    ];
    text = parts
      .flatMap((part) => part.split('\n'))
      .map(
        (part) =>
          ` ${wordsOf(part)
            .map((word) => fold(word.text))
            .join(' ')} `,
      )
      .join('\n');
    foldedTexts.set(document, text);
  }
  return text.includes(` ${phrase} `);
}

/** Ids of the people whom a name fits, in any of their transliterations. */
export function personIds(name: string, documents: readonly SearchDocument[]): Set<string> {
  const wanted = wordsOf(name.replaceAll('-', ' ')).map((word) => fold(word.text));
  return new Set(
    documents.flatMap(({ collection, address, title, aliases }) => {
      if (collection !== 'people') return [];
      const words = new Set(
        [title, ...aliases].flatMap((text) => wordsOf(text).map((word) => fold(word.text))),
      );
      return wanted.every((word) => words.has(word)) ? [address.replace('/people/', '')] : [];
    }),
  );
}

/**
 * @param people for each `person:` of the query, the ids it may mean
 */
export function passesFilters(
  document: SearchDocument,
  { kinds, languages, before, after }: ParsedQuery,
  people: readonly ReadonlySet<string>[],
): boolean {
  if (kinds.length > 0 && !kinds.includes(document.collection)) return false;
  if (languages.length > 0 && !languages.includes(document.lang)) return false;
  if (!people.every((ids) => document.people.some((id) => ids.has(id)))) return false;
  if (!before && !after) return true;
  if (!document.date) return false;
  const start = document.date.start.os;
  const end = (document.date.end ?? document.date.start).os;
  // "after:1917-03" means once March is over; "before:1917-03", until it begins.
  if (before && start.slice(0, before.length) >= before) return false;
  return !(after && end.slice(0, after.length) <= after);
}

/**
 * How well an entry's date fits one of those asked for, in either calendar: 1 when it begins that day,
 * less when the day lies within its span or only the month was named, 0 when it does not fit.
 */
export function isOnDate({ date, collection }: SearchDocument, wanted: readonly WrittenDate[]): number {
  if (!date || date.precision === 'year') return 0;
  const fits = wanted.flatMap((day) =>
    (['os', 'ns'] as const).map((calendar) => {
      const start = date.start[calendar];
      const end = (date.end ?? date.start)[calendar];
      if (!day.day) return start.startsWith(`${day.year}-${pad(day.month)}`) ? 0.3 : 0;
      const iso = `${day.year ?? parseIso(start).year}-${pad(day.month)}-${pad(day.day)}`;
      if (start === iso) return collection === 'events' ? 1 : 0.8;
      return start <= iso && iso <= end ? 0.5 : 0;
    }),
  );
  return Math.max(...fits);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
