/** Our search beside two other engines over the same documents. */
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import type { SearchDocument } from '../../main/library/compiled-schema.ts';
import { indexFile } from '../../main/library/library-files.ts';
import { LANGUAGES } from '../../main/library/vocabulary.ts';
import { openPackedIndex } from '../../main/search/packed-index.ts';
import { searchRequestSchema } from '../../main/search/search-schema.ts';
import { createSearcher } from '../../main/search/searcher.ts';
import { readLibraryBytes } from './built-library.ts';

export type Search = (query: string) => unknown;

export function ownSearch(documents: readonly SearchDocument[]): Search {
  const indexes = LANGUAGES.map((language) =>
    openPackedIndex(readLibraryBytes(indexFile(language)), language),
  );
  const searcher = createSearcher(documents, indexes);
  return (q) => searcher.search(searchRequestSchema.parse({ q }));
}

/** The same documents and fields, prefix and fuzzy search on, as its documentation suggests for typing. */
export function miniSearch(documents: readonly SearchDocument[]): Search {
  const engine = new MiniSearch({
    idField: 'address',
    fields: ['title', 'aliases', 'summary', 'headings', 'body'],
    extractField: (document: Record<string, unknown>, field) => {
      const value = document[field];
      return Array.isArray(value) ? value.join('\n') : String(value);
    },
  });
  engine.addAll(documents);
  return (query) =>
    engine
      .search(query, { prefix: true, boost: { title: 12, aliases: 9, summary: 4, headings: 3 } })
      .slice(0, 20);
}

export function fts5(documents: readonly SearchDocument[]): Search {
  const database = new DatabaseSync(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE texts USING fts5(address UNINDEXED, title, aliases, summary, headings, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')",
  );
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)');
  for (const { address, title, aliases, summary, headings, body } of documents) {
    insert.run(address, title, aliases.join('\n'), summary, headings.join('\n'), body);
  }
  const select = database.prepare(
    "SELECT address, snippet(texts, -1, '[', ']', '…', 32) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 0, 12, 9, 4, 3, 1) LIMIT 20",
  );
  return (query) =>
    select.all(
      `${query
        .trim()
        .split(/\s+/)
        .map((word) => `"${word}"`)
        .join(' ')}*`,
    );
}
