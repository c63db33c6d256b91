import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../../main/library/compiled-schema.ts';
import { SEARCH_TEXTS } from '../../main/library/library-files.ts';
import { DIST } from '../support/served-library.ts';

export const LIBRARY = join(DIST, 'library');

export function readLibraryFile(name: string): unknown {
  return JSON.parse(readFileSync(join(LIBRARY, name), 'utf8'));
}

export function searchDocuments(): SearchDocument[] {
  return readLibraryFile(SEARCH_TEXTS) as SearchDocument[];
}
