import type { Attachment } from 'svelte/attachments';
import type { MapScene } from './map-scene.svelte.ts';
import type { Point } from './map-projection.ts';

/** A finger or mouse that moves less than this has not dragged. */
const STILL = 5;
/** A notch of the wheel is about 100. */
const PER_PIXEL = 0.0022;
const PER_LINE = 33;

/** Drags, pinches and wheels over the drawing of a map. The page scrolls on unless the reader has taken hold of it. */
export function mapGestures(scene: MapScene): Attachment<HTMLElement> {
  return (element) => {
    const pointers = new Map<number, Point>();
    let dragged = 0;
    /** Whether the wheel is meant for the map: it was pressed since the pointer came. */
    let held = false;
    const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: clientX - box.left - element.clientLeft, y: clientY - box.top - element.clientTop };
    };

    function down(event: PointerEvent) {
      if (event.button !== 0) return;
      if (pointers.size === 0) dragged = 0;
      pointers.set(event.pointerId, placeOf(event));
      held = true;
    }

    function move(event: PointerEvent) {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = placeOf(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      dragged += Math.hypot(now.x - before.x, now.y - before.y);
      if (dragged < STILL) return;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      if (!other) return scene.pan({ x: now.x - before.x, y: now.y - before.y });
      const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      scene.pan({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
      scene.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    }

    const up = ({ pointerId }: PointerEvent) => void pointers.delete(pointerId);

    /** The click at the end of a drag chooses nothing. */
    function click(event: MouseEvent) {
      if (dragged >= STILL && event.detail > 0) event.stopPropagation();
    }

    function wheel(event: WheelEvent) {
      if (!held && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * PER_LINE : event.deltaY;
      // The fingers on a touchpad come as a wheel with Ctrl and smaller steps.
      const step = event.ctrlKey && Math.abs(pixels) < 50 ? pixels * 4 : pixels;
      scene.zoom(Math.exp(-step * PER_PIXEL), placeOf(event));
    }

    const stopping = new AbortController();
    const { signal } = stopping;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
    element.addEventListener('pointerleave', () => (held = pointers.size > 0), { signal });
    element.addEventListener('click', click, { signal, capture: true });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    return () => stopping.abort();
  };
}
