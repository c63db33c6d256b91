import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  catalogueSchema,
  documentSchema,
  manifestSchema,
  markdownSchema,
  type CatalogueEntry,
  type LibraryDocument,
  type Manifest,
  type MarkdownSources,
} from './compiled-schema.ts';
import {
  CATALOGUE,
  MANIFEST,
  MARKDOWN,
  SEARCH_TEXTS,
  documentFile,
  indexFile,
  unpackFile,
} from './library-files.ts';
import { LANGUAGES } from './vocabulary.ts';

/** A compiled library that is missing, damaged or of another version. The message says which file and why. */
export class LibraryDamagedError extends Error {
  override name = 'LibraryDamagedError';
}

/** A compiled library on disk. Documents are read when asked for, and checked against the manifest as they are. */
export interface Library {
  catalogue: readonly CatalogueEntry[];
  has(address: string): boolean;
  /** @throws LibraryDamagedError when the document's file is not what the compiler wrote. */
  document(address: string): Promise<LibraryDocument | undefined>;
  /** The Markdown of all entries; read anew each time, for it is seldom wanted. @throws LibraryDamagedError */
  markdown(): Promise<MarkdownSources>;
}

/**
 * Opens the library compiled into a folder.
 * @throws LibraryDamagedError
 */
export async function loadLibrary(folder: string): Promise<Library> {
  const manifest = await readManifest(folder);
  const required = [CATALOGUE, SEARCH_TEXTS, MARKDOWN, ...LANGUAGES.map(indexFile)];
  for (const name of required) {
    if (!manifest.files[name]) throw new LibraryDamagedError(`${name} is not listed in ${MANIFEST}`);
  }
  const catalogue = await readChecked(folder, manifest, CATALOGUE, catalogueSchema);
  const addresses = new Set(catalogue.map((entry) => entry.address));
  return {
    catalogue,
    has: (address) => addresses.has(address),
    document: async (address) =>
      addresses.has(address)
        ? readChecked(folder, manifest, documentFile(address), documentSchema)
        : undefined,
    markdown: () => readChecked(folder, manifest, MARKDOWN, markdownSchema),
  };
}

async function readManifest(folder: string): Promise<Manifest> {
  const parsed = manifestSchema.safeParse(parseJson(await readBytes(folder, MANIFEST), MANIFEST));
  if (parsed.success) return parsed.data;
  throw new LibraryDamagedError(`${MANIFEST} is not of the format this version reads`);
}

async function readChecked<S extends z.ZodType>(
  folder: string,
  manifest: Manifest,
  name: string,
  schema: S,
): Promise<z.output<S>> {
  const bytes = await readBytes(folder, name);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (manifest.files[name]?.sha256 !== digest) {
    throw new LibraryDamagedError(`${name} is not the file that was compiled`);
  }
  const parsed = schema.safeParse(unpack(bytes, name));
  if (!parsed.success) throw new LibraryDamagedError(`${name} does not hold what this version expects`);
  return parsed.data;
}

async function readBytes(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch {
    throw new LibraryDamagedError(`${name} cannot be read`);
  }
}

function unpack(bytes: Buffer, name: string): unknown {
  try {
    return unpackFile(bytes);
  } catch {
    throw new LibraryDamagedError(`${name} cannot be unpacked`);
  }
}

function parseJson(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new LibraryDamagedError(`${name} is not valid JSON`);
  }
}
