import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { blankPages } from '../../main/printing/blank-pages.ts';
import { bookletSides, imposeBooklet } from '../../main/printing/booklet.ts';
import { createChromiumPrinter } from '../../main/printing/chromium-printer.ts';
import { destinationOf, linksForPaper } from '../../main/printing/cross-references.ts';
import { findChromium } from '../../main/printing/find-chromium.ts';
import { UnsettledError, makePdf, type PagePrinter, type PrintStep } from '../../main/printing/make-pdf.ts';
import { isTrue, joined, laidOut, withoutBlanks } from '../../main/printing/page-layout.ts';
import { cssString, paperStyles } from '../../main/printing/paper-styles.ts';
import { createPool } from '../../main/printing/pool.ts';
import { PAPERS, PRINT_SIZES, printOptionsSchema } from '../../main/printing/print-options.ts';
import { markShortParagraphs } from '../../main/printing/short-paragraphs.ts';
import type { PrintContent } from '../../main/printing/sections.ts';
import { ensureChromium } from '../../tools/chromium.ts';
import { readPdf } from '../support/read-pdf.ts';

const never = new AbortController().signal;

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
      '<a href="#works-x--top">X &amp; Y</a> <span class="see">(see&#160;p.&#160;<span class="n">12</span>)</span>',
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

describe('a pool', () => {
  it('makes no more than it may, lets others wait, and replaces what does not come back', async () => {
    let made = 0;
    const pool = createPool(2, async () => (made += 1));
    const [first, second] = [await pool.take(), await pool.take()];
    const third = pool.take();
    const fourth = pool.take();
    pool.give(first);
    expect(await third).toBe(first);
    pool.drop();
    expect(await fourth).toBe(3);
    expect([second, made]).toEqual([2, 3]);
  });

  it('gives the place of what could not be made to the next', async () => {
    let tries = 0;
    const pool = createPool(1, async () => {
      tries += 1;
      if (tries < 3) throw new Error(`try ${tries}`);
      return tries;
    });
    const first = pool.take();
    const waiting = pool.take();
    await expect(first).rejects.toThrow('try 1');
    await expect(waiting).rejects.toThrow('try 2');
    expect(await pool.take()).toBe(3);
  });
});

describe('finding a Chromium', () => {
  it.each([
    ['linux', {}, '/usr/bin/chromium'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', { ProgramFiles: 'C:\\Programs' }, 'msedge.exe'],
    ['linux', { CHROMIUM_PATH: '/opt/mine' }, '/opt/mine'],
  ] as const)('%s', (platform, env, end) => {
    const found = findChromium({ ...env }, platform, (path) => path.endsWith(end));
    expect(found).toMatch(new RegExp(`${end.replace(/[\\/.]/g, '.')}$`));
    expect(findChromium({}, platform, () => false)).toBeUndefined();
  });
});

describe('printing in passes', () => {
  const content: PrintContent = {
    title: 'T',
    documents: [],
    catalogue: new Map(),
    list: { title: 'T', entries: [], empty: 'Nothing', isDated: true },
  };
  const options = printOptionsSchema.parse({ list: 'timeline', right: '1' });

  /** A PDF of empty pages in which `list` lies on a page. */
  async function pdfWith(pages: number, listAt: number, alsoLinked = false): Promise<Uint8Array> {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < pages; page += 1) pdf.addPage();
    const target = PDFArray.withContext(pdf.context);
    target.push(pdf.getPage(listAt - 1).ref);
    const dests = PDFDict.withContext(pdf.context);
    dests.set(PDFName.of('list'), target);
    if (alsoLinked) dests.set(PDFName.of('terms-x--top'), target);
    pdf.catalog.set(PDFName.of('Dests'), dests);
    return pdf.save({ useObjectStreams: false });
  }

  async function run(
    answers: [pages: number, listAt: number][],
    look: (html: string) => void = () => undefined,
  ) {
    const how: boolean[] = [];
    const steps: PrintStep[] = [];
    const printer: PagePrinter = {
      async print(html, { tagged }) {
        how.push(tagged);
        look(html);
        const [pages, at] = answers[Math.min(how.length, answers.length) - 1] ?? [1, 1];
        return pdfWith(pages, at, tagged);
      },
    };
    const job = {
      content,
      options,
      fonts: '',
      now: new Date(0),
      signal: never,
      onStep: (step: PrintStep) => steps.push(step),
    };
    return { print: await makePdf(printer, job), how, steps };
  }

  it('measures without structure, prints with it, and stops where all is as measured', async () => {
    const { print, how, steps } = await run([[2, 1]]);
    expect(how).toEqual([false, true]);
    expect(steps).toEqual(['layout', 'first', 'second', 'finish']);
    expect(print.pages).toBe(2);
  });

  it('prints again where it broke otherwise than measured', async () => {
    const { how, print } = await run([
      [2, 1],
      [3, 3],
      [3, 3],
    ]);
    expect(how).toEqual([false, true, true]);
    expect(print.pages).toBe(3);
  });

  it('moves the empty pages with what they stand before', async () => {
    const blanks: number[] = [];
    // Measured on page 1, found on page 2, which is a left one: an empty page puts it on 3.
    const { how } = await run(
      [
        [2, 1],
        [2, 2],
        [3, 3],
      ],
      (html) => blanks.push(html.split('class="blank"').length - 1),
    );
    expect(blanks).toEqual([0, 0, 1]);
    expect(how.length).toBe(3);
  });

  it('says so where the numbers never settle', async () => {
    const restless = Array.from({ length: 9 }, (_, time): [number, number] => [3, time % 2 === 0 ? 1 : 3]);
    await expect(run(restless)).rejects.toThrow(UnsettledError);
  });

  it('ends with the reason it was stopped for', async () => {
    const controller = new AbortController();
    const printer: PagePrinter = {
      print: () => {
        controller.abort(new Error('enough'));
        return pdfWith(1, 1);
      },
    };
    const job = { content, options, fonts: '', now: new Date(0), signal: controller.signal };
    await expect(makePdf(printer, job)).rejects.toThrow('enough');
  });
});

describe('Chromium as a printer', () => {
  it('prints, is stopped in the middle, and prints again', async () => {
    const printer = createChromiumPrinter(ensureChromium());
    const html = (text: string) =>
      `<!DOCTYPE html><title>x</title><style>@page{size:A5}</style><p>${text}</p>`;
    const read = async (bytes: Uint8Array) => (await readPdf(bytes)).pages.map(({ text }) => text.trim());
    expect(await read(await printer.print(html('one'), { signal: never, tagged: true }))).toEqual(['one']);
    const controller = new AbortController();
    const long = printer.print(html('<p>more</p>'.repeat(200_000)), {
      signal: controller.signal,
      tagged: true,
    });
    setTimeout(() => controller.abort(), 200);
    const started = performance.now();
    await expect(long).rejects.toThrow(/abort/i);
    expect(performance.now() - started).toBeLessThan(2000);
    const both = [html('two'), html('three')].map((each) =>
      printer.print(each, { signal: never, tagged: false }),
    );
    expect((await Promise.all((await Promise.all(both)).map(read))).flat()).toEqual(['two', 'three']);
  });

  it('says that Chromium ended where there is none that starts, and tries anew', async () => {
    const printer = createChromiumPrinter('/bin/false');
    for (let time = 0; time < 2; time += 1) {
      await expect(printer.print('<p>x</p>', { signal: never, tagged: true })).rejects.toThrow(
        /Chromium ended|ENOENT/,
      );
    }
  });
});
