import type { SearchDocument } from '../library/compiled-schema.ts';
import { LANGUAGES, type Language } from '../library/vocabulary.ts';
import { buildWordIndex, type SerialisedIndex } from './lunr-engine.ts';

/** One index a language, ready to be serialised. */
export function buildIndexes(documents: readonly SearchDocument[]): Record<Language, SerialisedIndex> {
  const entries = LANGUAGES.map((language) => [language, buildWordIndex(documents, language)] as const);
  return Object.fromEntries(entries) as Record<Language, SerialisedIndex>;
}
