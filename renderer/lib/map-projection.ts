import { geoConicEqualArea, geoMercator, type GeoProjection } from 'd3-geo';

/** Degrees of latitude and longitude. */
export interface Coordinates {
  lat: number;
  lon: number;
}

/** A place on the plane that a map is drawn on. */
export interface Point {
  x: number;
  y: number;
}

/** The corners of a line or an area drawn by hand, written `latitude longitude, latitude longitude`. */
export function corners(text: string): Coordinates[] {
  return text.split(',').map((pair) => {
    const [lat = 0, lon = 0] = pair.trim().split(/\s+/).map(Number);
    return { lat, lon };
  });
}

/** A map's plane: its size in its own units, and the way there and back. */
export interface Plane {
  width: number;
  height: number;
  project(at: Coordinates): Point;
  unproject(point: Point): Coordinates;
}

/** The projection of the empire's plane, for the tool that draws its land at build time. */
export const EMPIRE_SIZE = { width: 4000, height: 2100 };
export const empireProjection: GeoProjection = geoConicEqualArea()
  .parallels([45, 65])
  .rotate([-70, 0])
  .fitSize([EMPIRE_SIZE.width, EMPIRE_SIZE.height], frame([8, 140], [36, 72]));

/** From Riga and Zurich to Vladivostok, conic, so that neither end is too large. */
export const EMPIRE: Plane = planeOf(empireProjection, EMPIRE_SIZE);

/** The city's plan is so small that any projection true to angles will do. */
const PETROGRAD_SIZE = { width: 2400, height: 2300 };
export const PETROGRAD: Plane = planeOf(
  geoMercator().fitSize(
    [PETROGRAD_SIZE.width, PETROGRAD_SIZE.height],
    frame([30.205, 30.44], [59.873, 59.9865]),
  ),
  PETROGRAD_SIZE,
);

function planeOf(projection: GeoProjection, size: { width: number; height: number }): Plane {
  return {
    ...size,
    project({ lat, lon }) {
      const [x, y] = projection([lon, lat]) ?? [0, 0];
      return { x, y };
    },
    unproject({ x, y }) {
      const [lon, lat] = projection.invert?.([x, y]) ?? [0, 0];
      return { lat, lon };
    },
  };
}

/** Points along the edges of a stretch of the globe. */
function frame([west, east]: [number, number], [south, north]: [number, number]) {
  const steps = Array.from({ length: 21 }, (_, at) => at / 20);
  const coordinates = steps.flatMap((share) => {
    const [lon, lat] = [west + share * (east - west), south + share * (north - south)];
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ];
  });
  return { type: 'MultiPoint' as const, coordinates };
}
