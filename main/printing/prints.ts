import { createHash } from 'node:crypto';
import type { FinishedPrint, PagePrinter, PrintStep } from './make-pdf.ts';
import { printFonts } from './print-fonts.ts';
import type { PrintOptions } from './print-options.ts';
import type { PrintContent } from './sections.ts';

/** Finished prints kept in memory until others take their place. */
const MOST_KEPT = 4;

export interface PrintJob {
  content: PrintContent;
  options: PrintOptions;
  signal: AbortSignal;
  onStep: (step: PrintStep) => void;
}

/** The prints of this run of the program. */
export interface Prints {
  /** @throws the reason of the signal, or what makePdf throws */
  make(job: PrintJob): Promise<{ key: string; print: FinishedPrint }>;
  /** A signal that `stop` aborts by that name, as whatever aborts `signal` does; `end` forgets the name. */
  open(name: string | undefined, signal: AbortSignal): { signal: AbortSignal; end: () => void };
  stop(name: string): void;
  get(key: string): FinishedPrint | undefined;
}

/** Makes prints, and keeps the last ones so that looking, saving and printing are one piece of work. */
export function createPrints(printer: PagePrinter, now: () => Date): Prints {
  const kept = new Map<string, FinishedPrint>();
  const running = new Map<string, AbortController>();
  return {
    get: (key) => kept.get(key),
    stop: (name) => running.get(name)?.abort(),
    open(name, given) {
      const controller = new AbortController();
      if (name) running.set(name, controller);
      const end = () => {
        if (name && running.get(name) === controller) running.delete(name);
      };
      return { signal: AbortSignal.any([given, controller.signal]), end };
    },
    async make({ content, options, signal, onStep }) {
      const key = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 32);
      const print = kept.get(key) ?? (await makeOne());
      kept.delete(key);
      kept.set(key, print);
      for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return { key, print };

      async function makeOne(): Promise<FinishedPrint> {
        // Loaded with the first print: who only reads never needs it.
        const { makePdf } = await import('./make-pdf.ts');
        const fonts = await printFonts(options.size);
        return makePdf(printer, { content, options, fonts, now: now(), signal, onStep });
      }
    },
  };
}
