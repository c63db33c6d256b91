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
  /** The name by which it can be stopped. */
  name?: string | undefined;
  onStep: (step: PrintStep) => void;
}

/** The prints of this run of the program. */
export interface Prints {
  /** @throws the reason of the signal or of `stop`, or what the printer throws */
  make(job: PrintJob): Promise<{ key: string; print: FinishedPrint }>;
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
    async make({ content, options, signal: given, name, onStep }) {
      const key = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 32);
      const controller = new AbortController();
      const signal = AbortSignal.any([given, controller.signal]);
      if (name) running.set(name, controller);
      try {
        const print = kept.get(key) ?? (await makeOne());
        kept.delete(key);
        kept.set(key, print);
        for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
        return { key, print };
      } finally {
        if (name && running.get(name) === controller) running.delete(name);
      }

      async function makeOne(): Promise<FinishedPrint> {
        // Loaded with the first print: who only reads never needs it.
        const { makePdf } = await import('./make-pdf.ts');
        return makePdf(printer, {
          content,
          options,
          fonts: await printFonts(options.size),
          now: now(),
          signal,
          onStep,
        });
      }
    },
  };
}
