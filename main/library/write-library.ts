import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LIBRARY_FORMAT, type Manifest } from './compiled-schema.ts';
import type { CompiledLibrary } from './compile-library.ts';
import {
  CATALOGUE,
  MANIFEST,
  MARKDOWN,
  SEARCH_TEXTS,
  documentFile,
  indexFile,
  packFile,
} from './library-files.ts';

/**
 * Writes a compiled library to a folder, replacing what was there only once everything is written.
 * The same content always gives the same bytes.
 * @param indexes serialised search indexes by language
 */
export async function writeLibrary(
  folder: string,
  { catalogue, documents, search, markdown }: CompiledLibrary,
  indexes: Record<string, unknown>,
): Promise<Manifest> {
  const contents: Record<string, unknown> = {
    [CATALOGUE]: catalogue,
    [SEARCH_TEXTS]: search,
    [MARKDOWN]: markdown,
  };
  for (const document of documents) contents[documentFile(document.address)] = document;
  for (const [language, index] of Object.entries(indexes)) contents[indexFile(language)] = index;

  const staging = `${folder}.new`;
  await rm(staging, { recursive: true, force: true });
  const files: Manifest['files'] = {};
  for (const [name, value] of Object.entries(contents)) {
    const bytes = packFile(value);
    files[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    await mkdir(dirname(join(staging, name)), { recursive: true });
    await writeFile(join(staging, name), bytes);
  }
  const manifest: Manifest = { format: LIBRARY_FORMAT, entries: documents.length, files };
  await writeFile(join(staging, MANIFEST), JSON.stringify(manifest));
  await rm(folder, { recursive: true, force: true });
  await rename(staging, folder);
  return manifest;
}
