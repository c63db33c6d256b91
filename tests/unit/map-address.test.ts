import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { mapAddress, parseMapAddress } from '../../renderer/lib/map-address.ts';
import { WHOLE } from '../../renderer/lib/map-span.ts';

const place = (id: string, within?: string): [string, CatalogueEntry] => [
  id,
  {
    ...{ id, address: `/places/${id}`, collection: 'places', title: id, lang: 'en', summary: '', sort: id },
    ...{ themes: [], words: 1, minutes: 1, coordinates: { lat: 59.9, lon: 30.3 } },
    ...(within && { within }),
  },
];
const known = {
  places: new Map([
    place('petrograd'),
    place('smolny', 'petrograd'),
    place('finland-station', 'smolny'),
    place('kyiv'),
  ]),
  themes: ['streets', 'nations'],
};
const parse = (query: string) => parseMapAddress(new URLSearchParams(query), known);
const notesOf = (query: string) => parse(query).notes.map(({ key }) => key);

describe('the address of the map', () => {
  it('without anything is the empire in the whole year', () => {
    expect(parse('')).toEqual({ state: { area: 'empire', table: false, span: WHOLE }, notes: [] });
  });

  it.each([
    'area=petrograd',
    'area=petrograd&place=smolny&theme=streets&day=1917-10-25',
    'area=empire&place=kyiv&from=1917-11-01&to=1917-11-30&at=50.45+30.52&zoom=7.5',
    'area=empire&place=smolny&view=table',
    'day=1918-01-31',
  ])('“%s” comes back as it was', (query) => {
    const { state, notes } = parse(query);
    expect(notes).toEqual([]);
    expect(mapAddress(state)).toBe(`/map?${query}`);
  });

  it.each([
    ['place=kyiv', 'empire'],
    ['place=smolny', 'petrograd'],
    ['place=finland-station', 'petrograd'],
    ['place=petrograd', 'empire'],
    ['area=petrograd&place=petrograd', 'petrograd'],
    ['area=empire&place=smolny', 'empire'],
  ])('%s chooses the area %s', (query, area) => {
    expect(parse(query).state.area).toBe(area);
    expect(parse(query).notes).toEqual([]);
  });
});

describe('what cannot be had becomes the nearest, and is said', () => {
  it.each([
    ['day=1917-02-30', ['day'], { from: '1917-02-28', to: '1917-02-28' }],
    ['day=1917-02-29', ['day'], { from: '1917-02-28', to: '1917-02-28' }],
    ['day=1917-13-40', ['day'], { from: '1917-12-31', to: '1917-12-31' }],
    ['day=1905-01-09', ['range'], { from: '1917-01-01', to: '1917-01-01' }],
    ['day=yesterday', ['day'], WHOLE],
    ['from=1917-03-01&to=2024-01-01', ['range'], { from: '1917-03-01', to: '1918-01-31' }],
    ['from=1917-06-31&to=1917-07-03', ['day'], { from: '1917-06-30', to: '1917-07-03' }],
    ['from=1917-10-25&to=1917-02-23', ['order'], { from: '1917-02-23', to: '1917-10-25' }],
  ])('%s', (query, notes, span) => {
    expect(notesOf(query)).toEqual(notes);
    expect(parse(query).state.span).toEqual(span);
  });

  it.each([
    ['zoom=1000', 20],
    ['zoom=-3', 1],
    ['zoom=near', undefined],
    ['area=petrograd&zoom=30', 10],
  ])('%s', (query, zoom) => {
    expect(notesOf(query)).toEqual(['zoom']);
    expect(parse(query).state.zoom).toBe(zoom);
  });

  it.each([
    ['area=moscow', 'area'],
    ['place=atlantis', 'place'],
    ['theme=ghosts', 'theme'],
    ['view=globe', 'view'],
    ['at=somewhere', 'at'],
    ['at=95 30', 'at'],
    ['at=59.9', 'at'],
    ['area=petrograd&place=kyiv', 'elsewhere'],
  ])('%s', (query, key) => {
    const { state, notes } = parse(query);
    expect(notes.map((note) => note.key)).toEqual([key]);
    expect(state.area).toBe('empire');
    expect(state.at).toBeUndefined();
  });

  it('all at once, each with its sentence', () => {
    expect(notesOf('area=x&place=y&theme=z&view=v&day=1917-99-99&zoom=x&at=q')).toHaveLength(7);
  });
});
