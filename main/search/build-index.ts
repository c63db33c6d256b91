import type { SearchDocument } from '../library/compiled-schema.ts';
import { LANGUAGES, type Language } from '../library/vocabulary.ts';
import { buildWordIndex } from './lunr-engine.ts';

/** One packed index a language. */
export function buildIndexes(documents: readonly SearchDocument[]): Record<Language, Uint8Array> {
  const entries = LANGUAGES.map((language) => [language, buildWordIndex(documents, language)] as const);
  return Object.fromEntries(entries) as Record<Language, Uint8Array>;
}
