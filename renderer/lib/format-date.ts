import type { CompiledDate } from '../../main/library/compiled-schema.ts';

/** Both calendars of a date, ready to show; `other` is absent where there is nothing to convert. */
export interface FormattedDate {
  main: string;
  other?: string;
  /** Which calendar `main` is in. */
  calendar: 'os' | 'ns';
  /** ISO 8601, New Style, for the `datetime` attribute. */
  iso: string;
}

/** From this day on Russia used the New Style alone (decree of 24 January 1918). */
const REFORM = '1918-02-14';

const formats = new Map<string, Intl.DateTimeFormat>();

function intl(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })));
  return format;
}

/** Formats a compiled date, by default with the calendar first that people lived by. The parts are those of the calendar; Intl only names the month. */
export function formatDate(
  date: CompiledDate,
  locale = 'en-GB',
  first: 'lived' | 'ns' = 'lived',
): FormattedDate {
  const { start, end } = date;
  // A year or a month has no other calendar, so nothing can stand before it.
  const calendar = first === 'ns' && date.precision === 'day' ? 'ns' : date.calendar;
  const main = formatSpan(start[calendar], end?.[calendar], locale);
  const iso = start.ns;
  if (date.precision !== 'day' || start.ns >= REFORM) return { main, calendar, iso };
  const other = calendar === 'os' ? 'ns' : 'os';
  return { main, other: formatSpan(start[other], end?.[other], locale), calendar, iso };
}

function formatSpan(from: string, to: string | undefined, locale: string): string {
  if (!to) return formatOne(from, locale, true);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7) && from.length === 10;
  if (sameMonth) return `${Number(from.slice(8))}–${formatOne(to, locale, true)}`;
  return `${formatOne(from, locale, !sameYear || from.length === 4)} – ${formatOne(to, locale, true)}`;
}

function formatOne(iso: string, locale: string, withYear: boolean): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (!month) return iso;
  const at = new Date(Date.UTC(year ?? 0, month - 1, day ?? 1));
  return intl(locale, {
    month: 'long',
    ...(day && { day: 'numeric' }),
    ...(withYear && { year: 'numeric' }),
  }).format(at);
}
