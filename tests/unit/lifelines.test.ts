import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { axisOf, lifelineOf, lifelines, partiesOf, yearOf } from '../../renderer/lib/lifelines.ts';
import { lifelinesAddress, parseLifelines } from '../../renderer/lib/lifelines-address.ts';
import { heldOffice } from '../../renderer/lib/offices.ts';
import { familyOf } from '../../renderer/lib/party-families.ts';
import { placeOnStrip, stripMarks } from '../../renderer/lib/year-strip.ts';
import { parseDateSpec } from '../../main/library/date-spec.ts';

function person(id: string, more: Partial<CatalogueEntry>): CatalogueEntry {
  return {
    ...{ id, address: `/people/${id}`, collection: 'people', title: id, lang: 'en', summary: '', sort: id },
    ...{ themes: [], words: 1, minutes: 1, memberships: [], offices: [], ...more },
  };
}
const bolsheviks = { title: 'Bolshevik Party', id: 'rsdlp-bolsheviks' };
const people = [
  person('kollontai', {
    ...{ born: '1872-03-31', died: '1952-03-09', offices: ['People’s Commissar of Social Welfare'] },
    memberships: [
      { title: 'Mensheviks', id: 'rsdlp-mensheviks', from: '1906', to: '1915' },
      { ...bolsheviks, from: '1915', to: '1952' },
    ],
  }),
  person('kamenev', {
    born: '1883-07-18',
    died: '1936-08-25',
    memberships: [{ ...bolsheviks, from: '1903' }],
  }),
  person('witness', { born: '1850-10-01', died: '1927', memberships: [{ title: 'Democratic Party' }] }),
  person('unborn', { died: '1920' }),
];
const parties = new Set(partiesOf(people).map(({ id }) => id));
const parse = (query: string) => parseLifelines(new URLSearchParams(query), parties);
const shown = (query: string) => lifelines(people, parse(query).state).map(({ entry }) => entry.id);

describe('lifelines', () => {
  it('are sorted by birth or by party, and leave out who has no dates', () => {
    expect(shown('')).toEqual(['witness', 'kollontai', 'kamenev']);
    expect(shown('sort=party')).toEqual(['kollontai', 'kamenev', 'witness']);
  });

  it('are filtered by party, at a year, by office and by the time of death', () => {
    expect(shown('party=rsdlp-bolsheviks')).toEqual(['kollontai', 'kamenev']);
    expect(shown('party=rsdlp-bolsheviks&at=1910')).toEqual(['kamenev']);
    expect(shown('party=rsdlp-mensheviks&at=1917')).toEqual([]);
    expect(shown('party=Democratic+Party')).toEqual(['witness']);
    expect(shown('at=1904')).toEqual(['kamenev']);
    expect(shown('office=commissar')).toEqual(['kollontai']);
    expect(shown('fate=in-terror')).toEqual(['kamenev']);
  });

  it('draw a bar only where a date is recorded, and open where one is missing', () => {
    expect(lifelineOf(people[2]!)?.bars).toEqual([]);
    expect(lifelineOf(people[1]!)?.bars).toMatchObject([{ from: 1903, open: true, family: 'bolsheviks' }]);
    expect(lifelineOf(people[1]!)?.bars[0]?.to).toBe(lifelineOf(people[1]!)?.to);
  });

  it('lie on an axis of whole decades', () => {
    expect(axisOf(lifelines(people, parse('').state))).toEqual({ first: 1850, last: 1960 });
    expect([yearOf('1917'), yearOf('1917', true), yearOf('1917-07')]).toEqual([1917, 1918, 1917.5]);
  });
});

describe('the address of the lifelines', () => {
  it('goes round', () => {
    const address =
      '/people?view=lifelines&as=table&party=rsdlp-bolsheviks&at=1917&office=duma&fate=later&sort=party';
    expect(lifelinesAddress(parse(address.split('?')[1] ?? '').state)).toBe(address);
  });

  it.each([
    ['at=1492', 'at', 1860],
    ['at=2500', 'at', 1960],
    ['at=soon', 'at', 1917],
    ['party=nobody', 'party', undefined],
    ['office=king', 'office', undefined],
    ['fate=happy', 'fate', undefined],
    ['sort=height', 'sort', undefined],
  ])('%s is told as a mistake', (query, kind, at) => {
    const { state, mistakes } = parse(query);
    expect(mistakes.map((mistake) => mistake.kind)).toEqual([kind]);
    expect(state.at).toBe(at);
    expect(state.sort).toBe('birth');
  });
});

it.each([
  [{ title: 'x', id: 'menshevik-internationalists' }, 'mensheviks'],
  [{ title: 'x', id: 'left-srs' }, 'populists'],
  [{ title: 'Union of 17 October (Octobrists)' }, 'right'],
  [{ title: 'Ukrainian Social Democratic Workers’ Party' }, 'nations'],
  [{ title: 'x', id: 'bund' }, 'nations'],
  [{ title: 'Labour Party' }, 'abroad'],
] as const)('%o is drawn as %s', (party, family) => expect(familyOf(party)).toBe(family));

it('offices are told by their titles', () => {
  expect(heldOffice(['Minister of War and the Navy'], 'minister')).toBe(true);
  expect(heldOffice(['Head of the British military mission in Siberia'], 'minister')).toBe(false);
  expect(heldOffice(['Chairman of the Central Committee of the Baltic Fleet'], 'committee')).toBe(false);
  expect(heldOffice(['Correspondent of the Manchester Guardian in Russia'], 'writer')).toBe(true);
});

it('the strip of the year puts events that would cover each other above one another', () => {
  const event = (id: string, date: string) => person(id, { collection: 'events', date: parseDateSpec(date) });
  const marks = stripMarks([
    event('old', '1905'),
    event('a', '1917-02-27'),
    event('b', '1917-02-27'),
    event('c', '1917-02-28/1917-03-20'),
    event('d', '1917-10'),
  ]);
  expect(marks.map(({ entry, level }) => `${entry.id}${level}`)).toEqual(['a0', 'b1', 'c2', 'd0']);
  expect(placeOnStrip('1917-01-01')).toBe(0);
  expect(marks.every(({ left, width }) => left >= 0 && left + width <= 101)).toBe(true);
});
