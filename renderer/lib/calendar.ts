/** Days as ISO text in either calendar, between 1900 and 2100, where the Julian is 13 days behind. */

const CALENDARS_APART = 13;
const DAY = 86_400_000;

/** The day so many days later, or earlier. Both calendars have the same months and leap years from 1901 to 2099. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days the second day comes after the first, in one calendar. */
export function daysBetween(fromIso: string, toIso: string): number {
  return Math.round((Date.parse(`${toIso}T00:00:00Z`) - Date.parse(`${fromIso}T00:00:00Z`)) / DAY);
}

/** A Julian day as the rest of the world counted it. */
export function toNewStyle(isoOs: string): string {
  return addDays(isoOs, CALENDARS_APART);
}

/** A Gregorian day as Russia counted it until February 1918. */
export function toOldStyle(isoNs: string): string {
  return addDays(isoNs, -CALENDARS_APART);
}

/** Whether a text is a day that exists: `1917-02-29` is none in either calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
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
