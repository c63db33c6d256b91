/** Text to index terms: folded, without stop words, stemmed. The same on both sides of a search. */
import lunr from 'lunr';
import installSpanish from 'lunr-languages/lunr.es.js';
import installStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import type { Language } from '../library/vocabulary.ts';

installStemmerSupport(lunr);
installSpanish(lunr);

type TokenFilter = (token: lunr.Token) => lunr.Token | undefined;
const spanish = (lunr as unknown as { es: { stemmer: TokenFilter; stopWordFilter: TokenFilter } }).es;
const stemmers: Record<Language, TokenFilter> = { en: lunr.stemmer as TokenFilter, es: spanish.stemmer };
const stopWordFilters: Record<Language, TokenFilter> = {
  en: lunr.stopWordFilter as TokenFilter,
  es: spanish.stopWordFilter,
};

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const MARKS = /\p{M}/gu;
const NOT_ASCII = /[^\0-\x7F]/;

/** A word where it stands in a text. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Small letters without accents: `Respiración` and `respiracion` are one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower.normalize('NFD').replace(MARKS, '').replaceAll('’', "'");
}

/** The words of a text with their offsets in UTF-16 units. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const caches: Record<Language, Map<string, readonly string[]>> = { en: new Map(), es: new Map() };

/**
 * The index terms of one word: its stem, and where accents change the stem, that of the folded word too.
 * Empty for stop words.
 */
export function termsOf(word: string, language: Language): readonly string[] {
  const cached = caches[language].get(word);
  if (cached) return cached;
  const lower = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
  const terms = isStopWord(lower, language)
    ? []
    : [...new Set([fold(stem(lower, language)), stem(fold(lower), language)])].filter(Boolean);
  caches[language].set(word, terms);
  return terms;
}

/** Whether a word is too common to search for. */
export function isStopWord(word: string, language: Language): boolean {
  return stopWordFilters[language](new lunr.Token(word, {})) === undefined;
}

function stem(word: string, language: Language): string {
  return String(stemmers[language](new lunr.Token(word, {})));
}
