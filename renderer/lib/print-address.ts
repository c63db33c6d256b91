import type { PrintOptions } from '../../main/printing/print-options.ts';
import type { Collection } from './reader.svelte.ts';

/** Choices among a few, in the order they are offered; the first is the usual. */
export const PRINT_VALUES = {
  paper: ['a4', 'letter', 'a5'],
  size: ['normal', 'large', 'easy'],
  edition: ['reader', 'leader'],
  glossary: ['none', 'notes', 'appendix'],
  calendar: ['lived', 'ns'],
} as const satisfies { [K in keyof PrintOptions]?: readonly PrintOptions[K][] };
const VALUED = Object.keys(PRINT_VALUES) as (keyof typeof PRINT_VALUES)[];

/** Choices of yes or no, with the usual. */
export const PRINT_SWITCHES = {
  numbers: true,
  links: false,
  answers: false,
  people: false,
  worksheet: false,
  right: false,
  booklet: false,
} as const satisfies { [K in keyof PrintOptions]?: boolean };
const SWITCHED = Object.keys(PRINT_SWITCHES) as (keyof typeof PRINT_SWITCHES)[];

export type PrintChoices = Pick<PrintOptions, keyof typeof PRINT_VALUES | keyof typeof PRINT_SWITCHES>;
export type PrintChoice = keyof PrintChoices;
export type PrintList = NonNullable<PrintOptions['list']>;
export const PRINT_LISTS = ['glossary', 'timeline', 'chronicle', 'search'] as const satisfies PrintList[];

/** What is printed. Without entries and list it is the pack that the reader collects. */
export interface PrintSubject {
  entries: readonly string[];
  list: PrintList | undefined;
  title: string;
  /** First and last day of a chronicle, Old Style. */
  from: string;
  to: string;
  q: string;
  kind: string | undefined;
  year: string | undefined;
}

/** What of an address could not be followed; it is told in a sentence. */
export interface PrintMistake {
  name: string;
  value: string;
}

export const FIRST_DAY = '1917-01-01';
export const LAST_DAY = '1918-01-31';
/** What one print and one pack take, as export-request.ts says. */
export const MOST_ENTRIES = 300;
export const LONGEST_TITLE = 120;

export const USUAL_CHOICES: PrintChoices = {
  paper: 'a4',
  size: 'normal',
  edition: 'reader',
  glossary: 'none',
  calendar: 'lived',
  ...PRINT_SWITCHES,
};

/**
 * Reads the address of the printing page. What cannot be meant becomes the usual, and a mistake to be told.
 * @param remembered the reader's last choices, which hold where the address makes none: one that makes any is shared,
 * and must print the same everywhere
 */
