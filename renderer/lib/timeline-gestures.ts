import type { Attachment } from 'svelte/attachments';
import type { TimelineScene } from './timeline-scene.svelte.ts';
import { panned, zoomed } from './timeline-view.ts';

/** How much a notch of the wheel, or a pixel of a touch pad, magnifies. */
const WHEEL = 0.0022;
/** Less movement than this is a press, not a drag. */
const DRAG = 4;

/**
 * Zooms by the wheel (with Ctrl, or once the drawing was pressed, so that the page can be scrolled past it) and by two
 * fingers; pans by dragging and by a sideways wheel.
 */
export function timelineGestures(scene: TimelineScene): Attachment<HTMLElement> {
  return (element) => {
    const pointers = new Map<number, { x: number; from: number }>();
    let isHeld = false;
    let isDragged = false;
    const share = (x: number) =>
      (x - element.getBoundingClientRect().left) / Math.max(1, element.clientWidth);

    function onwheel(event: WheelEvent) {
      const unit = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey || isHeld) {
        event.preventDefault();
        scene.move(zoomed(scene.span, Math.exp(-event.deltaY * unit * WHEEL), share(event.clientX)));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        scene.move(panned(scene.span, (event.deltaX * unit) / scene.pxPerDay));
      }
    }
    function onpointerdown(event: PointerEvent) {
      if (event.button !== 0) return;
      isHeld = true;
      isDragged = pointers.size > 0;
      pointers.set(event.pointerId, { x: event.clientX, from: event.clientX });
    }
    function onpointermove(event: PointerEvent) {
      const pointer = pointers.get(event.pointerId);
      if (!pointer) return;
      if (!isDragged && Math.abs(event.clientX - pointer.from) < DRAG) return;
      if (!isDragged) element.setPointerCapture(event.pointerId);
      isDragged = true;
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const before = Math.max(8, Math.abs(pointer.x - other.x));
        const after = Math.max(8, Math.abs(event.clientX - other.x));
        scene.move(zoomed(scene.span, after / before, share((event.clientX + other.x) / 2)));
      } else scene.move(panned(scene.span, (pointer.x - event.clientX) / scene.pxPerDay));
      pointer.x = event.clientX;
    }
    function onpointerup(event: PointerEvent) {
      pointers.delete(event.pointerId);
    }
    /** The end of a drag is no press on what lies under it. */
    function onclick(event: MouseEvent) {
      if (isDragged) event.stopPropagation();
      isDragged = false;
    }
    const release = () => (isHeld = false);

    element.addEventListener('wheel', onwheel, { passive: false });
    element.addEventListener('pointerdown', onpointerdown);
    element.addEventListener('pointermove', onpointermove);
    element.addEventListener('pointerup', onpointerup);
    element.addEventListener('pointercancel', onpointerup);
    element.addEventListener('pointerleave', release);
    element.addEventListener('click', onclick, { capture: true });
    return () => {
      element.removeEventListener('wheel', onwheel);
      element.removeEventListener('pointerdown', onpointerdown);
      element.removeEventListener('pointermove', onpointermove);
      element.removeEventListener('pointerup', onpointerup);
      element.removeEventListener('pointercancel', onpointerup);
      element.removeEventListener('pointerleave', release);
      element.removeEventListener('click', onclick, { capture: true });
    };
  };
}
