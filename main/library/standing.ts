/** Who someone was on a day, told only as surely as the dates of their offices and parties allow. */
import type { CompiledDate, Standing } from './compiled-schema.ts';
import { parseSpan } from './date-spec.ts';
import { formatIso, parseIso } from './dates.ts';
import type { FrontMatter } from './front-matter-schema.ts';
import { typographic } from './markdown.ts';
import type { References } from './references.ts';

/** What a person was when an event happened: the offices held, or else the parties. */
export function standingOf(
  { roles, parties }: FrontMatter['people'],
  date: CompiledDate,
  references: Pick<References, 'titleOf'>,
): Standing[] {
  const offices = roles.map((role) => ({ title: typographic(role.title), ...parseSpan(role) }));
  const held = standingsOn(offices, date);
  if (held.length > 0) return held;
  const memberships = parties.map((party) => ({
    title: references.titleOf('organisations', party.organisation),
    ...parseSpan(party),
  }));
  return standingsOn(memberships, date);
}

/**
 * The spans that surely cover all of a date, without their dates; where there are none, those of which a month, a
 * year or a missing end leaves doubt, with what is known of their dates, so that the reader sees the doubt.
 */
export function standingsOn(spans: readonly Standing[], date: CompiledDate): Standing[] {
  const first = firstDay(date);
  const last = lastDay(date);
  const touching = spans.filter(
    ({ from, to }) => (from || to) && (!from || firstDay(from) <= last) && (!to || lastDay(to) >= first),
  );
  const sure = touching.filter(
    ({ from, to }) => from && to && lastDay({ ...from, end: undefined }) <= first && firstDay(to) >= last,
  );
  return sure.length > 0 ? sure.map(({ title }) => ({ title })) : touching;
}

function firstDay({ start }: CompiledDate): string {
  return `${start.os}-01-01`.slice(0, 10);
}

/** The last Old Style day of a date that may be a whole month or year. Months of both calendars are taken alike. */
function lastDay({ start, end = start }: CompiledDate): string {
  if (end.os.length === 10) return end.os;
  const { year, month } = parseIso(end.os);
  if (end.os.length === 4) return formatIso({ year, month: 12, day: 31 });
  return formatIso({ year, month, day: new Date(Date.UTC(year, month, 0)).getUTCDate() });
}
