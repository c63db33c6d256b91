import type { Coordinates, Plane } from './map-projection.ts';

/** Corners as an SVG path in the units of a plane. */
export function pathOf(line: readonly Coordinates[], plane: Plane, closed = false): string {
  const points = line.map((corner) => {
    const { x, y } = plane.project(corner);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
}
