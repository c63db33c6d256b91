import { describe, expect, it } from 'vitest';
import { LONGEST_TITLE as LONGEST_OF_ALL, MOST_CHOSEN } from '../../main/exports/export-request.ts';
import { printOptionsSchema } from '../../main/printing/print-options.ts';
import {
  PRINT_LISTS,
  PRINT_SWITCHES,
  PRINT_VALUES,
  LONGEST_TITLE,
  MOST_ENTRIES,
  USUAL_CHOICES,
  choicesQuery,
  parsePrintAddress,
  printAddress,
  printQuery,
  readChoices,
  relevantChoices,
  type PrintChoices,
} from '../../renderer/lib/print-address.ts';
import { moved, placeAt, placeByKey } from '../../renderer/lib/pack-order.ts';

const CHANGED: PrintChoices = {
  ...USUAL_CHOICES,
  ...{ paper: 'a5', size: 'large', edition: 'leader', glossary: 'notes', calendar: 'ns' },
  ...{ answers: true, numbers: false, links: true, people: true, right: true },
  ...{ worksheet: true, booklet: true },
};
const parse = (query: string, remembered = USUAL_CHOICES) =>
  parsePrintAddress(new URLSearchParams(query), remembered);

describe('the address of the printing page', () => {
  it('goes round', () => {
    const subject = { entries: ['guides/the-july-days-1917', 'works/on-slogans'], title: 'July & after' };
    const address = printAddress(subject, CHANGED);
    expect(address).toContain(
      '/print?entries=guides/the-july-days-1917,works/on-slogans&title=July+%26+after',
    );
    const { subject: read, choices, mistakes } = parse(address.split('?')[1] ?? '');
    expect(read).toMatchObject(subject);
    expect(choices).toEqual(CHANGED);
    expect(mistakes).toEqual([]);
  });

  it('keeps of a list what belongs to it', () => {
    const subject = { from: '1917-02-23', to: '1917-02-28', q: 'land', kind: 'works', year: '1917' };
    expect(printAddress({ ...subject, list: 'chronicle' })).toBe(
      '/print?list=chronicle&from=1917-02-23&to=1917-02-28',
    );
    expect(printAddress({ ...subject, list: 'search' })).toBe(
      '/print?list=search&q=land&kind=works&year=1917',
    );
    expect(printAddress({ ...subject, list: 'timeline' })).toBe('/print?list=timeline');
    expect(printAddress({ entries: [] })).toBe('/print');
  });

  it('that makes a choice prints the same for every reader; one that makes none, as the reader did last', () => {
    expect(parse('', CHANGED).choices).toEqual(CHANGED);
    expect(parse('entries=terms/soviet', CHANGED).choices).toEqual(CHANGED);
    expect(parse(printAddress({}, USUAL_CHOICES).split('?')[1] ?? '', CHANGED).choices).toEqual(
      USUAL_CHOICES,
    );
    expect(parse('answers=1', CHANGED).choices).toEqual({ ...USUAL_CHOICES, answers: true });
  });

  it('takes the usual for what cannot be meant, and says so; long values shortened', () => {
    const { subject, choices, mistakes } = parse(
      `entries=/terms/soviet,../x,terms/soviet,&list=index&from=1917-02-29&paper=a3&answers=yes&title=${'x'.repeat(200)}`,
    );
    expect(subject).toMatchObject({ entries: ['terms/soviet'], list: undefined, from: '1917-01-01' });
    expect(subject.title).toHaveLength(120);
    expect(choices).toEqual(USUAL_CHOICES);
    expect(mistakes).toEqual([
      { name: 'entries', value: '../x' },
      { name: 'list', value: 'index' },
      { name: 'from', value: '1917-02-29' },
      { name: 'paper', value: 'a3' },
      { name: 'answers', value: 'yes' },
    ]);
    expect(parse(`list=${'y'.repeat(99)}`).mistakes).toEqual([{ name: 'list', value: `${'y'.repeat(40)}…` }]);
  });

  it('remembers choices as a query, and survives one that is damaged', () => {
    const read = (text: string) => readChoices(new URLSearchParams(text), USUAL_CHOICES);
    expect(read(choicesQuery(CHANGED))).toEqual(CHANGED);
    for (const damaged of ['', '{"paper":', 'paper=', '%%%']) expect(read(damaged)).toEqual(USUAL_CHOICES);
  });
});

describe('what the archive is asked for', () => {
  it('is what the archive understands, with every choice and list there is', () => {
    const all = new Set([...Object.keys(PRINT_VALUES), ...Object.keys(PRINT_SWITCHES)]);
    const query = printQuery({ entries: ['works/on-slogans'], title: 'x' }, CHANGED, all as never);
    const options = printOptionsSchema.parse(Object.fromEntries(new URLSearchParams(query)));
    expect(options).toMatchObject({ ...CHANGED, entries: ['works/on-slogans'], title: 'x' });
    expect(printOptionsSchema.shape.list.unwrap().options).toEqual(PRINT_LISTS);
    const usual = printOptionsSchema.parse({});
    expect(usual).toMatchObject(USUAL_CHOICES);
    expect([MOST_ENTRIES, LONGEST_TITLE]).toEqual([MOST_CHOSEN, LONGEST_OF_ALL]);
  });

  it('leaves out choices that do not matter', () => {
    expect(printQuery({ entries: ['terms/soviet'] }, CHANGED, relevantChoices(['terms'], undefined))).toBe(
      'entries=terms/soviet&paper=a5&size=large&calendar=ns&numbers=0&links=1&people=1&booklet=1',
    );
  });

  it.each([
    [['works'], 'worksheet', false],
    [['works', 'works'], 'worksheet', true],
    [['works', 'works', 'works', 'works'], 'worksheet', true],
    [['works', 'works', 'works', 'works', 'works'], 'worksheet', false],
    [['works'], 'edition', false],
    [['works', 'guides'], 'edition', true],
    [['people'], 'answers', false],
    [['works'], 'answers', true],
    [['people'], 'right', false],
    [['people', 'people'], 'right', true],
    [['terms'], 'glossary', false],
    [['people'], 'glossary', true],
  ] as const)('of %j, %s matters: %s', (collections, choice, expected) => {
    expect(relevantChoices(collections, undefined).has(choice)).toBe(expected);
  });

  it('of a list alone, only paper, type, dates and booklet matter', () => {
    expect([...relevantChoices([], 'timeline')]).toEqual(['paper', 'size', 'calendar', 'booklet']);
  });
});

describe('the order of a pack', () => {
  const LIST = ['a', 'b', 'c', 'd'];
  it.each([
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 9, 'acdb'],
    [2, -4, 'cabd'],
    [1, 1, 'abcd'],
    [9, 0, 'abcd'],
  ])('from %i to %i is %s', (from, to, expected) => {
    expect(moved(LIST, from, to).join('')).toBe(expected);
  });

  it('a row let go lies where more than half of the others is passed', () => {
    const middles = [10, 30, 50, 70];
    expect([5, 29, 31, 60, 99].map((height) => placeAt(middles, 0, height))).toEqual([0, 0, 1, 2, 3]);
    expect([5, 29, 51, 99].map((height) => placeAt(middles, 3, height))).toEqual([0, 1, 3, 3]);
  });

  it('keys lead up, down, to the ends, and not beyond', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'x'];
    expect(keys.map((key) => placeByKey(key, 1, 4))).toEqual([0, 2, 0, 3, undefined]);
    expect(placeByKey('ArrowUp', 0, 4)).toBeUndefined();
    expect(placeByKey('ArrowDown', 3, 4)).toBeUndefined();
  });
});
