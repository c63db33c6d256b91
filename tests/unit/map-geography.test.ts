import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { geoDistance } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FRONT_STATES } from '../../renderer/lib/map-front.ts';
import { frontLines, frontOn } from '../../renderer/lib/map-front.ts';
import { BRIDGES, LAND, STATIONS } from '../../renderer/lib/map-petrograd.ts';
import { EMPIRE, type Coordinates } from '../../renderer/lib/map-projection.ts';
import { landPath, simplified } from '../../tools/geography.ts';

interface Place {
  coordinates: Coordinates;
  kind: string;
  within?: string;
}
const places = new Map(
  globSync('content/en/places/*.md').map((file) => {
    const [, head = ''] = readFileSync(file, 'utf8').split('---\n');
    return [basename(file, '.md'), parse(head) as Place];
  }),
);
const at = (id: string) => places.get(id)!.coordinates;
const EARTH = 6_371_000;
const metres = (a: Coordinates, b: Coordinates) => geoDistance([a.lon, a.lat], [b.lon, b.lat]) * EARTH;

/** Whether a point lies inside of corners, by how often a line from it crosses them. */
function holds(area: readonly Coordinates[], { lat, lon }: Coordinates): boolean {
  return area.reduce((inside, corner, index) => {
    const before = area.at(index - 1)!;
    const between = corner.lat > lat !== before.lat > lat;
    const crossing =
      ((before.lon - corner.lon) * (lat - corner.lat)) / (before.lat - corner.lat) + corner.lon;
    return between && lon < crossing ? !inside : inside;
  }, false);
}
const landOf = (point: Coordinates) => LAND.findIndex((area) => holds(area, point));
const [LEFT_BANK, RIGHT_BANK, VASILIEVSKY, , PETROGRAD_SIDE, FORTRESS] = [0, 1, 2, 3, 4, 5];

describe('the plan of Petrograd', () => {
  it.each([
    ['winter-palace', LEFT_BANK],
    ['admiralty', LEFT_BANK],
    ['tauride-palace', LEFT_BANK],
    ['smolny', LEFT_BANK],
    ['putilov-works', LEFT_BANK],
    ['field-of-mars', LEFT_BANK],
    ['mariinsky-palace', LEFT_BANK],
    ['nikolaevsky-station', LEFT_BANK],
    ['finland-station', RIGHT_BANK],
    ['kresty-prison', RIGHT_BANK],
    ['durnovo-villa', RIGHT_BANK],
    ['vyborg-district', RIGHT_BANK],
    ['vasilievsky-island', VASILIEVSKY],
    ['kshesinskaya-mansion', PETROGRAD_SIDE],
    ['cirque-moderne', PETROGRAD_SIDE],
    ['peter-and-paul-fortress', FORTRESS],
    ['liteiny-bridge', -1],
  ])('%s stands on the right land', (id, land) => {
    expect(landOf(at(id))).toBe(land);
  });

  /** Lengths over the water as published for the bridges, to a fifth or 60 metres. */
  it.each([
    ['troitsky', 582],
    ['liteiny', 396],
    ['nikolaevsky', 331],
    ['palace', 250],
    ['okhtinsky', 335],
  ])('the %s bridge is about %d metres long and in the middle over water', (name, length) => {
    const { ends } = BRIDGES.find((bridge) => bridge.name === name)!;
    const [from, to] = [ends[0]!, ends[1]!];
    expect(Math.abs(metres(from, to) - length)).toBeLessThan(Math.max(60, length / 5));
    expect(landOf({ lat: (from.lat + to.lat) / 2, lon: (from.lon + to.lon) / 2 })).toBe(-1);
  });

  it.each(BRIDGES.map(({ name, ends }) => [name, ends] as const))(
    'the ends of %s are on two banks',
    (_, ends) => {
      const banks = ends.map((end) => {
        const distances = LAND.map((area) => Math.min(...area.map((corner) => metres(corner, end))));
        return { land: distances.indexOf(Math.min(...distances)), away: Math.min(...distances) };
      });
      expect(banks[0]!.land).not.toBe(banks[1]!.land);
      for (const { away } of banks) expect(away).toBeLessThan(180);
    },
  );

  it('the stations that are places of the library stand where it says', () => {
    for (const station of STATIONS) {
      if ('place' in station) expect(metres(station, at(station.place))).toBeLessThan(60);
      expect(landOf(station)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the front', () => {
  /** Ground behind the Russian lines: the line, and far round in the east. */
  const isBehind = (state: (typeof FRONT_STATES)[number], point: Coordinates) => {
    const [europe, caucasus] = frontLines(state) as [Coordinates[], Coordinates[]];
    const east = (line: readonly Coordinates[]) => [
      ...line,
      { lat: line.at(-1)!.lat, lon: 80 },
      { lat: line[0]!.lat, lon: 80 },
    ];
    return holds(east(point.lat < 43 ? caucasus : europe), point);
  };

  it.each([
    [
      'spring',
      ['dvinsk', 'minsk', 'kyiv', 'odessa', 'tarnopol', 'riga', 'caucasus-front'],
      ['vilna', 'brest-litovsk'],
    ],
    ['tarnopol', ['dvinsk', 'minsk', 'kyiv', 'riga'], ['tarnopol', 'vilna', 'south-western-front']],
    ['riga', ['dvinsk', 'minsk', 'kyiv'], ['riga', 'tarnopol', 'vilna', 'brest-litovsk']],
  ] as const)('in the state of %s has the towns on the right side', (state, behind, beyond) => {
    for (const id of behind) expect([id, isBehind(state, at(id))]).toEqual([id, true]);
    for (const id of beyond) expect([id, isBehind(state, at(id))]).toEqual([id, false]);
  });

  it.each([
    ['Smorgon', 54.48, 26.4],
    ['Pinsk', 52.12, 26.1],
    ['Dvinsk', 55.875, 26.54],
    ['Focsani', 45.7, 27.18],
    ['Krevo', 54.31, 26.29],
  ])('passes %s within 25 kilometres', (_, lat, lon) => {
    const corners = frontLines('spring').flat();
    expect(Math.min(...corners.map((corner) => metres(corner, { lat, lon })))).toBeLessThan(25_000);
  });

  it.each([
    ['1917-01-01', 'spring'],
    ['1917-07-10', 'spring'],
    ['1917-07-11', 'tarnopol'],
    ['1917-08-20', 'tarnopol'],
    ['1917-08-21', 'riga'],
    ['1918-01-31', 'riga'],
  ])('on %s stands as in the state of %s', (day, state) => {
    expect(frontOn(day)).toBe(state);
  });
});

describe('the land of the empire', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-50m.json'), 'utf8');
  const path = landPath(JSON.parse(source) as Parameters<typeof landPath>[0]);

  it('is small', () => {
    expect(gzipSync(JSON.stringify({ land: path })).length).toBeLessThan(50_000);
  });

  it('has every city of the library on its plane', () => {
    for (const { coordinates } of places.values()) {
      const { x, y } = EMPIRE.project(coordinates);
      expect(x > 0 && y > 0 && x < EMPIRE.width && y < EMPIRE.height).toBe(true);
    }
  });

  it('keeps a corner that matters and drops one that does not', () => {
    expect(
      simplified(
        [
          [0, 0],
          [5, 0.2],
          [10, 0],
          [10, 10],
        ],
        0.5,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });
});
