import { describe, expect, it } from 'vitest';
import { convert, formatIso, isValidDay, parseIso } from '../../main/library/dates.ts';
import { addDays, daysBetween, isDay, toNewStyle, toOldStyle } from '../../renderer/lib/calendar.ts';

describe('the calendar of the window', () => {
  it('agrees with the calendar of the library on every day from 1905 to 1924', () => {
    for (let day = '1905-01-01'; day < '1924-12-31'; day = addDays(day, 1)) {
      const newStyle = formatIso(convert(parseIso(day), 'julian', 'gregorian'));
      expect(toNewStyle(day)).toBe(newStyle);
      expect(toOldStyle(newStyle)).toBe(day);
    }
  });

  it.each(['1917-02-28', '1917-02-29', '1916-02-29', '1917-04-31', '1918-01-31'])(
    'knows whether %s exists',
    (iso) => {
      expect(isDay(iso)).toBe(isValidDay(parseIso(iso), 'julian'));
    },
  );

  it.each(['', '1917', '1917-2-3', '1917-13-01', 'October', '1917-10-25T00:00'])(
    'takes %j for no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('counts days over months and years', () => {
    expect(daysBetween('1917-01-01', '1918-01-31')).toBe(395);
    expect(addDays('1917-12-31', 1)).toBe('1918-01-01');
    expect(addDays('1917-03-01', -1)).toBe('1917-02-28');
  });
});
