/** Names and form of the files of a compiled library, relative to its folder. */
import { gunzipSync, gzipSync } from 'node:zlib';

export const MANIFEST = 'manifest.json';
export const CATALOGUE = 'catalogue.json.gz';
export const SEARCH_TEXTS = 'search/texts.json.gz';
/** The Markdown of every entry by address, as its author wrote it. Read only when it is exported. */
export const MARKDOWN = 'markdown.json.gz';

/** `documents/people/leon-trotsky.json.gz` for `/people/leon-trotsky`. */
export function documentFile(address: string): string {
  return `documents${address}.json.gz`;
}

/** The prebuilt index of one language. */
export function indexFile(language: string): string {
  return `search/index.${language}.gz`;
}

/** Compressed JSON, or compressed bytes: a library of a thousand entries takes a quarter of the disk. */
export function packFile(value: unknown): Buffer {
  return gzipSync(value instanceof Uint8Array ? value : JSON.stringify(value), { level: 9 });
}

/** @throws when the bytes are not what `packFile` made */
export function unpackBytes(bytes: Uint8Array): Buffer {
  return gunzipSync(bytes);
}

/** @throws when the bytes are not what `packFile` made */
export function unpackFile(bytes: Uint8Array): unknown {
  return JSON.parse(unpackBytes(bytes).toString('utf8'));
}
