/** What a search asks of the index of one language. Nothing here knows how it was built. */
import type { Language } from '../library/vocabulary.ts';

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

/** A prefix may stand for hundreds of terms; the most frequent of them are enough to answer a keystroke. */
export const MAX_PREFIX_TERMS = 24;
