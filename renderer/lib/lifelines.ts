import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { heldOffice } from './offices.ts';
import { FAMILIES, familyOf, type PartyFamily } from './party-families.ts';
import type { Fate, LifelinesState } from './lifelines-address.ts';

/** A time in a party; open where its beginning or end is not recorded. */
export interface LifeBar {
  title: string;
  family: PartyFamily;
  from: number;
  to: number;
  open: boolean;
}

/** A life on the axis, in years with fractions. */
export interface Lifeline {
  entry: CatalogueEntry;
  from: number;
  to: number;
  bars: LifeBar[];
  /** The family of the last party of 1917, or else of the first: what the sort by party goes by. */
  family: PartyFamily | undefined;
}

/** How far back a bar is drawn whose beginning is not recorded; without an end it reaches to the end of the life. */
const UNKNOWN_YEARS = 5;

/** Years that deaths are told apart by; the last year is included. */
const FATE_YEARS: Record<Fate, readonly [number, number]> = {
  'in-1917': [1917, 1917],
  'before-1922': [1918, 1921],
  'before-1936': [1922, 1935],
  'in-terror': [1936, 1941],
  later: [1942, 9999],
};

/** 1917-07-01 is 1917.5; a year alone is its beginning, or its end where the end of a span is asked for. */
export function yearOf(iso: string, end = false): number {
  const [year = 0, month, day] = iso.split('-').map(Number);
  if (!month) return end ? year + 1 : year;
  if (!day) return year + (end ? month : month - 1) / 12;
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/** The life of a person, or nothing where a date is missing. */
export function lifelineOf(entry: CatalogueEntry): Lifeline | undefined {
  const { born, died, memberships = [] } = entry;
  if (!born || !died) return undefined;
  const from = yearOf(born);
  const to = yearOf(died, true);
  const bars = memberships.flatMap((party) => {
    // Without any date there is no place on the axis to draw it; the words beside the line name it.
    if (!party.from && !party.to) return [];
    const ends = party.to ? yearOf(party.to, true) : to;
    return {
      title: party.title,
      family: familyOf(party),
      from: Math.max(from, party.from ? yearOf(party.from) : ends - UNKNOWN_YEARS),
      to: Math.min(to, ends),
      open: !party.from || !party.to,
    };
  });
  const of1917 = bars.findLast((bar) => bar.from < 1918 && bar.to > 1917) ?? bars[0];
  const [first] = memberships;
  return { entry, from, to, bars, family: of1917?.family ?? (first && familyOf(first)) };
}

/** The lives that fit, in order. */
export function lifelines(people: readonly CatalogueEntry[], state: LifelinesState): Lifeline[] {
  const lives = people.filter((person) => fits(person, state)).flatMap((person) => lifelineOf(person) ?? []);
  const rank = ({ family }: Lifeline) => (family ? FAMILIES.indexOf(family) : FAMILIES.length);
  return lives.sort((a, b) => (state.sort === 'party' ? rank(a) - rank(b) : 0) || a.from - b.from);
}

function fits(person: CatalogueEntry, { party, at, office, fate }: LifelinesState): boolean {
  if (office && !heldOffice(person.offices ?? [], office)) return false;
  if (fate) {
    const year = Number(person.died?.slice(0, 4));
    const [first, last] = FATE_YEARS[fate];
    if (!(year >= first && year <= last)) return false;
  }
  if (!party && at === undefined) return true;
  return (person.memberships ?? []).some(({ id, title, from, to }) => {
    if (party && (id ?? title) !== party) return false;
    if (at === undefined) return true;
    if (!party && !from && !to) return false;
    return Number(from?.slice(0, 4) ?? 0) <= at && at <= Number(to?.slice(0, 4) ?? 9999);
  });
}

/** The parties that have members, by name. */
export function partiesOf(people: readonly CatalogueEntry[]): { id: string; title: string }[] {
  const titles = new Map(
    people.flatMap((person) =>
      (person.memberships ?? []).map(({ id, title }) => [id ?? title, title] as const),
    ),
  );
  return [...titles].map(([id, title]) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title));
}

/** Whole decades around all lives. */
export function axisOf(lives: readonly Lifeline[]): { first: number; last: number } {
  const first = Math.min(1860, ...lives.map(({ from }) => from));
  const last = Math.max(1930, ...lives.map(({ to }) => to));
  return { first: Math.floor(first / 10) * 10, last: Math.ceil(last / 10) * 10 };
}
