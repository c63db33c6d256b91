/** Days as ISO text in 1901–2099, where the two calendars have the same leap years and stand 13 days apart. */

const DAY_MS = 86_400_000;
const APART = 13;

/** The New Style day of an Old Style one. */
export function toNewStyle(isoOs: string): string {
  return addDays(isoOs, APART);
}

/** The Old Style day of a New Style one. */
export function toOldStyle(isoNs: string): string {
  return addDays(isoNs, -APART);
}

/** So many days later (or earlier) in the same calendar. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie from one day to another of the same calendar; negative where it is earlier. */
export function daysBetween(fromIso: string, toIso: string): number {
  return Math.round((Date.parse(toIso) - Date.parse(fromIso)) / DAY_MS);
}

/** Whether the text is a day that exists: 1917-02-28 does, 1917-02-29 and 1917-2-28 do not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Monday is 0. Both calendars have the same weekdays; the text is an Old Style day. */
export function weekdayOf(isoOs: string): number {
  return (new Date(Date.parse(toNewStyle(isoOs))).getUTCDay() + 6) % 7;
}

/** How many days the month `1917-02` has. */
export function daysInMonth(month: string): number {
  const [year = 1917, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
