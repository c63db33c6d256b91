import { z } from 'zod';

const rectangle = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Rectangle = z.infer<typeof rectangle>;

/** What is remembered of the last window. */
export const windowStateFields = {
  bounds: rectangle.optional(),
  maximized: z.boolean().default(false),
  zoomLevel: z.number().min(-3).max(5).default(0).describe("Chromium's zoom level: 1.2 to its power"),
  lastAddress: z.string().startsWith('/').max(2000).default('/'),
  pdfFolder: z.string().optional(),
};

const USUAL = { width: 1280, height: 860 };
/** So much of a window must be on a screen that its title can be caught with the mouse. */
const VISIBLE = { width: 160, height: 60 };

/**
 * Where a window opens: as it was left, if that is still on a screen; else in the middle of the first.
 * @param areas the work areas of the screens, the primary first
 * @param shift pixels to move it, so that a second window does not hide the first
 */
export function placeWindow(
  left: Rectangle | undefined,
  areas: readonly Rectangle[],
  shift = 0,
): Partial<Rectangle> & { width: number; height: number } {
  const [primary] = areas;
  if (!primary) return left ?? USUAL;
  const moved = left && { ...left, x: left.x + shift, y: left.y + shift };
  const area = moved && areas.find((screen) => isReachable(moved, screen));
  const size = left ?? USUAL;
  const fitting = {
    width: Math.min(size.width, (area ?? primary).width),
    height: Math.min(size.height, (area ?? primary).height),
  };
  if (moved && area) return { x: moved.x, y: Math.max(moved.y, area.y), ...fitting };
  return {
    x: primary.x + Math.round((primary.width - fitting.width) / 2),
    y: primary.y + Math.round((primary.height - fitting.height) / 2),
    ...fitting,
  };
}

function isReachable(window: Rectangle, screen: Rectangle): boolean {
  const across = overlap(window.x, window.width, screen.x, screen.width);
  const titleY = Math.max(window.y, screen.y);
  const down = Math.min(window.y + window.height, screen.y + screen.height) - titleY;
  return across >= VISIBLE.width && down >= VISIBLE.height && window.y >= screen.y - VISIBLE.height;
}

function overlap(a: number, lengthA: number, b: number, lengthB: number): number {
  return Math.min(a + lengthA, b + lengthB) - Math.max(a, b);
}
