/** The figures of `npm run content:report`, which tests/content holds to their limits. */
import { flesch } from 'flesch';
import { syllable } from 'syllable';
import { countWords, type CompiledLibrary } from '../../main/library/compile-library.ts';
import { parseDateSpec } from '../../main/library/date-spec.ts';
import type { SourceEntry } from '../../main/library/front-matter.ts';
import { unlinkedMentions } from './mentions.ts';
import { indexNames } from './names.ts';

export interface ContentMeasures {
  collections: Map<string, { entries: number; words: number }>;
  /** Events by the month they begin in. */
  months: Map<string, number>;
  /** Events that begin on each day of the weeks that decided 1917. */
  decisiveDays: Map<string, number>;
  unlinked: { address: string; name: string; targets: readonly string[] }[];
  /** Entries that fewer than three others lead to. */
  thin: { address: string; backlinks: number }[];
  /** Authors of sources, the most used first. */
  sources: [author: string, uses: number][];
  /** Flesch reading ease of the bodies, by collection. */
  ease: Map<string, { median: number; lowest: { address: string; score: number } }>;
}

/** First and last day of the weeks of which every day is told, Old Style. */
export const DECISIVE_WEEKS = [
  ['1917-02-23', '1917-03-04'],
  ['1917-07-03', '1917-07-06'],
  ['1917-08-25', '1917-08-31'],
  ['1917-10-10', '1917-10-27'],
] as const;

const FEW_BACKLINKS = 3;
/** Pages are about the library, and articles stand alone. */
const ALONE = new Set(['pages', 'articles']);

/** Measures the whole library. Pure: takes what was read and compiled. */
export function measureContent(entries: readonly SourceEntry[], { documents }: CompiledLibrary): ContentMeasures {
  const english = entries.filter(({ lang }) => lang === 'en');
  const index = indexNames(entries);
  const collections = new Map<string, { entries: number; words: number }>();
  for (const { collection, words } of documents) {
    const sum = collections.get(collection) ?? { entries: 0, words: 0 };
    collections.set(collection, { entries: sum.entries + 1, words: sum.words + words });
  }
  const firstDays = entries.flatMap(({ meta }) =>
    meta.collection === 'events' ? [parseDateSpec(meta.date).start.os] : [],
  );
  return {
    collections,
    months: countBy(firstDays.map((day) => day.slice(0, 7)).sort()),
    decisiveDays: new Map(
      DECISIVE_WEEKS.flatMap(([from, to]) => daysBetween(from, to)).map((day) => [
        day,
        firstDays.filter((first) => first === day).length,
      ]),
    ),
    unlinked: english.flatMap((entry) =>
      unlinkedMentions(entry, index).map(({ name, targets }) => ({ address: entry.address, name, targets })),
    ),
    thin: documents
      .filter(({ collection, backlinks }) => !ALONE.has(collection) && backlinks.length < FEW_BACKLINKS)
      .map(({ address, backlinks }) => ({ address, backlinks: backlinks.length })),
    sources: [...countBy(documents.flatMap(({ sources }) => sources.map(authorOf)))].sort(
      ([a, countA], [b, countB]) => countB - countA || a.localeCompare(b),
    ),
    ease: readingEase(documents),
  };
}

function authorOf({ author, editor, title }: { author?: string | undefined; editor?: string | undefined; title: string }) {
  return author ?? editor ?? title;
}

function readingEase(documents: CompiledLibrary['documents']): ContentMeasures['ease'] {
  const scores = documents
    .filter(({ lang, collection }) => lang === 'en' && !ALONE.has(collection))
    .map(({ address, collection, html }) => ({ address, collection, score: easeOf(html) }))
    .sort((a, b) => a.score - b.score);
  return new Map(
    [...Map.groupBy(scores, ({ collection }) => collection)].map(([collection, of]) => {
      const middle = of[Math.floor(of.length / 2)]?.score ?? 0;
      return [collection, { median: middle, lowest: of[0] as { address: string; score: number } }];
    }),
  );
}

/** Flesch 1948: from words a sentence and syllables a word. Names of people and places lower it. */
function easeOf(html: string): number {
  const text = html.replace(/<h\d[\s\S]*?<\/h\d>/g, ' ').replace(/<\/(?:p|li|td)>/g, '. ').replace(/<[^>]+>/g, '');
  const sentence = text.split(/[.!?:;]+(?=\s|$)/).filter((part) => countWords(part) > 1).length;
  return flesch({ sentence, word: countWords(text), syllable: syllable(text) });
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
