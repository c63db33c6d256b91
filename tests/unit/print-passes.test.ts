import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { createChromiumPrinter } from '../../main/printing/chromium-printer.ts';
import { findChromium } from '../../main/printing/find-chromium.ts';
import { UnsettledError, makePdf, type PagePrinter, type PrintStep } from '../../main/printing/make-pdf.ts';
import { createPool } from '../../main/printing/pool.ts';
import { printOptionsSchema } from '../../main/printing/print-options.ts';
import type { PrintContent } from '../../main/printing/sections.ts';
import { ensureChromium } from '../../tools/chromium.ts';
import { readPdf } from '../support/read-pdf.ts';

const never = new AbortController().signal;

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
