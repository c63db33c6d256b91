/** Calendar arithmetic by Julian day numbers. Meeus, Astronomical Algorithms (2nd ed.), ch. 7. */

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

export type Calendar = 'julian' | 'gregorian';

/**
 * The Julian day number (at noon, an integer) of a civil day in the given calendar.
 * Years are astronomical; valid for any day after 1 March of year 0.
 */
export function toJulianDay({ year, month, day }: CalendarDay, calendar: Calendar): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const shiftedMonth = month <= 2 ? month + 12 : month;
  const century = Math.floor(shiftedYear / 100);
  const reform = calendar === 'gregorian' ? 2 - century + Math.floor(century / 4) : 0;
  // Meeus gives the fraction at 0h; 1524 instead of 1524.5 counts from noon and stays an integer.
  return (
    Math.floor(365.25 * (shiftedYear + 4716)) + Math.floor(30.6001 * (shiftedMonth + 1)) + day + reform - 1524
  );
}

/** The civil day of a Julian day number in the given calendar. */
export function fromJulianDay(julianDay: number, calendar: Calendar): CalendarDay {
  let a = julianDay;
  if (calendar === 'gregorian') {
    const alpha = Math.floor((julianDay - 1867216.25) / 36524.25);
    a = julianDay + 1 + alpha - Math.floor(alpha / 4);
  }
  const b = a + 1524;
  const c = Math.floor((b - 122.1) / 365.25);
  const d = Math.floor(365.25 * c);
  const e = Math.floor((b - d) / 30.6001);
  const month = e < 14 ? e - 1 : e - 13;
  return { year: month > 2 ? c - 4716 : c - 4715, month, day: b - d - Math.floor(30.6001 * e) };
}

/** The same day in the other calendar. */
export function convert(day: CalendarDay, from: Calendar, to: Calendar): CalendarDay {
  return fromJulianDay(toJulianDay(day, from), to);
}

/** Whether such a day exists in the calendar (no 31 April; 29 February in the calendar's own leap years). */
export function isValidDay(day: CalendarDay, calendar: Calendar): boolean {
  const back = convert(day, calendar, calendar);
  return back.year === day.year && back.month === day.month && back.day === day.day;
}

/** `1917-03-01`, zero-padded. */
export function formatIso({ year, month, day }: CalendarDay): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** The parts of `1917-03-01`. Takes a string already known to be of that form. */
export function parseIso(iso: string): CalendarDay {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}
