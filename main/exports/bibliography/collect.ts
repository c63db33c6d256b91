import type { LibraryDocument } from '../../library/compiled-schema.ts';
import { fromSource } from './from-source.ts';
import { fromWork } from './from-work.ts';
import type { Item } from './item.ts';
import { mergeItems } from './merge.ts';

/** Every publication that entries rest on or are: their sources, and the works themselves. */
export function collectItems(documents: readonly LibraryDocument[]): Item[] {
  return mergeItems(
    documents.flatMap((document) => [
      ...(document.collection === 'works' ? [fromWork(document)] : []),
      ...document.sources.map((source) => withLanguage(document, fromSource(source))),
    ]),
  );
}

/** The sources of a Spanish article are Spanish; those of an English entry may be anything. */
function withLanguage<D extends object>({ lang }: LibraryDocument, draft: D): D {
  return lang === 'en' ? draft : { ...draft, language: lang };
}
