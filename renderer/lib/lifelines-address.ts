import { OFFICE_NAMES, type Office } from './offices.ts';

export const FATES = ['in-1917', 'before-1922', 'before-1936', 'in-terror', 'later'] as const;
export type Fate = (typeof FATES)[number];
export const LIFELINE_SORTS = ['birth', 'party'] as const;
export const FIRST_YEAR = 1860;
export const LAST_YEAR = 1960;

export interface LifelinesState {
  table: boolean;
  sort: (typeof LIFELINE_SORTS)[number];
  /** Id of an organisation, or its name where it has no entry. */
  party?: string;
  /** The year of the party; without a party, of any. */
  at?: number;
  office?: Office;
  fate?: Fate;
}

export interface LifelinesMistake {
  kind: 'party' | 'at' | 'office' | 'fate' | 'sort';
  text: string;
}

/** Reads the address of the lifelines; what cannot be followed is left out and becomes a mistake to be told. */
export function parseLifelines(
  params: URLSearchParams,
  parties: ReadonlySet<string>,
): { state: LifelinesState; mistakes: LifelinesMistake[] } {
  const mistakes: LifelinesMistake[] = [];
  const state: LifelinesState = { table: params.get('as') === 'table', sort: 'birth' };
  const refuse = (kind: LifelinesMistake['kind'], text: string) =>
    mistakes.push({ kind, text: text.length > 40 ? `${text.slice(0, 40)}…` : text });
  const oneOf = <T extends string>(kind: LifelinesMistake['kind'], values: readonly T[]): T | undefined => {
    const text = params.get(kind);
    const value = values.find((known) => known === text);
    if (text && !value) refuse(kind, text);
    return value;
  };
  state.sort = oneOf('sort', LIFELINE_SORTS) ?? 'birth';
  const party = oneOf('party', [...parties]);
  const office = oneOf('office', OFFICE_NAMES);
  const fate = oneOf('fate', FATES);
  if (party) state.party = party;
  if (office) state.office = office;
  if (fate) state.fate = fate;
  const at = params.get('at');
  if (at) {
    const year = /^\d{1,6}$/.test(at) ? Number(at) : undefined;
    state.at = year === undefined ? 1917 : Math.min(LAST_YEAR, Math.max(FIRST_YEAR, year));
    if (state.at !== year) refuse('at', at);
  }
  return { state, mistakes };
}

/** The address of the lifelines; what is usual is left out. */
export function lifelinesAddress({ table, sort, party, at, office, fate }: LifelinesState): string {
  const params = new URLSearchParams({ view: 'lifelines' });
  if (table) params.set('as', 'table');
  if (party) params.set('party', party);
  if (at !== undefined) params.set('at', String(at));
  if (office) params.set('office', office);
  if (fate) params.set('fate', fate);
  if (sort !== 'birth') params.set('sort', sort);
  return `/people?${params}`;
}
