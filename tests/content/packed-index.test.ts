import { beforeAll, describe, expect, it } from 'vitest';
import { compileLibrary } from '../../main/library/compile-library.ts';
import { readContent } from '../../main/library/read-content.ts';
import { termsOf } from '../../main/search/analyse.ts';
import { buildLunrIndex, buildWordIndex } from '../../main/search/lunr-engine.ts';
import { openPackedIndex, packIndex } from '../../main/search/packed-index.ts';
import { PROJECT } from '../support/served-library.ts';

const QUERIES = [
  ['lenin'],
  ['soviet', 'petrograd'],
  ['kornilov', 'kerensky', 'savinkov'],
  ['land', 'peasants', 'decree', 'nothing-of-the-kind'],
];

let lunrIndex: ReturnType<typeof buildLunrIndex>;
let packed: ReturnType<typeof openPackedIndex>;
beforeAll(async () => {
  const result = compileLibrary(await readContent(PROJECT));
  if (!('library' in result)) throw new Error('the library does not compile');
  const english = result.library.search.filter(({ lang }) => lang === 'en');
  lunrIndex = buildLunrIndex(english, 'en');
  packed = openPackedIndex(buildWordIndex(english, 'en'), 'en');
});

describe('the packed index', () => {
  it.each(QUERIES)('gives the scores of Lunr for %s', (...words) => {
    const terms = words.flatMap((word) => termsOf(word, 'en')).map((term, i) => ({ term, weight: 1 / (i + 1) }));
    const expected = lunrIndex.query((query) => {
      for (const { term, weight } of terms) query.term(term, { boost: weight, usePipeline: false });
    });
    const scores = packed.scores(terms);
    expect(scores.size).toBe(expected.length);
    for (const { ref, score } of expected) expect(scores.get(ref), ref).toBeCloseTo(score, 3);
  });

  it('finds terms by their beginning, the most frequent first, and the stem of a longer word', () => {
    const found = packed.termsWithPrefix('insur');
    expect(found).toContain('insurrect');
    expect(found.length).toBeLessThanOrEqual(24);
    expect(packed.termBeginning('insurrecti')).toBe('insurrect');
    expect(packed.termBeginning('qqqqqqq')).toBeUndefined();
    expect(packed.termsWithPrefix('qqq')).toEqual([]);
  });

  it('reads the same from bytes that begin anywhere', () => {
    const bytes = packIndex({
      addresses: ['/a', '/b'],
      words: [['été', 2]],
      postings: [
        ['ete', [{ address: '/b', weight: 1.5 }]],
        ['x', [{ address: '/a', weight: 2 }, { address: '/b', weight: 4 }]],
      ],
    });
    for (const offset of [0, 1, 2, 3]) {
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      const index = openPackedIndex(shifted.subarray(offset), 'en');
      expect([...index.scores([{ term: 'x', weight: 2 }])]).toEqual([['/a', 2], ['/b', 4]]);
      expect(index.words).toEqual([['été', 2]]);
    }
  });
});
