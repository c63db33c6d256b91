/** A guide on paper, in each format, as it looked when the pictures were taken. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { CatalogueEntry, LibraryDocument } from '../../main/library/compiled-schema.ts';
import { createChromiumPrinter } from '../../main/printing/chromium-printer.ts';
import { makePdf, type PagePrinter } from '../../main/printing/make-pdf.ts';
import { printFonts } from '../../main/printing/print-fonts.ts';
import { printOptionsSchema } from '../../main/printing/print-options.ts';
import type { PrintContent } from '../../main/printing/sections.ts';
import { ensureChromium } from '../../tools/chromium.ts';
import { pictureOfPdf } from '../support/picture-of-pdf.ts';
import { pictureDiffersFrom } from './golden.ts';

const { document, catalogue } = JSON.parse(readFileSync('tests/visual/print-guide.json', 'utf8')) as {
  document: LibraryDocument;
  catalogue: CatalogueEntry[];
};
const content: PrintContent = {
  title: document.title,
  documents: [document],
  catalogue: new Map(catalogue.map((entry) => [entry.address, entry])),
};

let printer: PagePrinter;
beforeAll(() => {
  printer = createChromiumPrinter(ensureChromium());
});

const FORMATS: [name: string, choices: Record<string, string>, pages: number[]][] = [
  ['a4', {}, [1, 2, 5]],
  ['a4-leader-answers', { edition: 'leader', answers: '1', links: '1' }, [5, 7, 8]],
  ['letter', { paper: 'letter', glossary: 'notes' }, [1, 2, 6]],
  ['a5', { paper: 'a5' }, [1, 3, 8]],
  ['large', { size: 'large' }, [1, 4, 14]],
  ['easy', { size: 'easy', glossary: 'appendix' }, [1, 3, 9]],
  ['booklet', { booklet: '1' }, [1, 2, 3]],
];

it.each(FORMATS)('a guide looks as it should: %s', async (name, choices, pages) => {
  const options = printOptionsSchema.parse({ entries: 'guides/the-july-days-1917', ...choices });
  const fonts = await printFonts(options.size);
  const signal = new AbortController().signal;
  const { pdf } = await makePdf(printer, { content, options, fonts, now: new Date(0), signal });
  const picture = await pictureOfPdf(pdf, pages, 0.75);
  expect(pictureDiffersFrom(picture, `print-${name}`)).toBeUndefined();
});

it.each(FORMATS)('no page is empty, and what is coloured reads in grey: %s', async (_name, choices) => {
  const options = printOptionsSchema.parse({ entries: 'guides/the-july-days-1917', ...choices });
  const fonts = await printFonts(options.size);
  const signal = new AbortController().signal;
  const { pdf, pages } = await makePdf(printer, { content, options, fonts, now: new Date(0), signal });
  for (let page = 1; page <= pages; page += 1) {
    const { data, width, height } = await pictureOfPdf(pdf, [page], 1);
    let dark = 0;
    let palest = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
      if (grey < 128) dark += 1;
      // The middle of a coloured stroke, not its smoothed edge.
      if (red - green > 110) palest = Math.max(palest, grey);
    }
    expect(dark / (width * height), `page ${page}`).toBeGreaterThan(0.0005);
    expect(palest, `page ${page}`).toBeLessThan(128);
  }
});
