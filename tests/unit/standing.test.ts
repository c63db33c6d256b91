import { describe, expect, it } from 'vitest';
import { parseDateSpec, parseSpan } from '../../main/library/date-spec.ts';
import { standingsOn } from '../../main/library/standing.ts';

const span = (title: string, from?: string, to?: string) => ({ title, ...parseSpan({ from, to }) });
const told = (date: string, ...spans: ReturnType<typeof span>[]) =>
  standingsOn(spans, parseDateSpec(date)).map(({ title, from, to }) =>
    [title, from?.start.os ?? '', to?.start.os ?? ''].join(' ').trim(),
  );

describe('what somebody was on a day', () => {
  const premier = span('Prime Minister', '1917-07-08', '1917-10-25');

  it.each(['1917-07-08', '1917-08-01', '1917-10-25'])(
    'is sure on %s of an office dated by its days',
    (day) => {
      expect(told(day, premier)).toEqual(['Prime Minister']);
    },
  );

  it.each(['1917-07-07', '1917-10-26', '1917-06', '1916'])('is nothing on %s', (day) => {
    expect(told(day, premier)).toEqual([]);
  });

  it('brings the dates where a month or a year leaves doubt', () => {
    const chairman = span('Chairman', '1917-09', '1917-12');
    expect(told('1917-10-25', chairman)).toEqual(['Chairman']);
    expect(told('1917-09-12', chairman)).toEqual(['Chairman 1917-09 1917-12']);
    expect(told('1917-03-01', span('Member', '1917', '1917'))).toEqual(['Member 1917 1917']);
    expect(told('1917-07', premier)).toEqual(['Prime Minister 1917-07-08 1917-10-25']);
  });

  it('brings the dates where an end is not recorded, and leaves out what has none', () => {
    expect(told('1917-10-25', span('Editor', '1917-03'))).toEqual(['Editor 1917-03']);
    expect(told('1917-02-25', span('Sergeant', undefined, '1917'))).toEqual(['Sergeant  1917']);
    expect(told('1917-10-25', span('Witness'))).toEqual([]);
  });

  it('prefers what is sure', () => {
    expect(told('1917-10-01', span('Deputy', '1912', '1917'), premier)).toEqual(['Prime Minister']);
  });
});
