import type { SearchDocument } from '../library/compiled-schema.ts';
import { LANGUAGES } from '../library/vocabulary.ts';
import { fold, termsOf } from './analyse.ts';
import type { Segment } from './search-schema.ts';
import { mark, snippet, type IsMatch } from './snippet.ts';

/** Tells the words of a text that the reader asked for: the same, of the same stem, or begun by the last one typed. */
export function matcher(words: readonly string[], lastIsPrefix: boolean): IsMatch {
  const terms = new Set(
    words.flatMap((word) => [...LANGUAGES.flatMap((language) => termsOf(word, language)), fold(word)]),
  );
  const last = words.at(-1);
  const prefix = lastIsPrefix && last && last.length > 1 ? fold(last) : undefined;
  const known = new Map<string, boolean>();
  return (word) => {
    let matches = known.get(word);
    if (matches === undefined) {
      const folded = fold(word);
      matches =
        terms.has(folded) ||
        (prefix !== undefined && folded.startsWith(prefix)) ||
        LANGUAGES.some((language) => termsOf(word, language).some((term) => terms.has(term)));
      known.set(word, matches);
    }
    return matches;
  };
}

/** Why an entry matched: the stretch of text with the words, or its summary. */
export function explain(document: SearchDocument, isMatch: IsMatch): Segment[] {
  return (
    snippet(document.summary, isMatch) ??
    // A title that holds the words has said why; the summary then tells most.
    (mark(document.title, isMatch).some(({ marked }) => marked)
      ? mark(document.summary, isMatch)
      : undefined) ??
    snippet(document.body, isMatch) ??
    snippet(document.aliases.join(' · '), isMatch) ??
    mark(document.summary, isMatch)
  );
}
