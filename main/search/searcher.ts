/** Search over a compiled library: parse, look up, rank, explain. Pure: data in, answers out. */
import { COLLECTIONS } from '../library/vocabulary.ts';
import type { SearchDocument } from '../library/compiled-schema.ts';
import { fold, isStopWord, termsOf, wordsOf } from './analyse.ts';
import { explain, matcher } from './explain.ts';
import { hasPhrase, isOnDate, passesFilters, personIds } from './filters.ts';

import { parseQuery, type ParsedQuery } from './query.ts';
import type { SearchRequest, SearchResponse } from './search-schema.ts';
import { mark } from './snippet.ts';
import { nearestWord } from './spelling.ts';
import type { WeightedTerm, WordIndex } from './word-index.ts';

/** A whole word counts for more than a word it begins. */
const PREFIX_WEIGHT = 0.3;
/** An entry dated on the day asked for comes before one that mentions its words. */
const DATE_SCORE = 50;
const EXACT_TITLE_SCORE = 60;
const TITLE_START_SCORE = 12;

/** What an entry is, in the order in which readers most often mean it when a name fits several. */
const KIND_WEIGHTS: Partial<Record<SearchDocument['collection'], number>> = {
  people: 1.25,
  stages: 1.15,
  guides: 1.05,
  places: 0.95,
  pages: 0.8,
};

interface Candidate {
  document: SearchDocument;
  score: number;
}

export interface Searcher {
  /** @throws QueryError when a filter cannot be understood. */
  search(request: SearchRequest): SearchResponse;
}

/** Prepares search over the documents with one opened index a language. */
export function createSearcher(
  documents: readonly SearchDocument[],
  indexes: readonly WordIndex[],
): Searcher {
  function search(request: SearchRequest): SearchResponse {
    const query = parseQuery(request.q);
    const words = query.words.filter(
      (word) => !indexes.every(({ language }) => isStopWord(fold(word), language)),
    );
    const wanted = words.length > 0 ? words : query.words;
    const scored = scoreWords(wanted, query);
    const all = rank(candidates(scored, query), query, wanted).filter(({ document }) =>
      request.lang ? document.lang === request.lang : true,
    );
    const ofKind = all.filter(({ document }) => !request.kind || document.collection === request.kind);
    const ofYear = all.filter(({ document }) => !request.year || yearOf(document) === request.year);
    const found = ofKind.filter((candidate) => ofYear.includes(candidate));
    const isMatch = matcher(wanted, query.lastIsPrefix);
    const suggestion = scored.unknown.length > 0 ? respell(request.q, scored.unknown) : undefined;
    return {
      query: request.q,
      total: found.length,
      results: found.slice(request.offset, request.offset + request.limit).map(({ document }) => ({
        address: document.address,
        collection: document.collection,
        lang: document.lang,
        title: mark(document.title, isMatch),
        snippet: explain(document, isMatch),
        ...(document.date && { date: document.date }),
      })),
      facets: {
        kinds: count(ofYear, ({ collection }) => collection).sort(
          (a, b) => kindOrder(a.value) - kindOrder(b.value),
        ),
        years: count(ofKind, yearOf).sort((a, b) => (a.value < b.value ? -1 : 1)),
      },
      ...(suggestion && { suggestion }),
    };
  }

  /** Per entry the sum of its words' scores, weighted by how many of the words it holds. */
  function scoreWords(words: readonly string[], query: ParsedQuery) {
    const scores = new Map<string, number>();
    const coverage = new Map<string, number>();
    const unknown: string[] = [];
    for (const [position, word] of words.entries()) {
      const isPrefix = query.lastIsPrefix && position === words.length - 1;
      let known = false;
      for (const index of indexes) {
        for (const [address, score] of index.scores(alternatives(index, word, isPrefix))) {
          known = true;
          scores.set(address, (scores.get(address) ?? 0) + score);
          coverage.set(address, (coverage.get(address) ?? 0) + 1);
        }
      }
      if (!known) unknown.push(word);
    }
    return { scores, coverage, unknown, count: words.length };
  }

  function candidates(
    { scores, coverage, unknown, count: total }: ReturnType<typeof scoreWords>,
    query: ParsedQuery,
  ): Candidate[] {
    const people = query.people.map((name) => personIds(name, documents));
    const known = total - unknown.length;
    // All the words where some entry holds them all; else those that hold the most.
    const most = Math.max(0, ...coverage.values());
    const needed = Math.min(known, most);
    const found: Candidate[] = [];
    for (const document of documents) {
      const onDate = query.dates.length > 0 ? isOnDate(document, query.dates) : 0;
      const covered = coverage.get(document.address) ?? 0;
      const byWords = total > 0 && covered > 0 && covered >= needed;
      const byDate = onDate > 0 && (total === 0 || covered > 0 || onDate === 1);
      const byFilterAlone = total === 0 && query.dates.length === 0 && hasFilters(query);
      if (!byWords && !byDate && !byFilterAlone) continue;
      if (!passesFilters(document, query, people)) continue;
      if (!query.phrases.every((phrase) => hasPhrase(document, phrase))) continue;
      found.push({ document, score: (scores.get(document.address) ?? 0) + onDate * DATE_SCORE });
    }
    return found;
  }

  function respell(query: string, unknown: readonly string[]): string | undefined {
    let respelt = query;
    for (const word of unknown) {
      const nearest = nearestWord(
        fold(word),
        indexes.flatMap((index) => index.words),
      );
      if (!nearest) return undefined;
      respelt = respelt.replace(word, nearest);
    }
    return respelt === query ? undefined : respelt;
  }

  return { search };
}

