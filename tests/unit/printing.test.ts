import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { blankPages } from '../../main/printing/blank-pages.ts';
import { bookletSides, imposeBooklet } from '../../main/printing/booklet.ts';
import { destinationOf, linksForPaper } from '../../main/printing/cross-references.ts';
import { isTrue, joined, laidOut, withoutBlanks } from '../../main/printing/page-layout.ts';
import { cssString, paperStyles } from '../../main/printing/paper-styles.ts';
import { PAPERS, PRINT_SIZES, printOptionsSchema } from '../../main/printing/print-options.ts';
import { markShortParagraphs } from '../../main/printing/short-paragraphs.ts';
import { readPdf } from '../support/read-pdf.ts';

describe('a booklet', () => {
  it.each([
    [4, 1, 0],
    [5, 2, 3],
    [8, 2, 0],
    [37, 10, 3],
  ])(
    'of %i pages takes %i sheets, with %i pages empty, and reads in order when folded',
    (pages, sheets, empty) => {
      const sides = bookletSides(pages);
      expect(sides.length).toBe(sheets * 2);
      expect(sides.flat().filter((page) => page === undefined).length).toBe(empty);
      // Folded in the middle and laid inside each other: down through the right halves, up through the left ones.
      const fronts = sides.filter((_, index) => index % 2 === 0);
      const backs = sides.filter((_, index) => index % 2 === 1);
      const down = fronts.flatMap(([, right], sheet) => [right, backs[sheet]?.[0]]);
      const up = fronts.flatMap(([left], sheet) => [left, backs[sheet]?.[1]]).reverse();
      const read = [...down, ...up].filter((page) => page !== undefined);
      expect(read).toEqual(Array.from({ length: pages }, (_, index) => index));
      // What is empty lies at the end.
      expect([...down, ...up].slice(0, pages)).toEqual(read);
    },
  );

  it.each([4, 5, 8, 37])('of %i real pages shows each where it was put', async (pages) => {
    const single = await PDFDocument.create();
    for (let page = 1; page <= pages; page += 1)
      single.addPage([420, 595]).drawText(`page-${page}`, { x: 100, y: 300 });
    const booklet = await imposeBooklet(await PDFDocument.load(await single.save()));
    const read = await readPdf(await booklet.save());
    expect(read.pages.length).toBe(bookletSides(pages).length);
    bookletSides(pages).forEach(([left, right], side) => {
      const lines = read.pages[side]?.lines ?? [];
      const textAt = (from: number) => lines.find(({ x }) => x >= from && x < from + 420)?.text;
      expect(textAt(0)).toBe(left === undefined ? undefined : `page-${left + 1}`);
      expect(textAt(420)).toBe(right === undefined ? undefined : `page-${right + 1}`);
    });
  });
});

describe('sections on a right-hand page', () => {
  it('puts an empty page before each that would lie on the left, and moves what follows', () => {
    const pages = new Map([
      ['contents', 2],
      ['a', 3],
      ['a-part', 4],
      ['b', 6],
      ['c', 8],
    ]);
    const { before, pages: moved } = blankPages(['contents', 'a', 'b', 'c'], pages);
    expect([...before]).toEqual(['contents', 'a', 'b']);
    expect(Object.fromEntries(moved)).toEqual({ contents: 3, a: 5, 'a-part': 6, b: 9, c: 11 });
  });
});

describe('what was found in a print', () => {
  it('is the same without the empty pages as before they were put in', () => {
    const measured = {
      pages: new Map([
        ['contents', 2],
        ['a', 3],
        ['b', 6],
      ]),
      total: 7,
    };
    const laid = laidOut(measured, ['contents', 'a', 'b']);
    expect(laid.total).toBe(10);
    const found = { pages: laid.pages as Map<string, number>, total: 10 };
    expect(isTrue(laid, found)).toBe(true);
    expect(withoutBlanks(found, laid.blanksBefore)).toEqual(measured);
    expect(isTrue(laid, { ...found, total: 11 })).toBe(false);
  });

  it('is joined part by part', () => {
    const part = { pages: new Map([['a', 2]]), total: 3 };
    expect(joined([part, { pages: new Map([['b', 1]]), total: 2 }])).toEqual({
      pages: new Map([
        ['a', 2],
        ['b', 4],
      ]),
      total: 5,
    });
  });
});

