/** Names of the files of a compiled library, relative to its folder. */
export const MANIFEST = 'manifest.json';
export const CATALOGUE = 'catalogue.json';
export const SEARCH_TEXTS = 'search/texts.json';

/** `documents/people/leon-trotsky.json` for `/people/leon-trotsky`. */
export function documentFile(address: string): string {
  return `documents${address}.json`;
}

/** The prebuilt index of one language. */
export function indexFile(language: string): string {
  return `search/index.${language}.json`;
}
