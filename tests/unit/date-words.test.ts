import { expect, it } from 'vitest';
import { dateWords, shortDateWords } from '../../main/exports/date-words.ts';
import { bookWords } from '../../main/exports/words.ts';
import type { CompiledDate } from '../../main/library/compiled-schema.ts';

type Ends = [os: string, ns: string];
const day = ([os, ns]: Ends, end?: Ends, more: Partial<CompiledDate> = {}): CompiledDate => ({
  start: { os, ns },
  ...(end && { end: { os: end[0], ns: end[1] } }),
  precision: 'day',
  calendar: 'os',
  circa: false,
  ...more,
});
const october: Ends = ['1917-10-25', '1917-11-07'];

it.each([
  [day(october), '25 October 1917 (7 November N.S.)'],
  [day(october, ['1917-10-27', '1917-11-09']), '25–27 October 1917 (7–9 November N.S.)'],
  [day(october, ['1917-11-02', '1917-11-15']), '25 October – 2 November 1917 (7–15 November N.S.)'],
  [day(['1917-12-25', '1918-01-07']), '25 December 1917 (7 January 1918 N.S.)'],
  [
    day(['1917-12-20', '1918-01-02'], ['1918-01-04', '1918-01-17']),
    '20 December 1917 – 4 January 1918 (2–17 January N.S.)',
  ],
  [day(october, undefined, { circa: true }), 'about 25 October 1917 (7 November N.S.)'],
  [day(['1918-02-18', '1918-03-03']), '18 February 1918'],
  [day(['1917-10', '1917-10'], undefined, { precision: 'month' }), 'October 1917'],
])('a date in both calendars, in short: %#', (date, expected) => {
  expect(shortDateWords(date, bookWords.en)).toBe(expected);
});

it('begins with the New Style where that is wanted', () => {
  expect(shortDateWords(day(october), bookWords.en, 'ns')).toBe('7 November 1917 (25 October O.S.)');
  expect(dateWords(day(october), bookWords.en, 'ns')).toBe(
    '7 November 1917 (New Style; 25 October 1917 Old Style)',
  );
});
