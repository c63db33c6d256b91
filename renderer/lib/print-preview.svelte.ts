import type { PrintMessage } from '../../main/archive/print-routes.ts';
import { ArchiveProblem, fetchPdf, fetchPrint, stopPrint } from './client.ts';
import { desktop } from './desktop.ts';
import { t } from './i18n.ts';
import type * as Drawing from './pdf.ts';

/** Choices made in quick succession make one print. */
const SETTLE_MS = 50;
/** What takes longer is said to be at work, and can be stopped. */
const SLOW_MS = 500;
/** The archive says so where no Chromium is on the machine (RFC 9110, 15.6.2). */
const NOT_IMPLEMENTED = 501;
/** And so where one is there and fails. */
const FAILED = 500;

type Ready = Extract<PrintMessage, { ready: unknown }>['ready'];
export type PrintStep = Extract<PrintMessage, { step: unknown }>['step'];

/** What is shown: the pages of a PDF, or in its place the document that the browser prints. */
export type Shown = { query: string } & (
  | { kind: 'pdf'; ready: Ready; pdf: Drawing.PDFDocumentProxy; file: string }
  | { kind: 'frame'; address: string }
);

/** The print that is shown and the one that is made. The newest wish wins; the old picture stays until it is there. */
export class PrintPreview {
  shown = $state.raw<Shown | undefined>();
  step = $state<PrintStep | undefined>();
  busy = $state(false);
  slow = $state(false);
  stopped = $state(false);
  /** Why there is no print, in a sentence. */
  problem = $state('');
  /** What is wanted now. */
  query = $state<string | undefined>();
  /** The document that the frame has loaded, with its fonts. */
  framed = $state('');
  /** Whether what is shown is what is wanted, and so may be printed. */
  readonly isCurrent = $derived(
    this.shown !== undefined &&
      this.shown.query === this.query &&
      !this.busy &&
      (this.shown.kind === 'pdf' || this.framed === this.shown.address),
  );
  #controller = new AbortController();
  #settle: ReturnType<typeof setTimeout> | undefined;
  /** Found out once: without a Chromium there is only the document. */
  framesOnly = $state(false);

  /** Makes a print of what a query of the archive asks for; nothing where there is nothing to print. */
  want(query: string | undefined): void {
    this.#giveUp();
    this.query = query;
    this.problem = '';
    if (query === undefined) return this.#show(undefined);
    if (this.shown?.query === query && (this.shown.kind === 'pdf' || this.framesOnly)) return;
    this.busy = true;
    this.#settle = setTimeout(() => void this.#make(query), SETTLE_MS);
  }

  stop(): void {
    this.#giveUp();
    this.stopped = true;
  }

  /** Makes once more what is wanted, whatever there is of it. */
  again(): void {
    this.#show(undefined);
    this.want(this.query);
  }

  /** Says why what is shown could not be used. */
  failed(error: unknown): void {
    this.problem = sentenceOf(error);
  }

  /** Lets go of everything when the page is left. */
  close(): void {
    this.#giveUp();
    this.#show(undefined);
  }

  async #make(query: string): Promise<void> {
    const { signal } = (this.#controller = new AbortController());
    const slow = setTimeout(() => (this.slow = true), SLOW_MS);
    const job = `${Date.now()}-${Math.round(Math.random() * 1e9)}`;
    const given = () => {
      clearTimeout(slow);
      if (desktop) void stopPrint(job).catch(() => undefined);
    };
    signal.addEventListener('abort', given, { once: true });
    try {
      const shown = await this.#ask(query, job, signal);
      signal.throwIfAborted();
      this.#show(shown);
    } catch (error) {
      if (signal.aborted) return;
      this.problem = sentenceOf(error);
      // What cannot be made into a PDF can still be printed as a document.
      if (error instanceof ArchiveProblem && error.problem.status === FAILED) this.#show(frameOf(query));
    }
    signal.removeEventListener('abort', given);
    clearTimeout(slow);
    this.busy = this.slow = false;
    this.step = undefined;
  }

  async #ask(query: string, job: string, signal: AbortSignal): Promise<Shown> {
    if (this.framesOnly) return frameOf(query);
    const drawing = import('./pdf.ts');
    drawing.catch(() => undefined);
    try {
      for await (const message of fetchPrint(query, job, signal)) {
        if ('problem' in message) throw new ArchiveProblem(message.problem);
        if ('step' in message) this.step = message.step;
        else return await open(query, message.ready, await drawing, signal);
      }
    } catch (error) {
      if (!(error instanceof ArchiveProblem) || error.problem.status !== NOT_IMPLEMENTED) throw error;
      this.framesOnly = true;
      return frameOf(query);
    }
    throw new Error('The print ended without a result.');
  }

  #show(next: Shown | undefined): void {
    const before = this.shown;
    this.shown = next;
    if (before?.kind !== 'pdf') return;
    URL.revokeObjectURL(before.file);
    void before.pdf.loadingTask.destroy();
  }

  #giveUp(): void {
    clearTimeout(this.#settle);
    this.#controller.abort();
    this.busy = this.slow = this.stopped = false;
    this.step = undefined;
  }
}

function frameOf(query: string): Shown {
  return { kind: 'frame', query, address: `/print/document?${query}` };
}

async function open(
  query: string,
  ready: Ready,
  drawing: typeof Drawing,
  signal: AbortSignal,
): Promise<Shown> {
  const bytes = await fetchPdf(ready.pdf, signal);
  const pdf = await drawing.openPdf(bytes);
  if (signal.aborted) {
    void pdf.loadingTask.destroy();
    signal.throwIfAborted();
  }
  const file = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  return { kind: 'pdf', query, ready, pdf, file };
}

function sentenceOf(error: unknown): string {
  if (error instanceof ArchiveProblem) return `${error.problem.title}. ${error.problem.detail}`;
  return t(error instanceof TypeError ? 'print.failed' : 'print.unshown');
}
