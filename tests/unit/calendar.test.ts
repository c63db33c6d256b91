import { describe, expect, it } from 'vitest';
import { convert, formatIso, isValidDay, parseIso } from '../../main/library/dates.ts';
import {
  addDays,
  daysBetween,
  daysInMonth,
  isDay,
  toNewStyle,
  toOldStyle,
  weekdayOf,
} from '../../renderer/lib/calendar.ts';

const DAYS = Array.from({ length: 1500 }, (_, index) => addDays('1916-01-01', index));

describe('the calendar of the window agrees with that of the compiler', () => {
  it('on every day from 1916 to 1920, both ways', () => {
    for (const day of DAYS) {
      const ns = formatIso(convert(parseIso(day), 'julian', 'gregorian'));
      expect(toNewStyle(day)).toBe(ns);
      expect(toOldStyle(ns)).toBe(day);
      expect(isDay(day)).toBe(true);
      expect(isValidDay(parseIso(day), 'julian')).toBe(true);
    }
  });

  it.each(['1917-02-29', '1917-13-01', '1917-00-10', '1917-04-31', '1917-2-3', '17-02-03', 'yesterday', ''])(
    '%s is no day',
    (text) => expect(isDay(text)).toBe(false),
  );
});

it('counts days, months and weekdays', () => {
  expect(daysBetween('1917-02-23', '1917-10-25')).toBe(244);
  expect(daysBetween('1917-03-01', '1917-02-28')).toBe(-1);
  expect(addDays('1917-12-31', 1)).toBe('1918-01-01');
  expect([daysInMonth('1917-02'), daysInMonth('1916-02'), daysInMonth('1917-12')]).toEqual([28, 29, 31]);
  // International Women's Day of 1917 was a Thursday, 25 October a Wednesday.
  expect([weekdayOf('1917-02-23'), weekdayOf('1917-10-25')]).toEqual([3, 2]);
});
