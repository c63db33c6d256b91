import { describe, expect, it } from 'vitest';
import { parseDateSpec } from '../../main/library/date-spec.ts';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { rowsOnSheet } from '../../renderer/lib/bulletin.ts';
import { countByDay, filterEvents, liveDay, nextMarked } from '../../renderer/lib/live-day.ts';

function event(id: string, date: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    ...{ id, address: `/events/${id}`, collection: 'events', title: id, lang: 'en', summary: id, sort: '' },
    ...{ themes: [], words: 1, minutes: 1, people: [], date: parseDateSpec(date), ...more },
  };
}

const events = [
  event('old', '1905-01-09'),
  event('strike', '1917-02-23', { place: 'petrograd', themes: ['factories'] }),
  event('soviet', '1917-02-27', { place: 'petrograd', people: ['chkheidze'] }),
  event('mission', '1917-02-27/1917-03-01'),
  event('villages', '1917-03'),
  event('abroad', '1917-03-15 NS'),
  event('year', '1917'),
];
const ids = (list: { entry: CatalogueEntry }[]) => list.map(({ entry }) => entry.id);
const on = (day: string) => {
  const { today, goingOn, recent } = liveDay(events, [], day);
  return { today: ids(today), goingOn: ids(goingOn), recent: ids(recent) };
};

describe('a day of 1917 Live', () => {
  it('has what happened on it and what had ended, and nothing of later days', () => {
    expect(on('1917-02-26')).toEqual({ today: [], goingOn: [], recent: ['strike', 'old'] });
    expect(on('1917-02-27')).toEqual({
      today: ['soviet', 'mission'],
      goingOn: [],
      recent: ['strike', 'old'],
    });
    expect(on('1917-02-28').goingOn).toEqual(['mission']);
  });

  it('counts the days of what lasts, and tells its first and last', () => {
    const phaseOn = (day: string) => {
      const { today, goingOn } = liveDay(events, [], day);
      return [...today, ...goingOn].find(({ entry }) => entry.id === 'mission');
    };
    expect(phaseOn('1917-02-27')).toMatchObject({ phase: 'begins', dayNumber: 1 });
    expect(phaseOn('1917-02-28')).toMatchObject({ phase: 'goes-on', dayNumber: 2 });
    expect(phaseOn('1917-03-01')).toMatchObject({ phase: 'ends', dayNumber: 3 });
  });

  it('places what happened abroad by the day in Russia', () => {
    expect(on('1917-03-02').today).toEqual(['abroad']);
  });

  it('knows of what is dated by its month alone only when the month is over', () => {
    expect(on('1917-03-31').recent).not.toContain('villages');
    expect(on('1917-04-01').recent[0]).toBe('villages');
  });

  it('goes back seven days, or to the last four events', () => {
    expect(on('1917-06-01').recent).toEqual(['villages', 'abroad', 'mission', 'soviet']);
  });

  it('names every stage that covers the day', () => {
    const stages = [event('february', '1917-02-22/1917-03-04'), event('july', '1917-07-02/1917-08-03')];
    expect(liveDay([], stages, '1917-02-27').stages.map(({ id }) => id)).toEqual(['february']);
    expect(liveDay([], stages, '1917-05-27').stages).toEqual([]);
  });
});

it('filters by place, person and theme together', () => {
  const found = (filters: Parameters<typeof filterEvents>[1]) =>
    filterEvents(events, filters).map(({ id }) => id);
  expect(found({ place: 'petrograd' })).toEqual(['strike', 'soviet']);
  expect(found({ place: 'petrograd', person: 'chkheidze' })).toEqual(['soviet']);
  expect(found({ person: 'chkheidze', theme: 'factories' })).toEqual([]);
});

it('marks the first and last day of events, inside the year alone', () => {
  const counts = countByDay(events);
  expect([...counts].sort()).toEqual([
    ['1917-02-23', 1],
    ['1917-02-27', 2],
    ['1917-03-01', 1],
    ['1917-03-02', 1],
  ]);
  expect(nextMarked(counts, '1917-02-23', 1)).toBe('1917-02-27');
  expect(nextMarked(counts, '1917-02-23', -1)).toBeUndefined();
});

it('leaves less room on the bulletin the more the day has to tell', () => {
  const day = (count: number, letters: number) =>
    liveDay(
      Array.from({ length: count }, (_, index) =>
        event(`e${index}`, '1917-05-05', { summary: 'x'.repeat(letters) }),
      ),
      [],
      '1917-05-05',
    ).today;
  expect(rowsOnSheet([])).toBe(8);
  expect(rowsOnSheet(day(6, 200))).toBeLessThan(8);
  expect(rowsOnSheet(day(9, 400))).toBe(0);
});
