/** Heights of the drawing, in pixels. */
import { ROW } from './timeline-scene.svelte.ts';

/** The band of the stages, and one line of the axis. */
export const BANDS = 30;
export const AXIS = 19;
/** Room above the first row of a lane, for its name. */
const NAME = 17;
const BELOW = 5;

/** Where each lane begins, and last where the drawing ends. */
export function laneTops(rows: readonly number[]): number[] {
  const tops = [BANDS + 2 * AXIS + 6];
  for (const count of rows) tops.push((tops.at(-1) ?? 0) + NAME + count * ROW + BELOW);
  return tops;
}

/** The middle of a row. */
export function rowMiddle(tops: readonly number[], lane: number, row: number): number {
  return (tops[lane] ?? 0) + NAME + row * ROW + ROW / 2;
}