/** The terms that stand for a word: its stems, and for a half-typed word those it begins. */
function alternatives(index: WordIndex, word: string, isPrefix: boolean): WeightedTerm[] {
  const weights = new Map<string, number>();
  if (isPrefix) {
    const typed = fold(word);
    const begun = index.termsWithPrefix(typed);
    const stem = begun.length === 0 ? index.termBeginning(typed) : undefined;
    for (const term of stem ? [stem] : begun) weights.set(term, PREFIX_WEIGHT);
  }
  // The stemmed form beside the prefix: "happiness" begins no term of the stemmed index.
  for (const term of termsOf(word, index.language)) weights.set(term, 1);
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** What many entries lead to is meant more often: twice as many are worth three per cent. */
function renown({ mentions }: SearchDocument): number {
  return 1 + Math.log10(1 + mentions) / 10;
}

function rank(found: Candidate[], query: ParsedQuery, words: readonly string[]): Candidate[] {
  const typed = words.map(fold).join(' ');
  for (const candidate of found) {
    const { document } = candidate;
    candidate.score *= (KIND_WEIGHTS[document.collection] ?? 1) * renown(document);
    if (!typed) continue;
    const names = namesOf(document);
    if (names.some((name) => name.join(' ') === typed)) candidate.score += EXACT_TITLE_SCORE;
    else if (names.some((name) => name.join(' ').startsWith(typed))) candidate.score += TITLE_START_SCORE;
    // A person is most often asked for by the family name alone.
    else if (document.collection === 'people' && names.some((name) => name.at(-1) === typed)) {
      candidate.score += EXACT_TITLE_SCORE / 2;
    }
  }
  const byDate = query.dates.length > 0 || words.length === 0;
  return found.sort(
    (a, b) =>
      b.score - a.score ||
      (byDate ? dayOf(a.document).localeCompare(dayOf(b.document)) : 0) ||
      a.document.title.localeCompare(b.document.title),
  );
}

const foldedNames = new WeakMap<SearchDocument, string[][]>();

/** Title and aliases of an entry as folded words. */
function namesOf(document: SearchDocument): string[][] {
  let names = foldedNames.get(document);
  if (!names) {
    names = [document.title, ...document.aliases].map((name) => wordsOf(name).map(({ text }) => fold(text)));
    foldedNames.set(document, names);
  }
  return names;
}

function hasFilters({ kinds, people, languages, before, after }: ParsedQuery): boolean {
  return kinds.length > 0 || people.length > 0 || languages.length > 0 || Boolean(before ?? after);
}

function yearOf({ date }: SearchDocument): string | undefined {
  return date?.start.os.slice(0, 4);
}

function dayOf({ date }: SearchDocument): string {
  return date?.start.os ?? '9999';
}

function kindOrder(kind: string): number {
  return (COLLECTIONS as readonly string[]).indexOf(kind);
}

function count(found: readonly Candidate[], value: (document: SearchDocument) => string | undefined) {
  const counts = new Map<string, number>();
  for (const { document } of found) {
    const key = value(document);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, number]) => ({ value: key, count: number }));
}
