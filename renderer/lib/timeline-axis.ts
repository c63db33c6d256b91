import { addDays, daysBetween, toNewStyle } from './calendar.ts';
import { FIRST_DAY, type Span } from './timeline-view.ts';

/** A line of the axis: months are major, days and weeks between them minor. */
export interface Tick {
  day: number;
  major: boolean;
  label: string;
}

export type AxisCalendar = 'os' | 'ns';

/** Pixels a day must have for each step of days to be named between the months. */
const STEPS = [
  { least: 26, days: 1 },
  { least: 9, days: 5 },
  { least: 4.2, days: 10 },
];
/** Pixels a day must have for its month to be named with it, and for the whole name of the month. */
const WITH_MONTH = 72;
const WITH_WHOLE_MONTH = 150;
/** Pixels a month must have for its whole name. */
const WHOLE_NAME = 78;
/** And for its short one; below, a letter stands for it. */
const SHORT_NAME = 46;

/** The axis of one calendar for what is shown and a little beyond it on either side. */
export function axisTicks(
  calendar: AxisCalendar,
  { start, days }: Span,
  pxPerDay: number,
  locale = 'en-GB',
): Tick[] {
  const step = STEPS.find(({ least }) => pxPerDay >= least)?.days;
  const first = Math.floor(start - days) - 1;
  const last = Math.ceil(start + days * 2) + 1;
  const ticks: Tick[] = [];
  for (let day = first; day <= last; day += 1) {
    const os = addDays(FIRST_DAY, day);
    const iso = calendar === 'os' ? os : toNewStyle(os);
    const number = Number(iso.slice(8));
    const major = number === 1;
    // The 31st would stand too near to the 1st.
    const minor = step === 1 || (step && number % step === 1 && number < 30);
    if (major || minor) ticks.push({ day, major, label: labelOf(iso, number, pxPerDay, locale) });
  }
  return ticks;
}

function labelOf(iso: string, number: number, pxPerDay: number, locale: string): string {
  const name = (options: Intl.DateTimeFormatOptions) =>
    formatOf(locale, options).format(Date.parse(`${iso}T00:00:00Z`));
  if (pxPerDay >= WITH_WHOLE_MONTH) {
    return `${number} ${name({ month: 'long' })}`;
  }
  if (pxPerDay >= WITH_MONTH) return `${number} ${name({ month: 'short' })}`;
  if (number !== 1) return String(number);
  const month = pxPerDay * 30;
  return name({ month: month >= WHOLE_NAME ? 'long' : month >= SHORT_NAME ? 'short' : 'narrow' });
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

/** The Old Style day with the given number. */
export function dayAt(day: number): string {
  return addDays(FIRST_DAY, day);
}

/** The number of an Old Style day. */
export function dayNumber(os: string): number {
  return daysBetween(FIRST_DAY, os);
}
