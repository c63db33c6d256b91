import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../../main/library/compiled-schema.ts';
import { SEARCH_TEXTS, unpackBytes, unpackFile } from '../../main/library/library-files.ts';
import { DIST } from '../support/served-library.ts';

export const LIBRARY = join(DIST, 'library');

export function readLibraryBytes(name: string): Uint8Array {
  return unpackBytes(readFileSync(join(LIBRARY, name)));
}

export function searchDocuments(): SearchDocument[] {
  return unpackFile(readFileSync(join(LIBRARY, SEARCH_TEXTS))) as SearchDocument[];
}
