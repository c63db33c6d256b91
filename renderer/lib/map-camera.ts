import type { Coordinates, Plane, Point } from './map-projection.ts';

/** Where a map is looked at: the middle, on its plane, and how much larger than when all of it is seen. */
export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

/** Size of the drawing on the screen, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The nearest one can look. Nearer, the shores would be seen to be simplified. */
export const MOST_ZOOM = { empire: 20, petrograd: 10 } as const;

/** Pixels for a unit of the plane. */
export function scaleOf({ zoom }: Pick<Camera, 'zoom'>, plane: Plane, { width, height }: Size): number {
  return Math.min(width / plane.width, height / plane.height) * zoom;
}

/** Where a point of the plane is in the drawing. */
export function onScreen({ x, y }: Point, camera: Camera, plane: Plane, size: Size): Point {
  const scale = scaleOf(camera, plane, size);
  return { x: (x - camera.x) * scale + size.width / 2, y: (y - camera.y) * scale + size.height / 2 };
}

/** Keeps the middle on the plane and the zoom within bounds. */
export function within({ x, y, zoom }: Camera, plane: Plane, mostZoom: number): Camera {
  const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  return { x: between(x, 0, plane.width), y: between(y, 0, plane.height), zoom: between(zoom, 1, mostZoom) };
}

/** Looks from nearer or farther, so that what is under a point of the drawing stays there. */
export function zoomed(
  camera: Camera,
  factor: number,
  { plane, size, mostZoom, at }: { plane: Plane; size: Size; mostZoom: number; at: Point },
): Camera {
  const zoom = Math.min(mostZoom, Math.max(1, camera.zoom * factor));
  const [before, after] = [scaleOf(camera, plane, size), scaleOf({ zoom }, plane, size)];
  const [offX, offY] = [at.x - size.width / 2, at.y - size.height / 2];
  return within(
    { x: camera.x + offX / before - offX / after, y: camera.y + offY / before - offY / after, zoom },
    plane,
    mostZoom,
  );
}

/** Moves what is seen by so many pixels. */
export function panned(camera: Camera, by: Point, plane: Plane, size: Size): Camera {
  const scale = scaleOf(camera, plane, size);
  return within({ ...camera, x: camera.x - by.x / scale, y: camera.y - by.y / scale }, plane, camera.zoom);
}

/** Looks so that all of these are seen, with a little room around them. */
export function fitting(places: readonly Coordinates[], plane: Plane, size: Size, mostZoom: number): Camera {
  const points = places.map(plane.project);
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const room = 0.96;
  const scale = Math.min(size.width / (right - left), size.height / (bottom - top)) * room;
  const zoom = scale / scaleOf({ zoom: 1 }, plane, size);
  return within({ x: (left + right) / 2, y: (top + bottom) / 2, zoom }, plane, mostZoom);
}
