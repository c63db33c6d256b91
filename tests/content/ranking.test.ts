import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileLibrary, type CompiledLibrary } from '../../main/library/compile-library.ts';
import { readContent } from '../../main/library/read-content.ts';
import { LANGUAGES } from '../../main/library/vocabulary.ts';
import { buildIndexes } from '../../main/search/build-index.ts';
import { openPackedIndex } from '../../main/search/packed-index.ts';
import { searchRequestSchema, type SearchResponse } from '../../main/search/search-schema.ts';
import { createSearcher, type Searcher } from '../../main/search/searcher.ts';
import { PROJECT } from '../support/served-library.ts';

const ranking = JSON.parse(readFileSync(join(import.meta.dirname, 'ranking.json'), 'utf8')) as [string, string][];

let searcher: Searcher;
let library: CompiledLibrary;
beforeAll(async () => {
  const result = compileLibrary(await readContent(PROJECT));
  if (!('library' in result)) throw new Error('the library does not compile');
  library = result.library;
  const indexes = buildIndexes(library.search);
  searcher = createSearcher(
    library.search,
    LANGUAGES.map((language) => openPackedIndex(indexes[language], language)),
  );
});

function search(q: string, more: object = {}): SearchResponse {
  return searcher.search(searchRequestSchema.parse({ q, ...more }));
}

describe('search finds what a reader expects among the first three', () => {
  it('has 150 queries or more', () => expect(ranking.length).toBeGreaterThanOrEqual(150));

  it.each(ranking)('%s → %s', (query, expected) => {
    expect(
      search(query)
        .results.slice(0, 3)
        .map(({ address }) => address),
    ).toContain(expected);
  });
});

describe('search', () => {
  it('suggests a spelling when nothing is found, and only one that finds something', () => {
    for (const typo of ['Kerenskj', 'Lennin', 'Petrogad', 'insurection', 'Zinovyev']) {
      const { suggestion } = search(typo);
      if (search(typo).total === 0) expect(suggestion, typo).toBeDefined();
      if (suggestion) expect(search(suggestion).total, suggestion).toBeGreaterThan(0);
    }
    expect(search('Kerenskj').suggestion).toBe('kerensky');
  });

  it('marks the words in title and snippet', () => {
    const [first] = search('soldiers committees').results;
    const marked = [...(first?.title ?? []), ...(first?.snippet ?? [])].filter((segment) => segment.marked);
    expect(marked.length).toBeGreaterThan(0);
    for (const { text } of marked) expect(text.toLowerCase()).toMatch(/soldier|committee/);
  });

  it('finds a phrase only where its words stand together', () => {
    const phrase = search('"dual power"', { limit: 100 });
    const words = search('dual power', { limit: 100 });
    expect(phrase.total).toBeGreaterThan(0);
    expect(phrase.total).toBeLessThanOrEqual(words.total);
    for (const { address } of phrase.results) {
      const document = library.search.find((entry) => entry.address === address);
      expect(JSON.stringify(document).toLowerCase()).toContain('dual power');
    }
  });

  it('keeps to filters of kind, person, language and time', () => {
    const works = search('person:trotsky kind:work', { limit: 100 });
    expect(works.total).toBeGreaterThan(0);
    expect(works.results.every(({ collection }) => collection === 'works')).toBe(true);
    const july = search('kind:event after:1917-06 before:1917-08', { limit: 100 });
    expect(july.total).toBeGreaterThan(5);
    expect(july.results.every(({ date }) => date?.start.os.startsWith('1917-07'))).toBe(true);
    expect(search('hospital', { lang: 'es' }).results.every(({ lang }) => lang === 'es')).toBe(true);
  });

  it('finds what happened on a day by either calendar, and by every way of writing the day', () => {
    const found = (query: string) => search(query).results.map(({ address }) => address);
    const day = ['/events/second-congress-of-soviets', '/events/storming-of-the-winter-palace'];
    for (const query of ['25 October 1917', '1917-10-25', '7 November 1917', '1917-11-07', '25 October']) {
      expect(found(query).slice(0, 3), query).toEqual(expect.arrayContaining(day));
    }
    expect(found('October 25, 1917')).toEqual(found('25 October 1917'));
    expect(found('25 de octubre')).toEqual(found('25 October'));
  });

  it('counts facets without the facet itself, so that one can change it', () => {
    const all = search('lenin');
    const people = search('lenin', { kind: 'people' });
    expect(people.facets.kinds).toEqual(all.facets.kinds);
    expect(people.total).toBe(all.facets.kinds.find(({ value }) => value === 'people')?.count);
  });

  it('answers a half-typed word at every keystroke, even where the stem is shorter than what is typed', () => {
    for (const word of ['insurrection', 'provisional', 'revolutionary', 'demonstration']) {
      for (let length = 2; length <= word.length; length += 1) {
        expect(search(word.slice(0, length)).total, word.slice(0, length)).toBeGreaterThan(0);
      }
    }
  });
});
