import { describe, expect, it } from 'vitest';
import {
  layoutTimeline,
  leftOf,
  levelOf,
  markOf,
  shareRows,
  type LayoutEvent,
} from '../../renderer/lib/timeline-layout.ts';
import { WHOLE, WORLD_DAYS, panned, showing, within, zoomed } from '../../renderer/lib/timeline-view.ts';

/** As many events as there are, crowded as October is: deterministic, without a generator of chance. */
const events: LayoutEvent[] = Array.from({ length: 425 }, (_, i) => {
  const start = i % 3 === 0 ? 282 + (i % 26) : (i * 37) % WORLD_DAYS;
  return { id: `e${i}`, lane: i % 7, start, end: start + 1, rank: i, labelWidth: 60 + ((i * 13) % 140) };
});
const ROWS = [4, 4, 4, 3, 3, 3, 3];
const GAP = 8;
const layout = (pxPerDay: number) =>
  layoutTimeline(events, { pxPerDay, rows: ROWS, mark: 13, cluster: 26, gap: GAP });

/** Pairs in a row that lie on each other at a scale. */
function overlaps(items: ReturnType<typeof layout>, pxPerDay: number): string[] {
  const rows = Map.groupBy(items, ({ lane, row }) => `${lane}/${row}`);
  return [...rows.values()].flatMap((row) => {
    const boxes = row
      .map((item) => ({
        key: item.key,
        left: leftOf(item, pxPerDay),
        right: leftOf(item, pxPerDay) + item.width,
      }))
      .sort((a, b) => a.left - b.left);
    return boxes.flatMap((box, i) => {
      const next = boxes[i + 1];
      return next && next.left < box.right - 0.01 ? [`${box.key} ${next.key}`] : [];
    });
  });
}

describe('the layout of the timeline', () => {
  it.each([1, 2.1, 3.5, 8, 20, 60, 200, 840])(
    'overlaps nothing at %f pixels a day, and loses no event',
    (px) => {
      const items = layout(px);
      expect(overlaps(items, px)).toEqual([]);
      const ids = items.flatMap((item) => (item.kind === 'event' ? [item.id] : item.ids));
      expect(ids.sort()).toEqual(events.map(({ id }) => id).sort());
      for (const { lane, row } of items) expect(row).toBeLessThan(ROWS[lane] ?? 0);
    },
  );

  it('still overlaps nothing at a larger scale than it was made for', () => {
    const items = layout(3);
    for (const px of [3.2, 4, 6]) expect(overlaps(items, px)).toEqual([]);
  });

  it('leaves every mark on its day, a label on its left included', () => {
    for (const px of [0.9, 2.1, 8]) {
      for (const item of layout(px)) {
        if (item.kind !== 'event') continue;
        const { start } = events.find(({ id }) => id === item.id) as LayoutEvent;
        const mark = markOf(item, px, 0, 13);
        expect(mark, item.id).toBeGreaterThanOrEqual(Math.min(start * px, WORLD_DAYS * px - 26) - 0.01);
        expect(mark, item.id).toBeLessThanOrEqual(Math.max(start * px, (start + 1) * px) + 0.01);
      }
    }
  });

  it('gives labels to more events the nearer one looks', () => {
    const labelled = (px: number) => layout(px).filter((item) => item.kind === 'event' && item.label).length;
    expect(labelled(2)).toBeLessThan(labelled(20));
    expect(labelled(20)).toBeLessThan(labelled(200));
  });

  it('is the same for the same events in any order', () => {
    expect(
      layoutTimeline(events.toReversed(), { pxPerDay: 5, rows: ROWS, mark: 13, cluster: 26, gap: GAP }),
    ).toEqual(layout(5));
  });

  it('changes from level to level only', () => {
    expect(levelOf(WORLD_DAYS)).toBe(1);
    expect(levelOf(1)).toBeCloseTo(WORLD_DAYS, 0);
    for (const days of [396, 200, 90, 31, 7, 1])
      expect(levelOf(days)).toBeLessThanOrEqual(WORLD_DAYS / days + 1e-6);
  });

  it('shares rows by need', () => {
    expect(shareRows([100, 10, 0], 12)).toEqual([8, 2, 2]);
  });
});

describe('the span that is shown', () => {
  it('stays within the year, a day or longer', () => {
    expect(within({ start: -50, days: 1000 })).toEqual(WHOLE);
    expect(within({ start: 390, days: 30 })).toEqual({ start: 366, days: 30 });
    expect(zoomed(WHOLE, 1e9).days).toBe(1);
    expect(panned({ start: 0, days: 10 }, -5)).toEqual({ start: 0, days: 10 });
  });

  it('keeps the point under the pointer in its place', () => {
    const near = zoomed(WHOLE, 4, 0.25);
    expect(near.start + near.days * 0.25).toBeCloseTo(WORLD_DAYS * 0.25);
  });

  it('moves only where a day is out of sight', () => {
    expect(showing({ start: 10, days: 20 }, 15)).toEqual({ start: 10, days: 20 });
    expect(showing({ start: 10, days: 20 }, 100)).toEqual({ start: 90, days: 20 });
  });
});
