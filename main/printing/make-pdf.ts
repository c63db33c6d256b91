/** From content to a finished PDF: twice through the printer, for only a printed page has a number. */
import { fill } from '../exports/words.ts';
import { isTrue, joined, laidOut, withoutBlanks, type Found } from './page-layout.ts';
import { paperWords } from './paper-words.ts';
import { draftPrint, measureDocuments, printDocument, type Layout } from './print-document.ts';
import type { PrintOptions } from './print-options.ts';
import { printPolicy } from './print-policy.ts';
import type { PrintContent } from './sections.ts';

/** Whatever turns a document into a PDF: a hidden window of the desktop, or a Chromium of this machine. */
export interface PagePrinter {
  /**
   * @param how.tagged with structure and outline; a pass that only measures goes without, and is done sooner
   * @throws the signal's reason when it is aborted
   */
  print(html: string, how: { signal: AbortSignal; tagged: boolean }): Promise<Uint8Array>;
}

/** What a print is at, in this order. */
export type PrintStep = 'layout' | 'first' | 'second' | 'finish';

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

/** Numbers that move what they count, and so are never true. */
export class UnsettledError extends Error {
  override name = 'UnsettledError';
}

/**
 * Measures where everything comes to lie, prints with the numbers, and looks whether they are true.
 * @throws the signal's reason when it is aborted, what the printer throws, or UnsettledError
 */
export async function makePdf(printer: PagePrinter, job: PdfJob): Promise<FinishedPrint> {
  const { content, options, fonts, signal, onStep } = job;
  const { describePdf, destinationPages, openPdf } = await import('./page-numbers.ts');
  const print = async (html: string, tagged: boolean) => {
    const bytes = await printer.print(withPolicy(html), { signal, tagged });
    signal.throwIfAborted();
    const pdf = await openPdf(bytes);
    return { pdf, pages: destinationPages(pdf), total: pdf.getPageCount() };
  };

  onStep?.('layout');
  const draft = draftPrint(content, options);
  let layout: Layout = { pages: 'unknown', fonts };
  let document = printDocument(draft, layout);
  const { starts } = document;
  const place = (found: Found): Layout => ({ ...laidOut(found, options.right ? starts : []), fonts });
  onStep?.('first');
  if (document.hasNumbers || options.right) {
    const halves = measureDocuments(draft, layout);
    layout = place(joined(await Promise.all(halves.map((html) => print(html, false)))));
    onStep?.('second');
    document = printDocument(draft, layout);
  }
  let printed = await print(unseen(document.html), true);
  for (let pass = 1; !isTrue(layout, printed); pass += 1) {
    if (pass === MOST_PASSES) throw new UnsettledError('The page numbers do not settle');
    layout = place(withoutBlanks(printed, layout.blanksBefore));
    document = printDocument(draft, layout);
    printed = await print(unseen(document.html), true);
  }
  onStep?.('finish');
  let { pdf } = printed;
  if (options.booklet) {
    const { imposeBooklet } = await import('./booklet.ts');
    pdf = await imposeBooklet(pdf);
  }
  const length = content.documents.length || (content.list?.entries.length ?? 0);
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

/** Printed without being looked at first, a document need not be laid out for the screen too. */
function unseen(html: string): string {
  return html.replace('</head>', '<style media="screen">body{display:none}</style></head>');
}

/** A document that comes from no address has no headers, so it carries its policy itself. */
function withPolicy(html: string): string {
  const policy = printPolicy(html).replace(/; frame-ancestors [^;]+/, '');
  return html.replace(
    '<head>',
    () => `<head><meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}
