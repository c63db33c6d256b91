import { describe, expect, it } from 'vitest';
import { parseDateSpec } from '../../main/library/date-spec.ts';
import { convert, fromJulianDay, isValidDay, toJulianDay } from '../../main/library/dates.ts';

describe('dates in two calendars', () => {
  it.each([
    ['1917-02-23', '1917-03-08'],
    ['1917-10-25', '1917-11-07'],
    ['1917-02-28', '1917-03-13'],
    ['1870-04-10', '1870-04-22'],
    ['1900-02-28', '1900-03-12'],
    ['1900-02-29', '1900-03-13'],
    ['1917-12-31', '1918-01-13'],
    ['1918-01-31', '1918-02-13'],
  ])('reads %s Old Style as %s New Style', (os, ns) => {
    expect(parseDateSpec(os).start).toEqual({ os, ns });
    expect(parseDateSpec(`${ns} NS`).start).toEqual({ os, ns });
  });

  it('agrees with the worked example of Meeus: 4 October 1957 is Julian day 2436116', () => {
    expect(toJulianDay({ year: 1957, month: 10, day: 4 }, 'gregorian')).toBe(2436116);
  });

  it('comes back to the same day through every day of two centuries', () => {
    const first = toJulianDay({ year: 1750, month: 1, day: 1 }, 'gregorian');
    for (let day = first; day < first + 73_050; day += 1) {
      const gregorian = fromJulianDay(day, 'gregorian');
      const expected = new Date(Date.UTC(1750, 0, 1) + (day - first) * 86_400_000);
      expect([gregorian.year, gregorian.month, gregorian.day]).toEqual([
        expected.getUTCFullYear(),
        expected.getUTCMonth() + 1,
        expected.getUTCDate(),
      ]);
      expect(convert(convert(gregorian, 'gregorian', 'julian'), 'julian', 'gregorian')).toEqual(gregorian);
    }
  });

  it('knows that 1900 had a 29 February in the Julian calendar alone', () => {
    expect(isValidDay({ year: 1900, month: 2, day: 29 }, 'julian')).toBe(true);
    expect(isValidDay({ year: 1900, month: 2, day: 29 }, 'gregorian')).toBe(false);
  });

  it('reads years, months, ranges and circa without converting what has no day', () => {
    expect(parseDateSpec('1917').start).toEqual({ os: '1917', ns: '1917' });
    expect(parseDateSpec('1917-03', true)).toMatchObject({ precision: 'month', circa: true });
    expect(parseDateSpec('1917-02-28/1917-03-01').end).toEqual({ os: '1917-03-01', ns: '1917-03-14' });
  });

  it.each([
    ['1 March 1917', 'is not a date'],
    ['1917-02-30', 'does not exist'],
    ['1917-03-02/1917-03-01', 'ends before it begins'],
    ['1917-03/1917-04-01', 'mixes precisions'],
    ['1918-02-05', 'last Old Style day'],
  ])('refuses "%s": %s', (spec, reason) => {
    expect(() => parseDateSpec(spec)).toThrow(reason);
  });
});
