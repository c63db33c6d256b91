import { isValidDay } from '../library/dates.ts';
import { fold } from './analyse.ts';

/** A date as typed: a day, or a month, of a year or of any year, in whichever calendar. */
export interface WrittenDate {
  year?: number;
  month: number;
  day?: number;
}

const MONTHS = [
  ['january', 'jan', 'enero'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre'],
];
const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,?\s+(?:de\s+)?(\d{4}))?`;
const STYLE = String.raw`(?:\s*\(?(?:o\.?s\.?|n\.?s\.?)\)?)?`;
const ISO = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const DAY_MONTH = new RegExp(
  String.raw`(?<![\d-])${DAY}\s+(?:of\s+|de\s+)?(${MONTH})\b${YEAR}${STYLE}`,
  'gi',
);
const MONTH_DAY = new RegExp(String.raw`\b(${MONTH})\s+${DAY}(?!\d)${YEAR}${STYLE}`, 'gi');
const MONTH_YEAR = new RegExp(String.raw`\b(${MONTH})\s+(?:de\s+)?(\d{4})\b`, 'gi');

/** Takes the dates out of a query. A month and a year also stay as words, for they may stand in a title. */
export function findDates(query: string): { dates: WrittenDate[]; rest: string } {
  const dates: WrittenDate[] = [];
  const take = (year: string | undefined, month: number, day: string, whole: string): string => {
    const date = { month, day: Number(day), ...(year && { year: Number(year) }) };
    // 29 February is valid in either calendar's leap years; without a year every such day is possible.
    if (!isValidDay({ year: 1916, ...date }, 'julian')) return whole;
    dates.push(date);
    return ' ';
  };
  const rest = query
    .replace(ISO, (whole, year: string, month: string, day: string) => take(year, Number(month), day, whole))
    .replace(DAY_MONTH, (whole, day: string, month: string, year?: string) =>
      take(year, monthNumber(month), day, whole),
    )
    .replace(MONTH_DAY, (whole, month: string, day: string, year?: string) =>
      take(year, monthNumber(month), day, whole),
    )
    .replace(MONTH_YEAR, (whole, month: string, year: string) => {
      dates.push({ month: monthNumber(month), year: Number(year) });
      return whole;
    });
  return { dates, rest };
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((names) => names.includes(fold(name))) + 1;
}
