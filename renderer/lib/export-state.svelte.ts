import { getContext, setContext } from 'svelte';
import { fetchExport, ArchiveProblem } from './client.ts';
import { desktop } from './desktop.ts';
import type { Chosen } from './export-address.ts';
import { t } from './i18n.ts';

/** What takes longer is said to be at work, and can be stopped. */
const SLOW = 500;

/** The dialog of exports, and the one that is being made. */
export class ExportState {
  open = $state(false);
  busy = $state(false);
  /** Busy for so long that the reader should see it. */
  slow = $state(false);
  /** How it ended, in a sentence. */
  message = $state('');
  /** What the page offers besides itself: the entries that are printed. */
  chosen = $state.raw<Chosen | undefined>();
  #controller: AbortController | undefined;

  /** Makes the file: the shell saves it where the reader says, a browser downloads it. */
  async run(address: string): Promise<void> {
    this.#controller = new AbortController();
    this.busy = true;
    this.message = '';
    const timer = setTimeout(() => (this.slow = true), SLOW);
    try {
      this.message = desktop ? await saveInShell(address) : await download(address, this.#controller.signal);
    } catch (error) {
      if (this.#controller.signal.aborted) this.message = t('export.stopped');
      else if (error instanceof ArchiveProblem)
        this.message = `${error.problem.title}. ${error.problem.detail}`;
      else this.message = t('export.failed');
    } finally {
      clearTimeout(timer);
      this.busy = this.slow = false;
    }
  }

  stop(): void {
    this.#controller?.abort();
    void desktop?.cancelExport();
  }
}

async function saveInShell(address: string): Promise<string> {
  const ended = await desktop?.exportFile(address);
  if (ended?.outcome === 'refused') return ended.detail;
  return t(ended?.outcome === 'saved' ? 'export.done' : 'export.stopped');
}

/** Fetched first, so that a refusal can be told instead of being saved. */
async function download(address: string, signal: AbortSignal): Promise<string> {
  const { name, file } = await fetchExport(address, signal);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return t('export.done');
}

const KEY = Symbol('export');

export function provideExport(state: ExportState): void {
  setContext(KEY, state);
}

export function useExport(): ExportState {
  return getContext<ExportState>(KEY);
}
