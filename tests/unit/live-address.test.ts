import { describe, expect, it } from 'vitest';
import {
  liveAddress,
  liveDayOf,
  monthAway,
  onThisDay,
  parseLiveAddress,
} from '../../renderer/lib/live-address.ts';

const known = {
  place: new Set(['petrograd']),
  person: new Set(['vladimir-lenin']),
  theme: new Set(['soviets']),
};
const parse = (query: string) => parseLiveAddress(new URLSearchParams(query), known, '2026-11-25');

describe('an address of 1917 Live', () => {
  it('goes round', () => {
    const state = { day: '1917-02-27', place: 'petrograd', person: 'vladimir-lenin', theme: 'soviets' };
    const address = liveAddress(state);
    expect(address).toBe('/live?day=1917-02-27&place=petrograd&person=vladimir-lenin&theme=soviets');
    expect(parse(address.split('?')[1] ?? '')).toEqual({ state, mistakes: [] });
  });

  it.each([
    ['1917-02-29', '1917-02-28', 'impossible'],
    ['1917-04-31', '1917-04-30', 'impossible'],
    ['1917-13-05', '1917-12-05', 'impossible'],
    ['1917-00-00', '1917-01-01', 'impossible'],
    ['1905-01-09', '1917-01-01', 'early'],
    ['1916-12-31', '1917-01-01', 'early'],
    ['1918-02-01', '1918-01-31', 'late'],
    ['9999-99-99', '1918-01-31', 'late'],
    ['revolution', '1917-11-12', 'unreadable'],
    ['1917', '1917-11-12', 'unreadable'],
  ])('%s becomes %s and says why', (asked, day, kind) => {
    expect(parse(`day=${asked}`)).toEqual({ state: { day }, mistakes: [{ kind, text: asked }] });
  });

  it('takes a day written short as it is meant', () => {
    expect(parse('day=1917-2-3')).toEqual({ state: { day: '1917-02-03' }, mistakes: [] });
  });

  it('leaves out filters it does not know, and says so; long ones shortened', () => {
    const { state, mistakes } = parse(`day=1917-03-01&place=atlantis&theme=${'x'.repeat(99)}`);
    expect(state).toEqual({ day: '1917-03-01' });
    expect(mistakes).toEqual([
      { kind: 'place', text: 'atlantis' },
      { kind: 'theme', text: `${'x'.repeat(40)}…` },
    ]);
  });

  it('without a day shows today’s, read in the New Style', () => {
    expect(parse('')).toEqual({ state: { day: '1917-11-12' }, mistakes: [] });
  });
});

it.each([
  ['2026-11-07', '1917-10-25', '1917-11-07'],
  ['2027-01-01', '1917-12-19', '1917-01-01'],
  ['2027-01-13', '1917-12-31', '1917-01-13'],
  ['2027-01-14', '1917-01-01', '1917-01-14'],
  ['2028-02-29', '1917-02-15', '1917-02-28'],
])('on %s this day is %s read in the New Style and %s in the Old', (today, ns, os) => {
  expect([onThisDay(today, 'ns'), onThisDay(today, 'os')]).toEqual([ns, os]);
});

it('a month away is the same day, or the last of a shorter month, or the end of the year', () => {
  expect(monthAway('1917-01-31', 1)).toBe('1917-02-28');
  expect(monthAway('1917-12-15', 1)).toBe('1918-01-15');
  expect(monthAway('1918-01-15', 1)).toBe('1918-01-31');
  expect(monthAway('1917-01-15', -1)).toBe('1917-01-01');
});

it('an event outside the year, or without a day, has no day here', () => {
  const date = (os: string, precision: 'day' | 'month') => ({
    ...{ start: { os, ns: os }, precision, calendar: 'os' as const, circa: false },
  });
  expect(liveDayOf(date('1917-02-27', 'day'))).toBe('1917-02-27');
  expect(liveDayOf(date('1905-01-09', 'day'))).toBeUndefined();
  expect(liveDayOf(date('1917-02', 'month'))).toBeUndefined();
});