describe('links on paper', () => {
  const rules = {
    destination: (address: string) => (address === '/works/x' ? destinationOf(address) : undefined),
    saysPage: () => true,
    note: (href: string, title: string) => ({ title, text: href }),
    pages: new Map([['works-x--top', 12]]),
  };

  it('say the page of what is printed too, once, and become notes where not', () => {
    const { xhtml, notes } = linksForPaper(
      '<p><a href="/works/x">X &amp; Y</a>, <a href="/people/z">Z</a>, <a href="/works/x">again</a>, <a href="/people/z">Z</a></p>',
      rules,
    );
    expect(xhtml).toContain(
      '<a href="#works-x--top">X &amp; Y</a> <span class="see">(see\u00a0p.\u00a0<span class="n">12</span>)</span>',
    );
    expect(xhtml.match(/class="see"/g)?.length).toBe(1);
    expect(xhtml.match(/<sup class="note">1<\/sup>/g)?.length).toBe(2);
    expect(notes).toEqual([{ number: 1, title: 'Z', text: '/people/z' }]);
  });

  it('hold a place as wide as a number until it is known, and say nothing where there are no pages', () => {
    const link = '<a href="/works/x">X</a>';
    expect(linksForPaper(link, { ...rules, pages: 'unknown' }).xhtml).toContain('000');
    expect(linksForPaper(link, { ...rules, pages: 'none' }).xhtml).toBe('<a href="#works-x--top">X</a>');
  });
});

describe('the style of paper', () => {
  const parse = (more: object) => printOptionsSchema.parse({ entries: 'terms/soviet', ...more });

  it.each(PAPERS.flatMap((paper) => PRINT_SIZES.map((size) => ({ paper, size }))))(
    '$paper, $size: every ink reads on white when printed in grey',
    (choice) => {
      const css = paperStyles(parse(choice));
      const variables = new Map(
        [...css.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
      );
      const inks = [...css.matchAll(/[;{]color:([^;}]+)/g)]
        .map(([, value = '']) => {
          const name = /var\(--(\w+)\)/.exec(value)?.[1];
          return name ? (variables.get(name) ?? '') : value;
        })
        .filter((ink) => ink !== 'inherit');
      expect(inks.length).toBeGreaterThan(8);
      for (const ink of inks) expect(contrastOnWhite(ink), ink).toBeGreaterThan(4.5);
    },
  );

  it('large print is 18 points, sans serif, ragged, upright and in one column', () => {
    const css = paperStyles(parse({ size: 'large' }));
    expect(css).toContain("font:18pt/1.45 'Atkinson Hyperlegible Next'");
    expect(css).not.toMatch(/text-align:justify|columns:2|hyphens:auto/);
    expect(css).toMatch(/em,i,cite[^{]*\{font-style:normal\}/);
    for (const [, size] of css.matchAll(/font-size:([\d.]+)pt/g))
      expect(Number(size)).toBeGreaterThanOrEqual(14);
  });

  it('writes running heads that no title can break out of', () => {
    expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style>\\a "');
  });
});

/** WCAG 2.2, relative luminance. */
function contrastOnWhite(colour: string): number {
  const hex =
    colour.length === 4 ? [...colour.slice(1)].map((sign) => sign + sign).join('') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

it('short paragraphs are marked, whatever they hold', () => {
  const text =
    '<p id="p1" data-paragraph="1">Short <a href="/x">link</a>.</p><p>A longer one.</p><pre>x</pre>';
  expect(markShortParagraphs(text, 12)).toBe(
    '<p id="p1" data-paragraph="1" data-short="">Short <a href="/x">link</a>.</p><p>A longer one.</p><pre>x</pre>',
  );
});
