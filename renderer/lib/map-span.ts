import type { CompiledDate } from '../../main/library/compiled-schema.ts';
import { addDays, daysBetween, toNewStyle } from './calendar.ts';

/** The days a map shows, both included, Old Style. */
export interface Span {
  from: string;
  to: string;
}

/** What the map knows of: the year 1917, and the weeks until the calendar was changed. */
export const WHOLE: Span = { from: '1917-01-01', to: '1918-01-31' };

export const SPAN_KINDS = ['whole', 'month', 'week', 'day'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** How many days a span has. */
export function lengthOf({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** What a reader would call the span; undefined for one that is none of these, as a stage is. */
export function kindOf(span: Span): SpanKind | undefined {
  if (span.from === WHOLE.from && span.to === WHOLE.to) return 'whole';
  if (span.from.endsWith('-01') && span.to === endOfMonth(span.from)) return 'month';
  return ({ 1: 'day', 7: 'week' } as const)[lengthOf(span)];
}

/** A span of a kind that begins on a day, or as near to it as the year allows. */
export function spanOf(kind: SpanKind, from: string): Span {
  if (kind === 'whole') return WHOLE;
  const first = from.slice(0, 7) + '-01';
  if (kind === 'month') return { from: first, to: endOfMonth(first) };
  return startingOn(from, kind === 'week' ? 7 : 1);
}

/** The span of as many days that begins on a day, moved back into the year where it would leave it. */
export function startingOn(from: string, length: number): Span {
  const latest = addDays(WHOLE.to, 1 - length);
  const day = from < WHOLE.from ? WHOLE.from : from > latest ? latest : from;
  return { from: day, to: addDays(day, length - 1) };
}

/** The next span of the same length, or the one before. */
export function stepped(span: Span, direction: 1 | -1): Span {
  if (kindOf(span) === 'month') {
    const inside = direction === 1 ? addDays(span.to, 1) : addDays(span.from, -1);
    return inside < WHOLE.from || inside > WHOLE.to ? span : spanOf('month', inside);
  }
  const length = lengthOf(span);
  return startingOn(addDays(span.from, length * direction), length);
}

/** Whether something happened in the span. What is dated by a month or a year fills it. */
export function isWithin({ start, end }: Pick<CompiledDate, 'start' | 'end'>, { from, to }: Span): boolean {
  const first = start.os + '-01-01'.slice(start.os.length - 4);
  const until = end?.os ?? start.os;
  // No day of a month comes after its 31st, which is all that is asked of text that is compared as text.
  const last = until + '-12-31'.slice(until.length - 4);
  return first <= to && last >= from;
}

/** The span as a date of the library, to be shown in both calendars. */
export function dateOfSpan({ from, to }: Span): CompiledDate {
  const both = (os: string) => ({ os, ns: toNewStyle(os) });
  const end = from === to ? {} : { end: both(to) };
  return { start: both(from), ...end, precision: 'day', calendar: 'os', circa: false };
}

function endOfMonth(day: string): string {
  return addDays(addDays(day.slice(0, 7) + '-01', 31).slice(0, 7) + '-01', -1);
}
