/** Makes the land of the empire's map: Natural Earth's, projected, clipped and simplified to what the map can show. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { empireProjection } from '../renderer/lib/map-projection.ts';

type Corner = readonly [x: number, y: number];

/** How far a coast may lie from where it is, and the smallest island that is drawn, in units of the plane (2 km). */
const TOLERANCE = 0.8;
const SMALLEST = 9;
/** More than the plane itself, for a narrow window shows what lies north and south of it. */
const CLIP: [Corner, Corner] = [
  [-300, -1100],
  [4300, 3200],
];

export const GEOGRAPHY_FILE = join(
  import.meta.dirname,
  '..',
  'renderer',
  'public',
  'geography',
  'empire.json',
);

/** Writes the file that the window fetches when the map is opened. */
export async function makeGeography(to = GEOGRAPHY_FILE): Promise<void> {
  const source = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
  const topology = JSON.parse(await readFile(source, 'utf8')) as Topology<{ land: GeometryCollection }>;
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, JSON.stringify({ land: landPath(topology) }));
}

/** The land as one SVG path in the units of the empire's plane. */
export function landPath(topology: Topology<{ land: GeometryCollection }>): string {
  const projection = empireProjection.clipExtent([[...CLIP[0]], [...CLIP[1]]]);
  const path = geoPath(projection).digits(1)(feature(topology, topology.objects.land)) ?? '';
  projection.clipExtent(null);
  const rings = path.split('Z').filter(Boolean).map(cornersOf);
  return rings
    .filter((ring) => Math.abs(areaOf(ring)) >= SMALLEST)
    .map((ring) => simplified(ring, TOLERANCE))
    .filter((ring) => ring.length > 2)
    .map(ringPath)
    .join('');
}

/** Each corner by its distance from the one before, which takes half the room. */
function ringPath(ring: readonly Corner[]): string {
  const whole = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const steps = whole.map(([x, y], at) => {
    const [beforeX, beforeY] = whole[at - 1] ?? [0, 0];
    return `${x - beforeX} ${y - beforeY}`;
  });
  return `M${steps.join('l')}z`.replaceAll(' -', '-');
}

function cornersOf(ring: string): Corner[] {
  return ring
    .slice(1)
    .split('L')
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return [x, y] as const;
    });
}

function areaOf(ring: readonly Corner[]): number {
  return (
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

/** Leaves out corners that lie nearer than the tolerance to the line without them. Douglas and Peucker, 1973. */
export function simplified(line: readonly Corner[], tolerance: number): Corner[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  let farthest = 0;
  let distance = 0;
  for (const [at, corner] of line.entries()) {
    const away = distanceTo(corner, first, last);
    if (away > distance) [farthest, distance] = [at, away];
  }
  if (distance <= tolerance) return [first, last];
  const before = simplified(line.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplified(line.slice(farthest), tolerance)];
}

function distanceTo([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
