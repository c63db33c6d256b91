/** Where marks and words stand in a drawing. Pure: the same places and size give the same picture. */
import type { Size } from './map-camera.ts';
import type { Point } from './map-projection.ts';

export interface Mark extends Point {
  id: string;
  title: string;
  /** Number of events. */
  count: number;
  r: number;
}

export interface Label extends Point {
  id: string;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const LARGEST = 26;

/** The radius of a mark: its area grows with the number of events, so that twice as many look like twice as much. */
export function radiusOf(count: number): number {
  return count === 0 ? 3 : Math.min(LARGEST, 3.5 + 1.75 * Math.sqrt(count));
}

/**
 * Leaves out marks that a larger one would cover, and tells which.
 * @param marks in any order
 * @param chosen is never left out
 * @returns the marks to draw, the largest first, so that small ones stand upon them
 */
export function folded(
  marks: readonly Mark[],
  chosen?: string,
): { shown: Mark[]; under: Map<string, Mark[]> } {
  const shown: Mark[] = [];
  const under = new Map<string, Mark[]>();
  for (const mark of marks.toSorted((a, b) => b.count - a.count || a.id.localeCompare(b.id))) {
    const over = shown.find((other) => Math.hypot(other.x - mark.x, other.y - mark.y) < other.r + mark.r / 2);
    if (!over || mark.id === chosen) shown.push(mark);
    else under.set(over.id, [...(under.get(over.id) ?? []), mark]);
  }
  return { shown, under };
}

/** Room a word takes: of the narrow face, with the spacing that a reader may ask for (WCAG 1.4.12). */
export function roomFor(text: string, size: number): { width: number; height: number } {
  const words = text.split(' ').length - 1;
  return { width: size * (text.length * 0.49 + words * 0.16), height: size * 1.3 };
}

/** Gap between a mark and its word. */
const GAP = 4;

/**
 * Puts a name beside every mark that has room for one: to the right, the left, above, below. None runs over another,
 * over a mark or out of the drawing.
 * @param marks the most important first
 * @param names of regions and seas, written around their point while there is room, after all marks
 */
export function labelled(
  marks: readonly Mark[],
  names: readonly (Point & { id: string; text: string; size: number })[],
  { width, height, fontSize }: Size & { fontSize: number },
): Label[] {
  const labels: Label[] = [];
  const taken: Box[] = marks.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r }));
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.top >= 0 &&
    box.right <= width &&
    box.bottom <= height &&
    !taken.some((other) => meet(box, other));
  const put = (label: Label) => {
    taken.push(label.box);
    labels.push(label);
  };
  for (const { id, title: text, x, y, r } of marks) {
    const free = around({ x, y, r }, roomFor(text, fontSize)).find(({ box }) => isFree(box));
    if (free) put({ id, text, ...free });
  }
  for (const { id, text, x, y, size } of names) {
    const room = roomFor(text, size);
    const box = boxAt(x - room.width / 2, y - room.height / 2, room);
    if (isFree(box)) put({ id, text, x, y, anchor: 'middle', box });
  }
  return labels;
}

/** Where the name of a mark may stand, the best first. */
function around({ x, y, r }: Point & { r: number }, room: Size): Omit<Label, 'id' | 'text'>[] {
  const { width, height } = room;
  const away = r + GAP;
  // Off the diagonal a word stands a little higher or lower than its mark.
  const aside = away * 0.75;
  const at = (left: number, top: number, anchor: Label['anchor']) => ({
    x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
    y: top + height / 2,
    anchor,
    box: boxAt(left, top, room),
  });
  return [
    at(x + away, y - height / 2, 'start'),
    at(x - away - width, y - height / 2, 'end'),
    at(x - width / 2, y - away - height, 'middle'),
    at(x - width / 2, y + away, 'middle'),
    at(x + aside, y - aside - height / 2, 'start'),
    at(x + aside, y + aside - height / 2, 'start'),
    at(x - aside - width, y - aside - height / 2, 'end'),
    at(x - aside - width, y + aside - height / 2, 'end'),
    at(x - width + r, y - away - height, 'end'),
    at(x - width + r, y + away, 'end'),
    at(x - r, y - away - height, 'start'),
    at(x - r, y + away, 'start'),
  ];
}

function boxAt(left: number, top: number, { width, height }: Size): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** Whether two boxes overlap. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;
export type Direction = keyof typeof DIRECTIONS;

/** Whether a key leads from mark to mark. */
export function isDirection(key: string): key is Direction {
  return key in DIRECTIONS;
}

/** The nearest mark in a direction: what lies aside counts for twice as far, and nothing beyond the diagonals does. */
export function nearest<T extends Point>(from: T, direction: Direction, marks: readonly T[]): T | undefined {
  const { x: dx, y: dy } = DIRECTIONS[direction];
  const distances = marks.flatMap((mark) => {
    const along = (mark.x - from.x) * dx + (mark.y - from.y) * dy;
    const aside = Math.abs((mark.x - from.x) * dy) + Math.abs((mark.y - from.y) * dx);
    return mark !== from && along > 0 && aside <= along ? [{ mark, distance: along + 2 * aside }] : [];
  });
  return distances.toSorted((a, b) => a.distance - b.distance)[0]?.mark;
}
