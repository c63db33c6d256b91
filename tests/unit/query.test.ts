import { describe, expect, it } from 'vitest';
import { fold, termsOf } from '../../main/search/analyse.ts';
import { QueryError, parseQuery } from '../../main/search/query.ts';
import { nearestWord } from '../../main/search/spelling.ts';

describe('the query language', () => {
  it('splits words, phrases and filters', () => {
    expect(
      parseQuery('soldiers "dual power" person:lenin kind:work after:1917-06 before:1917-09'),
    ).toMatchObject({
      words: ['dual', 'power', 'soldiers'],
      phrases: ['dual power'],
      people: ['lenin'],
      kinds: ['works'],
      after: '1917-06',
      before: '1917-09',
    });
  });

  it.each([
    ['25 October', { month: 10, day: 25 }],
    ['October 25th, 1917', { month: 10, day: 25, year: 1917 }],
    ['7 November 1917 N.S.', { month: 11, day: 7, year: 1917 }],
    ['1917-10-25', { month: 10, day: 25, year: 1917 }],
    ['25 de octubre de 1917', { month: 10, day: 25, year: 1917 }],
  ])('reads the date in "%s"', (query, date) => {
    expect(parseQuery(query).dates).toEqual([date]);
    expect(parseQuery(query).words).toEqual([]);
  });

  it('does not take an impossible day for a date', () => {
    expect(parseQuery('45 October').dates).toEqual([]);
  });

  it('passes over a filter that has no value yet, and closes an open phrase', () => {
    expect(parseQuery('lenin kind:').words).toEqual(['lenin']);
    expect(parseQuery('"dual pow').phrases).toEqual(['dual pow']);
  });

  it.each(['kind:poem', 'lang:fr', 'before:yesterday'])('refuses %s with a remedy', (query) => {
    expect(() => parseQuery(query)).toThrow(QueryError);
  });

  it('folds accents and keeps Spanish stems of both spellings', () => {
    expect(fold('Respiración')).toBe('respiracion');
    const accented = termsOf('respiración', 'es');
    expect(termsOf('respiracion', 'es').some((term) => accented.includes(term))).toBe(true);
  });

  it('suggests the nearest word, the more frequent of two', () => {
    const words = [
      ['kerensky', 40],
      ['kerenskys', 1],
      ['krasnov', 9],
    ] as const;
    expect(nearestWord('kerenskj', words)).toBe('kerensky');
    expect(nearestWord('zzzzzzzz', words)).toBeUndefined();
  });
});
