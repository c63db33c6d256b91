import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { MOST_ZOOM, onScreen, zoomed, panned, within, type Camera } from '../../renderer/lib/map-camera.ts';
import { folded, labelled, meet, nearest, radiusOf, type Mark } from '../../renderer/lib/map-layout.ts';
import { EMPIRE, PETROGRAD, type Coordinates } from '../../renderer/lib/map-projection.ts';

/** Every place of the library, with as many events as its name has letters: some number that differs. */
const places = globSync('content/en/places/*.md').map((file) => {
  const [, head = ''] = readFileSync(file, 'utf8').split('---\n');
  const { title, coordinates } = parse(head) as { title: string; coordinates: Coordinates };
  return { id: file, title, coordinates, count: title.length % 9 };
});
const SIZES = [
  { width: 856, height: 560 },
  { width: 356, height: 600 },
];

function marksAt(zoom: number, size: (typeof SIZES)[number], around: Coordinates): Mark[] {
  const camera: Camera = { ...EMPIRE.project(around), zoom };
  return places.map(({ id, title, coordinates, count }) => ({
    ...{ id, title, count, r: radiusOf(count) },
    ...onScreen(EMPIRE.project(coordinates), camera, EMPIRE, size),
  }));
}

describe('labels', () => {
  for (const size of SIZES) {
    it.each([1, 1.7, 2.6, 4, 8, 16, 40])(`at zoom %d in ${size.width} pixels run over nothing`, (zoom) => {
      const { shown } = folded(marksAt(zoom, size, { lat: 57, lon: 35 }));
      const marks = shown.filter(({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height);
      const names = [
        { id: 'regions-x', text: 'Kazakh Steppe', x: size.width / 2, y: size.height / 2, size: 16 },
      ];
      const labels = labelled(marks, names, { ...size, fontSize: 17 });
      expect(labels).toEqual(labelled(marks, names, { ...size, fontSize: 17 }));
      expect(labels.length).toBeGreaterThan(0);
      for (const [at, { box, id }] of labels.entries()) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height).toBe(
          true,
        );
        expect(labels.slice(at + 1).filter((other) => meet(box, other.box))).toEqual([]);
        const covered = marks.filter(
          (mark) =>
            mark.id !== id &&
            meet(box, {
              left: mark.x - mark.r,
              right: mark.x + mark.r,
              top: mark.y - mark.r,
              bottom: mark.y + mark.r,
            }),
        );
        expect(covered).toEqual([]);
      }
    });
  }

  it('of the first mark is written where two have room for one', () => {
    const mark = (id: string, x: number): Mark => ({ id, title: id, count: 1, r: 5, x, y: 14 });
    const size = { width: 110, height: 28, fontSize: 16 };
    expect(labelled([mark('Petrograd', 8), mark('Kronstadt', 100)], [], size).map(({ id }) => id)).toEqual([
      'Petrograd',
    ]);
  });
});

describe('marks', () => {
  it('grow with the number of events, by their area', () => {
    expect(radiusOf(0)).toBeLessThan(radiusOf(1));
    expect(radiusOf(5)).toBeLessThan(radiusOf(20));
    expect(radiusOf(10_000)).toBe(26);
  });

  it('that a larger one covers are told by it, but for the chosen one', () => {
    const marks = marksAt(1, SIZES[0]!, { lat: 57, lon: 60 });
    const { shown, under } = folded(marks);
    expect(shown.length + [...under.values()].flat().length).toBe(marks.length);
    const covered = [...under.values()].flat()[0]!;
    expect(folded(marks, covered.id).shown.map(({ id }) => id)).toContain(covered.id);
  });

  it('can all be reached by arrow keys from any of them', () => {
    const { shown } = folded(marksAt(3, SIZES[0]!, { lat: 57, lon: 35 }));
    const reached = new Set([shown[0]!]);
    for (const mark of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
        const next = nearest(mark, key, shown);
        if (next) reached.add(next);
      }
    }
    expect(shown.filter((mark) => !reached.has(mark)).map(({ title }) => title)).toEqual([]);
  });

  it('are the nearest in the direction, never behind', () => {
    const at = (x: number, y: number) => ({ x, y });
    const [middle, right, farRight, up] = [at(50, 50), at(60, 52), at(90, 50), at(49, 10)];
    const all = [middle, right, farRight, up];
    expect(nearest(middle, 'ArrowRight', all)).toBe(right);
    expect(nearest(middle, 'ArrowUp', all)).toBe(up);
    expect(nearest(middle, 'ArrowLeft', all)).toBeUndefined();
  });
});

describe('the camera', () => {
  const size = SIZES[0]!;
  const camera: Camera = { ...EMPIRE.project({ lat: 55, lon: 40 }), zoom: 3 };

  it('zooms around what is pointed at', () => {
    const at = { x: 200, y: 130 };
    const before = { plane: EMPIRE, size, mostZoom: MOST_ZOOM.empire, at };
    const nearer = zoomed(camera, 1.6, before);
    const place = (of: Camera) => ({
      x: of.x + (at.x - size.width / 2) / scale(of),
      y: of.y + (at.y - size.height / 2) / scale(of),
    });
    const scale = ({ zoom }: Camera) =>
      Math.min(size.width / EMPIRE.width, size.height / EMPIRE.height) * zoom;
    expect(place(nearer).x).toBeCloseTo(place(camera).x, 6);
    expect(place(nearer).y).toBeCloseTo(place(camera).y, 6);
    expect(zoomed(nearer, 1 / 1.6, before).x).toBeCloseTo(camera.x, 6);
  });

  it('stays on the plane and within its zoom', () => {
    expect(within({ x: -50, y: 9999, zoom: 99 }, EMPIRE, 40)).toEqual({ x: 0, y: EMPIRE.height, zoom: 40 });
    expect(panned(camera, { x: 1e6, y: 0 }, EMPIRE, size).x).toBe(0);
  });

  it.each([EMPIRE, PETROGRAD])('goes to the plane and back', (plane) => {
    const at = { lat: 59.94, lon: 30.31 };
    const back = plane.unproject(plane.project(at));
    expect(back.lat).toBeCloseTo(at.lat, 6);
    expect(back.lon).toBeCloseTo(at.lon, 6);
  });
});
