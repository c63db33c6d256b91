import { describe, expect, it } from 'vitest';
import { convert, formatIso, parseIso } from '../../main/library/dates.ts';
import {
  dateOfSpan,
  isWithin,
  kindOf,
  spanOf,
  startingOn,
  stepped,
  WHOLE,
} from '../../renderer/lib/map-span.ts';

const os = (start: string, end?: string) => ({
  start: { os: start, ns: '' },
  ...(end && { end: { os: end, ns: '' } }),
});

describe('a span of days', () => {
  it.each([
    ['whole', '1917-05-05', '1917-01-01', '1918-01-31'],
    ['month', '1917-02-27', '1917-02-01', '1917-02-28'],
    ['month', '1918-01-31', '1918-01-01', '1918-01-31'],
    ['week', '1917-02-23', '1917-02-23', '1917-03-01'],
    ['week', '1918-01-30', '1918-01-25', '1918-01-31'],
    ['day', '1917-10-25', '1917-10-25', '1917-10-25'],
  ] as const)('of a %s from %s', (kind, day, from, to) => {
    expect(spanOf(kind, day)).toEqual({ from, to });
    expect(kindOf({ from, to })).toBe(kind);
  });

  it('of a stage is of no kind', () => {
    expect(kindOf({ from: '1917-07-03', to: '1917-07-12' })).toBeUndefined();
  });

  it('steps by its own length, by months as they are, and stops at the ends', () => {
    expect(stepped(spanOf('month', '1917-01-01'), 1)).toEqual(spanOf('month', '1917-02-01'));
    expect(stepped(spanOf('month', '1917-01-01'), -1)).toEqual(spanOf('month', '1917-01-01'));
    expect(stepped(spanOf('day', '1917-02-28'), 1)).toEqual(spanOf('day', '1917-03-01'));
    expect(stepped(startingOn('1917-01-03', 7), -1)).toEqual(startingOn('1917-01-01', 7));
    expect(stepped(startingOn('1918-01-25', 7), 1)).toEqual(startingOn('1918-01-25', 7));
    let span = spanOf('month', WHOLE.from);
    for (let step = 0; step < 20; step += 1) span = stepped(span, 1);
    expect(span).toEqual(spanOf('month', '1918-01-01'));
  });

  it.each([
    [os('1917-10-25'), true],
    [os('1917-10-24', '1917-10-26'), true],
    [os('1917-09-01', '1917-12-01'), true],
    [os('1917-10'), true],
    [os('1917'), true],
    [os('1917-10-26'), false],
    [os('1917-10-01', '1917-10-24'), false],
    [os('1917-11'), false],
    [os('1916'), false],
  ])('of 25 October holds %j: %s', (date, held) => {
    expect(isWithin(date, spanOf('day', '1917-10-25'))).toBe(held);
  });

  it('is shown in both calendars as the library converts them', () => {
    const { start, end } = dateOfSpan(WHOLE);
    for (const day of [start, end]) {
      expect(day?.ns).toBe(formatIso(convert(parseIso(day?.os ?? ''), 'julian', 'gregorian')));
    }
    expect(dateOfSpan({ from: '1917-10-25', to: '1917-10-25' }).end).toBeUndefined();
  });
});
