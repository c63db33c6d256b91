/** Holds the library to its size and to the limits of `npm run content:report`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compileLibrary } from '../../main/library/compile-library.ts';
import { readEntry } from '../../main/library/front-matter.ts';
import { readContent } from '../../main/library/read-content.ts';
import { measureContent, type ContentMeasures } from '../../tools/content/measure.ts';
import { PROJECT } from '../support/served-library.ts';

let measures: ContentMeasures;
beforeAll(async () => {
  const files = await readContent(PROJECT);
  const result = compileLibrary(files);
  if (!('library' in result)) throw new Error('the library does not compile');
  const entries = files.flatMap((file) => {
    const entry = readEntry(file);
    return Array.isArray(entry) ? [] : [entry];
  });
  measures = measureContent(entries, result.library);
});

/** Events that begin from one month to another, both included. */
function eventsBetween(from: string, to: string): number {
  return [...measures.months].reduce((sum, [month, n]) => (month >= from && month <= to ? sum + n : sum), 0);
}

describe('the library at depth', () => {
  it.each([
    ['people', 90],
    ['works', 90],
    ['guides', 14],
    ['organisations', 45],
    ['places', 60],
    ['terms', 150],
  ])('holds %s: %i or more', (collection, least) => {
    expect(measures.collections.get(collection)?.entries).toBeGreaterThanOrEqual(least);
  });

  it('holds 240 events of 1917 and January 1918, 20 that lead up to them and 15 that follow', () => {
    expect(eventsBetween('1917-01', '1918-01')).toBeGreaterThanOrEqual(240);
    expect(eventsBetween('1905-01', '1916-12')).toBeGreaterThanOrEqual(20);
    expect(eventsBetween('1918-02', '1918-12')).toBeGreaterThanOrEqual(15);
  });

  it('leaves no month of 1917 with fewer than ten events', () => {
    for (let month = 1; month <= 12; month += 1) {
      const name = `1917-${String(month).padStart(2, '0')}`;
      expect(measures.months.get(name), name).toBeGreaterThanOrEqual(10);
    }
  });

  it('tells several events of every day of the decisive weeks', () => {
    expect([...measures.decisiveDays].filter(([, events]) => events < 2)).toEqual([]);
  });

  it('links the first mention of whatever has an entry', () => {
    expect(measures.unlinked.map(({ address, name }) => `${address}: ${name}`)).toEqual([]);
  });

  it('leads to every entry from three others or more', () => {
    expect(measures.thin.map(({ address, backlinks }) => `${address}: ${backlinks}`)).toEqual([]);
  });

  it('stays readable', () => {
    for (const [collection, { median }] of measures.ease) expect(median, collection).toBeGreaterThan(35);
  });
});
