import { describe, expect, it } from 'vitest';
import { parseDateSpec } from '../../main/library/date-spec.ts';
import { timelineParts } from '../../renderer/lib/timeline-parts.ts';

type Entry = Parameters<typeof timelineParts>[1][number];
const entry = (id: string, date: string, stage?: string) =>
  ({ id, date: parseDateSpec(date), ...(stage && { stage }) }) as Entry;

const stages = [entry('february', '1917-02-22/1917-03-04'), entry('october', '1917-09-05/1917-11-03')];

describe('the parts of the timeline', () => {
  it.each([
    ['1905-01-09', undefined, 'before'],
    ['1917-01', undefined, 'before'],
    ['1917-02-23', undefined, 'february'],
    ['1917-04-06 NS', undefined, 'february'],
    ['1917-09-20 NS', undefined, 'october'],
    ['1917-11-03', undefined, 'october'],
    ['1917-11-04', undefined, 'after'],
    ['1918-03-03 NS', undefined, 'after'],
    ['1917-03-04', 'october', 'october'],
  ])('%s with stage %s stands in %s', (date, stage, part) => {
    expect(timelineParts(stages, [entry('x', date, stage)]).map(({ id }) => id)).toEqual([part]);
  });
});
