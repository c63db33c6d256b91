/** What is printed: the print document, and the PDF that a Chromium makes of it. */
import { zValidator } from '@hono/zod-validator';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { fileNameOf } from '../exports/file-name.ts';
import type { Library } from '../library/load-library.ts';
import type { PagePrinter, PrintStep } from '../printing/make-pdf.ts';
import { printPolicy } from '../printing/print-policy.ts';
import { printFonts } from '../printing/print-fonts.ts';
import { printOptionsSchema } from '../printing/print-options.ts';
import { createPrints, type PrintJob, type Prints } from '../printing/prints.ts';
import type { SearchClient } from '../search/search-client.ts';
import { attachment } from './export-routes.ts';
import { explainLibraryError } from './library-problems.ts';
import { gatherPrint } from './print-content.ts';
import { ProblemError, refuse, type Problem } from './problem.ts';

export interface Printing {
  /** Absent where no Chromium is to be had. */
  printer: PagePrinter | undefined;
  logError: (error: unknown) => void;
}

interface Content {
  library: Library;
  search: SearchClient;
}

/** What a window is told of a print while it is made, one JSON object a line. */
export type PrintMessage =
  { step: PrintStep } | { ready: { pdf: string; document: string; pages: number } } | { problem: Problem };

const query = zValidator('query', printOptionsSchema, refuse('print'));
const job = z.string().max(60).optional();
const jobQuery = zValidator('query', printOptionsSchema.extend({ job }), refuse('print'));
const keyParam = zValidator('param', z.object({ key: z.string() }), refuse('address'));

/** `GET /document?entries=…`: the print document for a browser's own dialog, without page numbers. */
export function createPrintDocumentRoutes(content: Content) {
  return new Hono().get('/document', query, async (context) => {
    const options = context.req.valid('query');
    const { signal } = context.req.raw;
    const gathered = await gatherPrint(content, options, signal).catch(explainLibraryError);
    const { draftPrint, printDocument } = await import('../printing/print-document.ts');
    const layout = { pages: 'none' as const, fonts: await printFonts(options.size) };
    return answerDocument(context, printDocument(draftPrint(gathered, options), layout).html);
  });
}

/**
 * `GET /?entries=…&job=…` makes a PDF and says on the way what it is at; `DELETE /?job=…` stops it, as does the end
 * of the connection. `GET /:key/print.pdf` and `GET /:key/document` are what came of it.
 */
export function createPrintRoutes(content: Content, { printer, logError }: Printing) {
  const prints = printer && createPrints(printer, () => new Date());
  const find = (key: string) => {
    const print = prints?.get(key);
    if (print) return print;
    throw new ProblemError(404, 'This print is not kept any more', 'Make it again; it takes a moment.');
  };
  return new Hono()
    .get('/', jobQuery, async (context) => {
      if (!prints) {
        const remedy =
          'Print it by the dialog of your browser, which can save a PDF too, or install Chromium.';
        throw new ProblemError(501, 'No PDF can be made here', remedy);
      }
      const from = context.req.header('Sec-Fetch-Site') ?? 'none';
      if (from !== 'same-origin' && from !== 'none') {
        throw new ProblemError(403, 'Not from another site', 'Open the library itself, and print there.');
      }
      const { job: name, ...options } = context.req.valid('query');
      const { signal, end } = prints.open(name, context.req.raw.signal);
      try {
        const gathered = await gatherPrint(content, options, signal).catch(explainLibraryError);
        const body = progressOf(prints, { content: gathered, options, signal }, { end, logError });
        return context.body(body, 200, PROGRESS);
      } catch (error) {
        end();
        if (!signal.aborted) throw error;
        return context.body(lineOf({ problem: STOPPED }), 200, PROGRESS);
      }
    })
    .delete('/', zValidator('query', z.object({ job }), refuse('print')), (context) => {
      prints?.stop(context.req.valid('query').job ?? '');
      return context.body(null, 204);
    })
    .get('/:key/print.pdf', keyParam, (context) => {
      const { title, pdf } = find(context.req.valid('param').key);
      return context.body(pdf, 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': attachment(`${fileNameOf(title)}.pdf`),
        'Cache-Control': 'no-store',
      });
    })
    .get('/:key/document', keyParam, (context) =>
      answerDocument(context, find(context.req.valid('param').key).html),
    );
}

/** The steps of a print as they are taken, and then where it is or why there is none. */
function progressOf(
  prints: Prints,
  wanted: Omit<PrintJob, 'onStep'>,
  { end, logError }: { end: () => void; logError: (error: unknown) => void },
): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const signal = AbortSignal.any([wanted.signal, gone.signal]);
  return new ReadableStream({
    async start(stream) {
      const sayLast = (message: PrintMessage) => {
        if (!gone.signal.aborted) stream.enqueue(new TextEncoder().encode(lineOf(message)));
      };
      const say = (message: PrintMessage) => !signal.aborted && sayLast(message);
      try {
        const onStep = (step: PrintStep) => say({ step });
        const { key, print } = await prints.make({ ...wanted, signal, onStep });
        const at = `/api/prints/${key}`;
        say({ ready: { pdf: `${at}/print.pdf`, document: `${at}/document`, pages: print.pages } });
      } catch (error) {
        if (signal.aborted) sayLast({ problem: STOPPED });
        else {
          logError(error);
          sayLast({ problem: problemOf(error) });
        }
      }
      end();
      if (!gone.signal.aborted) stream.close();
    },
    cancel: () => gone.abort(),
  });
}

const PROGRESS = { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' };

function lineOf(message: PrintMessage): string {
  return `${JSON.stringify(message)}\n`;
}

const STOPPED: Problem = {
  type: 'about:blank',
  title: 'The print was stopped',
  status: 499,
  detail: 'Nothing was kept of it.',
};
/** Why there is no PDF, and what to do about it. */
function problemOf(error: unknown): Problem {
  const { code, name } = error as NodeJS.ErrnoException;
  const detail =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'The disk that holds temporary files is full. Free some space and try again.'
      : name === 'UnsettledError'
        ? 'Its page numbers move what they count. Change the paper or the title, and try again.'
        : 'What makes the pages ended before they were done. Try again; if it stays, report it.';
  return { type: 'about:blank', title: 'The PDF could not be made', status: 500, detail };
}

/** A document that may use its own style and fonts and nothing else, and be shown within the window's own pages. */
function answerDocument(context: Context, html: string): Response {
  context.header('Content-Security-Policy', printPolicy(html));
  return context.html(html);
}