export function parsePrintAddress(
  params: URLSearchParams,
  remembered: PrintChoices,
): { subject: PrintSubject; choices: PrintChoices; mistakes: PrintMistake[] } {
  const mistakes: PrintMistake[] = [];
  const mistaken = (name: string, value: string) =>
    mistakes.push({ name, value: value.length > 40 ? `${value.slice(0, 40)}…` : value });
  const named = (params.get('entries') ?? '').split(',').flatMap((each) => each.trim() || []);
  const entries = named.flatMap((each) => {
    const entry = each.replace(/^\//, '');
    if (/^[a-z]+\/[a-z0-9-]{1,120}$/.test(entry)) return [entry];
    mistaken('entries', each);
    return [];
  });
  if (entries.length > MOST_ENTRIES) mistaken('entries', `… ${entries.length}`);
  const listName = params.get('list');
  const list = PRINT_LISTS.find((name) => name === listName);
  if (listName && !list) mistaken('list', listName);
  const day = (name: 'from' | 'to', usual: string) => {
    const asked = params.get(name);
    if (!asked || isDay(asked)) return asked || usual;
    mistaken(name, asked);
    return usual;
  };
  const subject: PrintSubject = {
    entries: [...new Set(entries)].slice(0, MOST_ENTRIES),
    list,
    title: (params.get('title') ?? '').trim().slice(0, LONGEST_TITLE),
    from: day('from', FIRST_DAY),
    to: day('to', LAST_DAY),
    q: (params.get('q') ?? '').slice(0, 200),
    kind: params.get('kind') ?? undefined,
    year: params.get('year') ?? undefined,
  };
  return { subject, choices: readChoices(params, remembered, mistaken), mistakes };
}

/** Choices for a course pack are remembered by themselves: it begins with its glossary and its people. */
const KEPT = {
  entry: { key: 'print-choices', usual: USUAL_CHOICES },
  pack: { key: 'pack-choices', usual: { ...USUAL_CHOICES, glossary: 'appendix', people: true } },
} as const satisfies Record<string, { key: string; usual: PrintChoices }>;
export type PrintKind = keyof typeof KEPT;

type PrintSettings = Pick<PrintChoices, 'paper' | 'calendar'>;

/** The reader's last choices. Paper and calendar are those of the settings, unless others were chosen since. */
export function rememberedChoices(kind: PrintKind, settings: PrintSettings): PrintChoices {
  const { key, usual } = KEPT[kind];
  const kept = new URLSearchParams(localStorage.getItem(key) ?? '');
  const choices = readChoices(kept, { ...usual, ...settings });
  return kept.get('over') === overOf(settings) ? choices : { ...choices, ...settings };
}

export function rememberChoices(kind: PrintKind, choices: PrintChoices, settings: PrintSettings): void {
  localStorage.setItem(KEPT[kind].key, `${choicesQuery(choices)}&over=${overOf(settings)}`);
}

/** Over which settings a choice was made. */
function overOf({ paper, calendar }: PrintSettings): string {
  return `${paper}-${calendar}`;
}

/** Choices as a query, from which `readChoices` makes the same. */
export function choicesQuery(choices: PrintChoices): string {
  return String(writeChoices(choices));
}

/** Reads choices from a query; `base` holds where it makes none at all. */
export function readChoices(
  params: URLSearchParams,
  base: PrintChoices,
  mistaken: (name: string, value: string) => void = () => undefined,
): PrintChoices {
  const makesAny = [...VALUED, ...SWITCHED].some((name) => params.has(name));
  if (!makesAny) return base;
  const values = VALUED.map((name) => {
    const asked = params.get(name);
    const value = PRINT_VALUES[name].find((each) => each === asked);
    if (asked !== null && !value) mistaken(name, asked);
    return [name, value ?? USUAL_CHOICES[name]];
  });
  const switches = SWITCHED.map((name) => {
    const asked = params.get(name);
    if (asked !== null && asked !== '0' && asked !== '1') mistaken(name, asked);
    return [name, asked === '0' || asked === '1' ? asked === '1' : USUAL_CHOICES[name]];
  });
  return Object.fromEntries([...values, ...switches]) as PrintChoices;
}

/** The address that prints the same for everybody: the subject, the paper, and what departs from the usual. */
export function printAddress(subject: Partial<PrintSubject>, choices?: PrintChoices): string {
  const params = writeSubject(subject);
  if (choices) for (const [name, value] of writeChoices(choices)) params.set(name, value);
  return params.size > 0 ? `/print?${readable(params)}` : '/print';
}

/** What the archive is asked for: only choices that matter for what is printed. */
export function printQuery(
  subject: Partial<PrintSubject>,
  choices: PrintChoices,
  relevant: ReadonlySet<PrintChoice>,
): string {
  const params = writeSubject(subject);
  for (const [name, value] of writeChoices(choices)) {
    if (relevant.has(name as PrintChoice)) params.set(name, value);
  }
  return readable(params);
}

/** The choices that change anything in a print of entries of these kinds, or of a list. */
export function relevantChoices(
  collections: readonly Collection[],
  list: PrintList | undefined,
): Set<PrintChoice> {
  const relevant = new Set<PrintChoice>(['paper', 'size', 'calendar', 'booklet']);
  const has = (...wanted: Collection[]) => wanted.some((each) => collections.includes(each));
  const add = (holds: boolean, ...names: PrintChoice[]) => {
    if (holds) for (const name of names) relevant.add(name);
  };
  const works = collections.filter((each) => each === 'works').length;
  add(collections.length > 0 || list === 'glossary', 'numbers', 'links', 'people');
  add(
    collections.some((each) => each !== 'terms'),
    'glossary',
  );
  add(has('guides'), 'edition');
  add(has('guides', 'works'), 'answers');
  add(works >= 2 && works <= 4, 'worksheet');
  add(collections.length > 1 || (collections.length > 0 && list !== undefined), 'right');
  return relevant;
}

function writeSubject(subject: Partial<PrintSubject>): URLSearchParams {
  const params = new URLSearchParams();
  if (subject.entries?.length) params.set('entries', subject.entries.join());
  for (const name of ['list', 'title'] as const) if (subject[name]) params.set(name, subject[name]);
  const only = { chronicle: ['from', 'to'], search: ['q', 'kind', 'year'] } as const;
  const names = subject.list === 'chronicle' || subject.list === 'search' ? only[subject.list] : [];
  for (const name of names) if (subject[name]) params.set(name, subject[name]);
  return params;
}

function writeChoices(choices: PrintChoices): URLSearchParams {
  const params = new URLSearchParams({ paper: choices.paper });
  for (const name of VALUED) if (choices[name] !== USUAL_CHOICES[name]) params.set(name, choices[name]);
  for (const name of SWITCHED) {
    if (choices[name] !== USUAL_CHOICES[name]) params.set(name, choices[name] ? '1' : '0');
  }
  return params;
}

/** Slashes and commas may stand in a query as they are (RFC 3986, 3.4). */
function readable(params: URLSearchParams): string {
  return String(params).replaceAll('%2F', '/').replaceAll('%2C', ',');
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
