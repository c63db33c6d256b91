/** The pages of prints: nothing split, nothing left alone, everything on its side of the sheet. */
import { describe, expect, it } from 'vitest';
import type { LibraryDocument } from '../../main/library/compiled-schema.ts';
import { PrintReader, textOf } from '../support/print-reader.ts';
import type { ReadPdf } from '../support/read-pdf.ts';

const GUIDE = 'guides/the-july-days-1917';
const PACK = `entries=${GUIDE},stages/july-days,works/kronstadt-and-petrograd-in-1917,people/leon-trotsky,people/fyodor-raskolnikov,articles/delincuentes-sanitarios,events/demonstration-of-4-july,terms/soviet&title=A%20course%20on%20July&glossary=appendix&people=1`;
const prints = new PrintReader();

/** Where a page would be ugly: told as sentences. */
function faults(pdf: ReadPdf): string[] {
  const bottom = 68;
  return pdf.elements.flatMap(({ role, pages, parents }) => {
    const [first] = pages;
    if (!first) return [];
    const where = `${role} on page ${first.page}`;
    if (/^H\d$/.test(role)) {
      const lowest = Math.min(
        ...(pdf.pages[first.page - 1]?.lines ?? []).map(({ y }) => y).filter((y) => y > bottom),
      );
      if (pages.length > 1) return [`${where} is split`];
      return (first.lines.at(-1) ?? 0) <= lowest + 1 ? [`${where} stands at the foot`] : [];
    }
    if (pages.length === 1) return [];
    if (role === 'P' && !parents.includes('LI')) {
      const alone = [first, pages.at(-1)].some((part) => part?.lines.length === 1);
      return alone ? [`${where} leaves a line alone`] : [];
    }
    return ['Table', 'TR', 'BlockQuote'].includes(role) ? [`${where} is split`] : [];
  });
}

describe('the pages of a print', () => {
  it.each([
    ['a guide on A4', `entries=${GUIDE}&answers=1&edition=leader`, [595, 842]],
    ['a guide on Letter', `entries=${GUIDE}&paper=letter&glossary=notes&links=1`, [612, 792]],
    ['a guide on A5', `entries=${GUIDE}&paper=a5&size=easy`, [420, 595]],
    ['a guide in large print', `entries=${GUIDE}&size=large&answers=1`, [595, 842]],
    ['works and articles', 'entries=works/april-theses,articles/delincuentes-sanitarios&links=1', [595, 842]],
    ['the glossary', 'list=glossary&paper=letter', [612, 792]],
  ])('%s: no heading at the foot, no line alone, no table or quotation split', async (_name, query, size) => {
    const { pdf } = await prints.printed(query);
    expect(faults(pdf)).toEqual([]);
    for (const { width, height } of pdf.pages) {
      expect([width, height].map(Math.round)).toEqual(size);
    }
  });

  it('keeps each question with the lines for its answer', async () => {
    const { pdf } = await prints.printed(`entries=${GUIDE}&answers=1`);
    const guide = await prints.get<LibraryDocument>(`/api/documents/${GUIDE}`);
    if (guide.collection !== 'guides') throw new Error('no guide');
    const questions = pdf.elements.filter(
      ({ role, pages }) => role === 'LI' && pages.some(({ page }) => pdf.pages[page - 1]?.text.includes('?')),
    );
    expect(questions.length).toBeGreaterThanOrEqual(guide.questions.length);
    for (const { pages } of questions) expect(pages.length).toBe(1);
    const without = await prints.printed(`entries=${GUIDE}`);
    // Five lines of 8 mm under each of nine questions are more than a page.
    expect(pdf.pages.length).toBeGreaterThan(without.pdf.pages.length);
  });

  it('starts sections on a right-hand page where that is wanted, and fills up with empty ones', async () => {
    const { pdf } = await prints.printed(`${PACK}&right=1`);
    const tops = pdf.outline.filter(({ depth, page }) => depth === 1 && page > 1);
    expect(tops.length).toBeGreaterThan(8);
    for (const { title, page } of tops) expect(page % 2, title).toBe(1);
    // Whatever starts a page has a name, or its empty page could not be counted.
    expect(pdf.destinations.get('contents')).toBe(3);
    const empty = pdf.pages.filter(({ lines }) => lines.length === 0);
    expect(empty.length).toBeGreaterThan(1);
    for (const title of ['Leon Trotsky', 'Glossary']) {
      const page = pdf.outline.find((each) => each.title === title)?.page;
      expect(pdf.pages[2]?.text).toContain(`${title} ${page}`);
    }
  });

  it('folds into a booklet: two pages a side, four a sheet', async () => {
    const { pdf } = await prints.printed(`entries=${GUIDE}&booklet=1`);
    const single = await prints.printed(`entries=${GUIDE}&paper=a5`);
    expect(pdf.pages.length).toBe(Math.ceil(single.pdf.pages.length / 4) * 2);
    const [side] = pdf.pages;
    expect(Math.abs((side?.width ?? 0) - 842)).toBeLessThan(3);
    expect(side?.height).toBeCloseTo(595, 0);
    expect(textOf(pdf)).toContain(`2 / ${single.pdf.pages.length}`);
  });
});
