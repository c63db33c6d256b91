import { convert, formatIso, isValidDay, parseIso, toJulianDay, type Calendar } from './dates.ts';
import type { CompiledDate } from './compiled-schema.ts';

const PATTERN = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:\/(\d{4}(?:-\d{2}(?:-\d{2})?)?))?( NS)?$/;

export const DATE_REMEDY =
  'Write 1917, 1917-03, 1917-03-01, "1917-03-01/1917-03-02" or, for New Style, "1917-03-14 NS".';

/** Russia went from 31 January 1918 (O.S.) straight to 14 February (N.S.): decree of 24 January 1918. */
const LAST_OLD_STYLE_DAY = '1918-01-31';

export class DateSpecError extends Error {}

/**
 * Reads a date as content writes it and computes the other calendar.
 * Days are Old Style unless ` NS` follows; years and months are not converted.
 * @throws DateSpecError with a sentence that says what is wrong and how to write it.
 */
export function parseDateSpec(spec: string, circa = false): CompiledDate {
  const match = PATTERN.exec(spec);
  if (!match?.[1]) throw new DateSpecError(`"${spec}" is not a date. ${DATE_REMEDY}`);
  const [, from, to, suffix] = match;
  const calendar: Calendar = suffix ? 'gregorian' : 'julian';
  const precision = precisionOf(from);
  if (to && precisionOf(to) !== precision) {
    throw new DateSpecError(
      `"${spec}" mixes precisions. Write both ends of a range as years, months or days.`,
    );
  }
  const start = inBothCalendars(from, calendar, spec);
  const end = to ? inBothCalendars(to, calendar, spec) : undefined;
  if (end && end.os < start.os) {
    throw new DateSpecError(`"${spec}" ends before it begins. Put the earlier date first.`);
  }
  return { start, ...(end && { end }), precision, calendar: suffix ? 'ns' : 'os', circa };
}

/** The ends of a span that are known. */
export function parseSpan({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return { ...(from && { from: parseDateSpec(from) }), ...(to && { to: parseDateSpec(to) }) };
}

/** A number to sort dates by: the Julian day of the start (first of the month or year where that is all we know). */
export function sortKey(date: CompiledDate): number {
  const [year, month = '01', day = '01'] = date.start.os.split('-');
  return toJulianDay(parseIso(`${year}-${month}-${day}`), 'julian');
}

function precisionOf(iso: string): CompiledDate['precision'] {
  return iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
}

function inBothCalendars(iso: string, calendar: Calendar, spec: string): { os: string; ns: string } {
  const precision = precisionOf(iso);
  if (precision === 'year') return { os: iso, ns: iso };
  const day = parseIso(iso);
  if (!isValidDay(day, calendar)) {
    throw new DateSpecError(`"${spec}" names a day that does not exist. Check month and day.`);
  }
  if (precision === 'month') return { os: iso, ns: iso };
  if (calendar === 'gregorian') return { os: formatIso(convert(day, 'gregorian', 'julian')), ns: iso };
  if (iso > LAST_OLD_STYLE_DAY) {
    throw new DateSpecError(
      `"${spec}" is later than the last Old Style day in Russia (${LAST_OLD_STYLE_DAY}). Write the New Style date with " NS" after it.`,
    );
  }
  return { os: iso, ns: formatIso(convert(day, 'julian', 'gregorian')) };
}
