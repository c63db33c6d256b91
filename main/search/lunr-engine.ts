/** The only module that builds with Lunr. What it makes is packed, so that a search needs none of it. */
import lunr from 'lunr';
import type { SearchDocument } from '../library/compiled-schema.ts';
import type { Language } from '../library/vocabulary.ts';
import { fold, termsOf, wordsOf } from './analyse.ts';
import { packIndex, type Posting } from './packed-index.ts';

const FIELD_BOOSTS = { title: 12, aliases: 9, summary: 4, headings: 6, body: 1 } as const;
type Fields = keyof typeof FIELD_BOOSTS;

/** Builds the packed index of the documents of one language. Slow; done when the library is compiled. */
export function buildWordIndex(documents: readonly SearchDocument[], language: Language): Uint8Array {
  const own = documents.filter((document) => document.lang === language);
  const index = buildLunrIndex(own, language);
  return packIndex({
    addresses: own.map(({ address }) => address),
    words: countWords(own),
    postings: postingsOf(index.toJSON() as LunrJson),
  });
}

/** Lunr's own index of the same terms, from which the packed one takes its weights. */
export function buildLunrIndex(documents: readonly SearchDocument[], language: Language): lunr.Index {
  return lunr(function (builder) {
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref('address');
    for (const [field, boost] of Object.entries(FIELD_BOOSTS)) builder.field(field, { boost });
    for (const document of documents) {
      builder.add({
        address: document.address,
        ...mapFields(document, (text) => termsOfText(text, language)),
      });
    }
  });
}

/** What Lunr 2.3 serialises: per field of a document a vector of term numbers and weights. */
interface LunrJson {
  fieldVectors: [fieldRef: string, elements: number[]][];
  invertedIndex: [term: string, { _index: number }][];
}

/** Every term with the weights it has in the fields of documents, in the order of the terms. */
function postingsOf({ fieldVectors, invertedIndex }: LunrJson): [term: string, postings: Posting[]][] {
  const postings = new Map<number, Posting[]>(invertedIndex.map(([, { _index }]) => [_index, []]));
  for (const [fieldRef, elements] of fieldVectors) {
    const address = fieldRef.slice(fieldRef.indexOf('/') + 1);
    for (let i = 0; i < elements.length; i += 2) {
      postings.get(elements[i] as number)?.push({ address, weight: elements[i + 1] as number });
    }
  }
  return invertedIndex.map(([term, { _index }]) => [term, postings.get(_index) ?? []]);
}

function mapFields<T>(document: SearchDocument, map: (text: string) => T): Record<Fields, T> {
  return {
    title: map(document.title),
    aliases: map(document.aliases.join('\n')),
    summary: map(document.summary),
    headings: map(document.headings.join('\n')),
    body: map(document.body),
  };
}

function termsOfText(text: string, language: Language): string[] {
  return wordsOf(text).flatMap((word) => termsOf(word.text, language));
}

function countWords(documents: readonly SearchDocument[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const text of Object.values(mapFields(document, (value) => value))) {
      for (const word of wordsOf(text)) {
        const folded = fold(word.text).replace(/'s?$/, '');
        if (folded.length > 2) counts.set(folded, (counts.get(folded) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
