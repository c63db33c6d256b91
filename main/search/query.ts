/** The query language: words, "phrases", kind:, person:, lang:, before:, after:, and dates in either calendar. */
import { DateSpecError, parseDateSpec } from '../library/date-spec.ts';
import { COLLECTIONS, LANGUAGES, isLanguage, type Collection, type Language } from '../library/vocabulary.ts';
import { fold, wordsOf } from './analyse.ts';
import { findDates, type WrittenDate } from './query-dates.ts';

export interface ParsedQuery {
  words: string[];
  /** Whether the last word may still be half typed. */
  lastIsPrefix: boolean;
  /** Each a folded run of words that must stand together. */
  phrases: string[];
  kinds: Collection[];
  people: string[];
  languages: Language[];
  before?: string;
  after?: string;
  dates: WrittenDate[];
}

/** A query that cannot be understood, with a sentence the reader can act on. */
export class QueryError extends Error {
  override name = 'QueryError';
}

const FILTER = /(^|\s)(kind|person|lang|before|after):(?:"([^"]*)"|(\S*))/gi;
const PHRASE = /["“”«]([^"“”«»]*)(?:["“”»]|$)/g;

const KIND_NAMES = new Map<string, Collection>([
  ...COLLECTIONS.map((name) => [name, name] as const),
  ...COLLECTIONS.map((name) => [name.replace(/s$/, ''), name] as const),
  ['person', 'people'],
  ['organization', 'organisations'],
  ['organizations', 'organisations'],
  ['glossary', 'terms'],
]);

/**
 * Reads what a reader typed. A filter without a value yet is passed over, so that typing it is no error.
 * @throws QueryError
 */
export function parseQuery(query: string): ParsedQuery {
  const parsed: ParsedQuery = {
    words: [],
    lastIsPrefix: !/[\s"”»]$/.test(query),
    phrases: [],
    kinds: [],
    people: [],
    languages: [],
    dates: [],
  };
  let rest = query.replace(FILTER, (_, space: string, name: string, quoted?: string, plain?: string) => {
    const value = (quoted ?? plain ?? '').trim();
    if (value) applyFilter(parsed, name.toLowerCase(), value);
    return space;
  });
  rest = rest.replace(PHRASE, (_, phrase: string) => {
    const words = wordsOf(phrase).map((word) => fold(word.text));
    if (words.length > 0) parsed.phrases.push(words.join(' '));
    parsed.words.push(...words);
    return ' ';
  });
  const { dates, rest: words } = findDates(rest);
  parsed.dates = dates;
  parsed.words.push(...wordsOf(words).map((word) => word.text));
  return parsed;
}

function applyFilter(parsed: ParsedQuery, name: string, value: string): void {
  if (name === 'person') parsed.people.push(value);
  else if (name === 'kind') parsed.kinds.push(kindOf(value));
  else if (name === 'lang') parsed.languages.push(languageOf(value));
  else if (name === 'before') parsed.before = dayOf(name, value);
  else parsed.after = dayOf(name, value);
}

function kindOf(value: string): Collection {
  const kind = KIND_NAMES.get(value.toLowerCase());
  if (kind) return kind;
  throw new QueryError(`"kind:${value}" is no kind of entry. Choose among: ${COLLECTIONS.join(', ')}.`);
}

function languageOf(value: string): Language {
  const language = value.toLowerCase();
  if (isLanguage(language)) return language;
  throw new QueryError(
    `"lang:${value}" is no language of the library. Choose among: ${LANGUAGES.join(', ')}.`,
  );
}

/** The Old Style day, month or year that `before:` and `after:` compare with. */
function dayOf(name: string, value: string): string {
  try {
    return parseDateSpec(value).start.os;
  } catch (error) {
    if (!(error instanceof DateSpecError)) throw error;
    throw new QueryError(`"${name}:${value}" needs a date such as ${name}:1917-07 or ${name}:1917-07-03.`);
  }
}
