/** The only module that knows Lunr. A word index of one language: terms in, scores by address out. */
import lunr from 'lunr';
import type { SearchDocument } from '../library/compiled-schema.ts';
import type { Language } from '../library/vocabulary.ts';
import { fold, termsOf, wordsOf } from './analyse.ts';

const FIELD_BOOSTS = { title: 12, aliases: 9, summary: 4, headings: 6, body: 1 } as const;

/** A prefix may stand for hundreds of terms; the most frequent of them are enough to answer a keystroke. */
const MAX_PREFIX_TERMS = 24;

/** Shorter stems would stand for words that have nothing in common; longer endings English and Spanish hardly have. */
const MIN_STEM = 4;
const MAX_ENDING = 6;

/** Serialised form: the Lunr index and the surface words with their counts, for spelling. */
export interface SerialisedIndex {
  lunr: object;
  words: [word: string, count: number][];
}

/** An alternative for a word of the query: a term with its weight. */
export interface WeightedTerm {
  term: string;
  weight: number;
}

export interface WordIndex {
  language: Language;
  words: readonly (readonly [word: string, count: number])[];
  /** Scores of the entries that hold any of the terms, best of the terms' weights applied. */
  scores(terms: readonly WeightedTerm[]): Map<string, number>;
  /** Indexed terms that begin with a prefix, the most frequent first, at most {@link MAX_PREFIX_TERMS}. */
  termsWithPrefix(prefix: string): string[];
  /** The longest indexed term that begins a word: the stem of one typed past its stem ("insurrecti"). */
  termBeginning(word: string): string | undefined;
}

/** Builds the index of the documents of one language. Slow; done when the library is compiled. */
export function buildWordIndex(documents: readonly SearchDocument[], language: Language): SerialisedIndex {
  const own = documents.filter((document) => document.lang === language);
  const index = lunr(function (builder) {
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref('address');
    for (const [field, boost] of Object.entries(FIELD_BOOSTS)) builder.field(field, { boost });
    for (const document of own) {
      builder.add({
        address: document.address,
        ...mapFields(document, (text) => termsOfText(text, language)),
      });
    }
  });
  return { lunr: index.toJSON(), words: countWords(own) };
}

/** Opens a serialised index. */
export function openWordIndex(serialised: SerialisedIndex, language: Language): WordIndex {
  const index = lunr.Index.load(serialised.lunr);
  const vocabulary = vocabularyOf(serialised.lunr);
  return {
    language,
    words: serialised.words,
    scores(terms) {
      const scores = new Map<string, number>();
      if (terms.length === 0) return scores;
      const results = index.query((query) => {
        for (const { term, weight } of terms) query.term(term, { boost: weight, usePipeline: false });
      });
      for (const { ref, score } of results) scores.set(ref, score);
      return scores;
    },
    termsWithPrefix: (prefix) => termsWithPrefix(vocabulary, prefix),
    termBeginning(word) {
      for (
        let length = word.length - 1;
        length >= Math.max(MIN_STEM, word.length - MAX_ENDING);
        length -= 1
      ) {
        const stem = word.slice(0, length);
        if (vocabulary[firstFrom(vocabulary, stem)]?.[0] === stem) return stem;
      }
      return undefined;
    },
  };
}

type Fields = keyof typeof FIELD_BOOSTS;

function mapFields<T>(document: SearchDocument, map: (text: string) => T): Record<Fields, T> {
  return {
    title: map(document.title),
    aliases: map(document.aliases.join('\n')),
    summary: map(document.summary),
    headings: map(document.headings.join('\n')),
    body: map(document.body),
  };
}

function termsOfText(text: string, language: Language): string[] {
  return wordsOf(text).flatMap((word) => termsOf(word.text, language));
}

function countWords(documents: readonly SearchDocument[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const text of Object.values(mapFields(document, (value) => value))) {
      for (const word of wordsOf(text)) {
        const folded = fold(word.text).replace(/'s?$/, '');
        if (folded.length > 2) counts.set(folded, (counts.get(folded) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

type Posting = Record<string, object>;
type Vocabulary = readonly (readonly [term: string, posting: Posting])[];

function vocabularyOf(serialised: object): Vocabulary {
  return (serialised as { invertedIndex: [string, Posting][] }).invertedIndex;
}

/** In how many entries a term occurs, over all fields. Counted when asked for: a start counts none. */
function frequencyOf(posting: Posting): number {
  return Object.keys(FIELD_BOOSTS).reduce((sum, field) => sum + Object.keys(posting[field] ?? {}).length, 0);
}

/** Lunr writes its terms in order, so those of a prefix stand together. */
function termsWithPrefix(vocabulary: Vocabulary, prefix: string): string[] {
  const found: { term: string; frequency: number }[] = [];
  for (let i = firstFrom(vocabulary, prefix); vocabulary[i]?.[0].startsWith(prefix); i += 1) {
    const [term, posting] = vocabulary[i] as Vocabulary[number];
    found.push({ term, frequency: frequencyOf(posting) });
  }
  return found
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, MAX_PREFIX_TERMS)
    .map(({ term }) => term);
}

/** Index of the first term that does not come before the text. */
function firstFrom(vocabulary: Vocabulary, text: string): number {
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle]?.[0] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
