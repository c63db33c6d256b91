/** From content to a finished PDF: twice through the printer, for only a printed page has a number. */
import type { PageNumbers } from './cross-references.ts';
import { fill } from '../exports/words.ts';
import { paperWords } from './paper-words.ts';
import { printDocument, type PrintDocument } from './print-document.ts';
import type { PrintOptions } from './print-options.ts';
import type { PrintContent } from './sections.ts';

/** Whatever turns a document into a PDF: a hidden window of the desktop, or a Chromium of this machine. */
export interface PagePrinter {
  /** @throws the signal's reason when it is aborted */
  print(html: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** What a print is at, in this order. */
export const PRINT_STEPS = ['layout', 'first', 'second', 'finish'] as const;
export type PrintStep = (typeof PRINT_STEPS)[number];

export interface PdfJob {
  content: PrintContent;
  options: PrintOptions;
  /** `@font-face` rules with the fonts in them. */
  fonts: string;
  now: Date;
  signal: AbortSignal;
  onStep?: (step: PrintStep) => void;
}

export interface FinishedPrint {
  title: string;
  pdf: Uint8Array<ArrayBuffer>;
  /** The document with all its numbers, for the system's own dialog. */
  html: string;
  /** Of the PDF; of a booklet, sides of sheets. */
  pages: number;
}

/** A third pass is needed only where numbers have moved what they count. */
const MOST_PASSES = 4;

/**
 * Prints, reads where everything came to lie, prints again with the numbers, and looks whether they are true.
 * @throws the signal's reason when it is aborted, or what the printer throws
 */
export async function makePdf(printer: PagePrinter, job: PdfJob): Promise<FinishedPrint> {
  const { content, options, fonts, signal, onStep } = job;
  const { blankPages } = await import('./blank-pages.ts');
  const { describePdf, destinationPages, openPdf } = await import('./page-numbers.ts');
  let blanksBefore: ReadonlySet<string> = new Set();
  const lay = (pages: PageNumbers) => printDocument(content, options, { pages, fonts, blanksBefore });
  const print = async (document: PrintDocument) => {
    const bytes = await printer.print(document.html, signal);
    signal.throwIfAborted();
    return openPdf(bytes);
  };

  onStep?.('layout');
  let document = lay('unknown');
  onStep?.('first');
  let pdf = await print(document);
  let pages = destinationPages(pdf);
  if (options.right) {
    const moved = blankPages(document.starts, pages);
    pages = moved.pages;
    blanksBefore = moved.before;
  }
  for (let pass = 2; pass <= MOST_PASSES && (document.hasNumbers || blanksBefore.size > 0); pass += 1) {
    onStep?.('second');
    document = lay(pages);
    pdf = await print(document);
    const found = destinationPages(pdf);
    const holds = [...pages].every(([name, page]) => found.get(name) === page);
    pages = found;
    if (holds) break;
  }
  onStep?.('finish');
  if (options.booklet) {
    const { imposeBooklet } = await import('./booklet.ts');
    pdf = await imposeBooklet(pdf);
  }
  const { length } = content.documents;
  describePdf(pdf, {
    title: document.title,
    language: document.lang,
    subject: length === 1 ? paperWords.entry : fill(paperWords.entries, { count: length }),
    keywords: content.documents.slice(0, 20).map(({ title }) => title),
    now: job.now,
  });
  const bytes = await pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
  signal.throwIfAborted();
  return {
    title: document.title,
    pdf: new Uint8Array(bytes),
    html: document.html,
    pages: pdf.getPageCount(),
  };
}
