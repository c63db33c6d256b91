import type { Coordinates, Plane, Point } from './map-projection.ts';

/** Corners as an SVG path in the units of a plane, with straight lines between them. */
export function pathOf(line: readonly Coordinates[], plane: Plane): string {
  return `M${line.map((corner) => text(plane.project(corner))).join('L')}`;
}

/**
 * Corners as a curve that passes through each of them, as rivers and shores do: a Catmull-Rom spline written as Bézier
 * curves, whose handles are a sixth of the way between a corner's neighbours.
 */
export function curveOf(line: readonly Coordinates[], plane: Plane, closed = false): string {
  const points = line.map(plane.project);
  const at = (index: number): Point => {
    const place = closed
      ? (index + points.length) % points.length
      : Math.min(points.length - 1, Math.max(0, index));
    return points[place] ?? { x: 0, y: 0 };
  };
  const handle = (from: Point, before: Point, after: Point): Point => ({
    x: from.x + (after.x - before.x) / 6,
    y: from.y + (after.y - before.y) / 6,
  });
  const curves = points.slice(closed ? 0 : 1).map((_, step) => {
    const [start, end] = [at(step), at(step + 1)];
    const handles = [handle(start, at(step - 1), end), handle(end, at(step + 2), start)];
    return `C${[...handles, end].map(text).join(' ')}`;
  });
  return `M${text(at(0))}${curves.join('')}${closed ? 'Z' : ''}`;
}

function text({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
