/** From content to a finished PDF: twice through the printer, for only a printed page has a number. */
import { fill } from '../exports/words.ts';
import { blankPages } from './blank-pages.ts';
import { UNSEEN } from './paper-styles.ts';
import { paperWords } from './paper-words.ts';
import { measureDocuments, printDocument, type Layout } from './print-document.ts';
import type { PrintOptions } from './print-options.ts';
import type { PrintContent } from './sections.ts';

/** Whatever turns a document into a PDF: a hidden window of the desktop, or a Chromium of this machine. */
export interface PagePrinter {
  /**
   * @param how.tagged with structure and outline; a pass that only measures goes without, in half the time
   * @throws the signal's reason when it is aborted
   */
  print(html: string, how: { signal: AbortSignal; tagged: boolean }): Promise<Uint8Array>;
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

/** A third pass is needed only where the print breaks otherwise than what was measured. */
const MOST_PASSES = 4;

/**
 * Measures where everything comes to lie, prints with the numbers, and looks whether they are true.
 * @throws the signal's reason when it is aborted, or what the printer throws
 */
export async function makePdf(printer: PagePrinter, job: PdfJob): Promise<FinishedPrint> {
  const { content, options, fonts, signal, onStep } = job;
  const { describePdf, destinationPages, openPdf } = await import('./page-numbers.ts');
  const print = async (html: string) => {
    const bytes = await printer.print(html.replace('</head>', `${UNSEEN}</head>`), { signal, tagged: true });
    signal.throwIfAborted();
    return openPdf(bytes);
  };
  const measure = async (): Promise<Layout> => {
    const documents = measureDocuments(content, options, { pages: 'unknown', fonts });
    const measured = await Promise.all(
      documents.map(async (html) => openPdf(await printer.print(html, { signal, tagged: false }))),
    );
    signal.throwIfAborted();
    const pages = new Map<string, number>();
    let total = 0;
    for (const half of measured) {
      for (const [name, page] of destinationPages(half)) pages.set(name, page + total);
      total += half.getPageCount();
    }
    if (!options.right) return { pages, total, fonts };
    const { before, pages: moved } = blankPages(document.starts, pages);
    return { pages: moved, total: total + before.size, blanksBefore: before, fonts };
  };

  onStep?.('layout');
  let document = printDocument(content, options, { pages: 'unknown', fonts });
  let layout: Layout = { pages: 'unknown', fonts };
  if (document.hasNumbers || options.right) {
    onStep?.('first');
    layout = await measure();
    onStep?.('second');
    document = printDocument(content, options, layout);
  } else onStep?.('first');
  let pdf = await print(document.html);
  for (let pass = 2; pass <= MOST_PASSES && layout.pages !== 'unknown'; pass += 1) {
    const found = { pages: destinationPages(pdf), total: pdf.getPageCount() };
    if (holds(layout, found)) break;
    layout = { ...layout, ...found };
    document = printDocument(content, options, layout);
    pdf = await print(document.html);
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
  const bytes = await pdf.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: 2000,
  });
  signal.throwIfAborted();
  return {
    title: document.title,
    pdf: new Uint8Array(bytes),
    html: document.html,
    pages: pdf.getPageCount(),
  };
}

/** Whether every page that was foretold is the one found. */
function holds(foretold: Layout, found: { pages: ReadonlyMap<string, number>; total: number }): boolean {
  const { pages, total } = foretold;
  if (typeof pages === 'string' || total !== found.total) return false;
  return [...found.pages].every(([name, page]) => !pages.has(name) || pages.get(name) === page);
}
