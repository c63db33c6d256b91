import { describe, expect, it } from 'vitest';
import { parseTimelineAddress, timelineAddress } from '../../renderer/lib/timeline-address.ts';
import { WHOLE } from '../../renderer/lib/timeline-view.ts';

const known = {
  themes: new Set(['army']),
  people: new Set(['leon-trotsky']),
  places: new Set(['petrograd']),
  events: new Map([
    ['order-no-1', true],
    ['bloody-sunday', false],
  ]),
};
const parse = (query: string) => parseTimelineAddress(new URLSearchParams(query), known);

describe('the address of the timeline', () => {
  it('without a query shows the year as a drawing', () => {
    expect(parse('')).toMatchObject({ span: WHOLE, view: 'drawing', notes: [] });
  });

  it.each([
    '/timeline',
    '/timeline?view=table',
    '/timeline?from=1917-02-23&to=1917-03-04',
    '/timeline?from=1917-03-01&to=1917-03-01&event=order-no-1',
    '/timeline?theme=army&person=leon-trotsky&place=petrograd&only=1',
    '/timeline?print=4',
  ])('%s is read and written as it is', (address) => {
    const { notes, ...state } = parse(address.split('?')[1] ?? '');
    expect(notes).toEqual([]);
    expect(timelineAddress(state)).toBe(address);
  });

  it.each([
    ['from=1917-02-29&to=1917-03-04', 'noDay', { start: 58, days: 5 }],
    ['from=1917-13-01&to=1918-01-05', 'noDay', { start: 334, days: 36 }],
    ['from=1905-01-09&to=1917-01-31', 'outside', { start: 0, days: 31 }],
    ['from=1918-01-31&to=1925-01-01', 'outside', { start: 395, days: 1 }],
    ['from=1917-03-04&to=1917-02-23', 'turned', { start: 53, days: 10 }],
    ['from=yesterday', 'noDay', WHOLE],
  ] as const)('%s becomes the nearest days, with a note "%s"', (query, name, span) => {
    const { notes, span: shown } = parse(query);
    expect(notes.map((note) => note.name)).toContain(name);
    expect(shown).toEqual(span);
  });

  it.each([
    ['theme=weather', 'theme'],
    ['person=nobody', 'person'],
    ['place=atlantis', 'place'],
    ['event=nothing', 'event'],
    ['event=bloody-sunday', 'far'],
    ['view=film', 'view'],
    ['print=3', 'print'],
  ])('%s is noted as "%s" and left out', (query, name) => {
    expect(parse(query).notes.map((note) => note.name)).toEqual([name]);
  });
});
