import { dateWords } from '../exports/date-words.ts';
import { ruledLines } from '../exports/entry-xhtml.ts';
import { bookWords, fill } from '../exports/words.ts';
import { element, escapeText, langOf } from '../exports/xhtml.ts';
import type { DocumentOf, LibraryDocument } from '../library/compiled-schema.ts';
import { paperWords } from './paper-words.ts';
import type { PrintOptions } from './print-options.ts';

const FEWEST_COMPARED = 2;
const MOST_COMPARED = 4;
/** Lines to write on, a row. */
const LINES = { occasion: 1, audience: 3, purpose: 6, argument: 11 } as const;

type Work = DocumentOf<'works'>;

/** The works that can be compared: the first four of those asked for, if there are at least two. */
export function worksToCompare(documents: readonly LibraryDocument[]): Work[] {
  const works = documents.filter((document) => document.collection === 'works');
  return works.length < FEWEST_COMPARED ? [] : works.slice(0, MOST_COMPARED);
}

/** A table with a column a work: source and occasion as far as they are known, the rest ruled. */
export function worksheet(works: readonly Work[], { calendar }: Pick<PrintOptions, 'calendar'>): string {
  const { worksheetRows: rows, worksheetIntro } = paperWords;
  const row = (label: string, cell: (work: Work) => string) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, escapeText(label)) +
        works.map((work) => element('td', {}, cell(work))).join(''),
    );
  const titles = works.map((work) =>
    element('th', { scope: 'col', ...langOf(work.lang) }, escapeText(work.title)),
  );
  const head = element('tr', {}, `<td></td>${titles.join('')}`);
  const body = [
    row(rows.source, source),
    row(rows.occasion, (work) => occasion(work, calendar) + ruledLines(LINES.occasion)),
    ...(['audience', 'purpose', 'argument'] as const).map((name) =>
      row(rows[name], () => ruledLines(LINES[name])),
    ),
  ];
  const table = element('thead', {}, head) + element('tbody', {}, body.join(''));
  return (
    element('p', { class: 'lede' }, escapeText(worksheetIntro)) +
    element('table', { class: 'worksheet' }, table)
  );
}

function source({ authors, reference, form, view }: Work): string {
  const names = authors.map(({ title }) => title).join(', ');
  return paragraphs([names, reference, `${form} · ${view}`]);
}

function occasion({ written, published, stage }: Work, calendar: PrintOptions['calendar']): string {
  const { en } = bookWords;
  const number = published?.number && fill(en.number, { number: published.number });
  return paragraphs([
    written && `${en.written}: ${dateWords(written, en, calendar)}`,
    published &&
      `${en.published}: ${[dateWords(published.date, en, calendar), published.in, number].filter(Boolean).join(', ')}`,
    stage?.title,
  ]);
}

function paragraphs(lines: readonly (string | undefined)[]): string {
  return lines.flatMap((line) => (line ? [element('p', {}, escapeText(line))] : [])).join('');
}
