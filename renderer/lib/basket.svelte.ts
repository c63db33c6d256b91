import { getContext, setContext } from 'svelte';
import type { Pack, SavedPack } from '../../main/packs/pack-schema.ts';
import type { Packs } from '../../main/packs/packs-store.ts';
import { ArchiveProblem, deletePack, fetchPacks, keepPack, readPack, savePack } from './client.ts';
import { t } from './i18n.ts';
import { moved } from './pack-order.ts';
import { MOST_ENTRIES } from './print-address.ts';

/** Twice what the archive takes: what is larger need not be read to be refused. */
const MOST_FILE_BYTES = 512 * 1024;
/** Another window or program changed the pack (RFC 9110, 15.5.10). */
const CONFLICT = 409;

interface Undo {
  text: string;
  run: () => void;
}

/** The course pack that the reader collects, and those saved. Shown at once, saved at once, followed by all windows. */
export class BasketState {
  pack = $state.raw<Pack>({ title: '', entries: [] });
  saved = $state.raw<readonly SavedPack[]>([]);
  /** Sentences about what could not be read or saved. */
  notices = $state.raw<readonly string[]>([]);
  /** What was just lost, and how to get it back. */
  undo = $state.raw<Undo | undefined>();
  readonly #entries = $derived(new Set(this.pack.entries));
  readonly #others = new BroadcastChannel('packs');
  #last: Promise<void> = Promise.resolve();
  /** What the data folder holds, as far as this window knows; nothing is written before it has been read. */
  #kept: Pack | undefined;

  constructor() {
    this.#others.addEventListener('message', ({ data }) => {
      const { pack, saved } = data as Pick<BasketState, 'pack' | 'saved'>;
      this.pack = this.#kept = pack;
      this.saved = saved;
      this.undo = undefined;
    });
  }

  /** Fetches what was collected before. A library that cannot be opened says so by itself. */
  async start(): Promise<void> {
    const packs = await fetchPacks().catch(() => undefined);
    if (!packs) return;
    this.#read(packs);
    this.notices = packs.notices;
  }

  #read({ current, saved }: Packs): void {
    this.pack = this.#kept = current;
    this.saved = saved;
  }

  has(entry: string): boolean {
    return this.#entries.has(entry);
  }

  add(entries: readonly string[]): void {
    const all = [...new Set([...this.pack.entries, ...entries])];
    if (all.length > MOST_ENTRIES) this.notices = [t('pack.full', { count: MOST_ENTRIES })];
    else this.#show({ ...this.pack, entries: all });
  }

  remove(entry: string, title: string): void {
    const entries = this.pack.entries.filter((each) => each !== entry);
    this.#replace({ ...this.pack, entries }, t('pack.undone.removed', { title }));
  }

  move(from: number, to: number): void {
    this.#show({ ...this.pack, entries: moved(this.pack.entries, from, to) });
  }

  rename(title: string): void {
    this.#show({ ...this.pack, title: title.trim() });
  }

  clear(): void {
    this.#replace({ title: '', entries: [] }, t('pack.undone.cleared'));
  }

  /** Goes on with another pack, a saved one or one from a file. */
  open({ title, entries }: Pack): void {
    const next = { title, entries };
    if (this.pack.entries.length === 0) this.#show(next);
    else this.#replace(next, t('pack.undone.replaced'));
  }

  /** Saves the pack under a name. Whether it could be is said in the notices. */
  async saveAs(name: string): Promise<boolean> {
    const before = this.saved.find((pack) => pack.name === name);
    const done = await this.#change(() => savePack(name, this.pack));
    if (done && before) this.#offer(t('pack.undone.overwritten', { title: name }), before);
    return done;
  }

  async deleteSaved(gone: SavedPack): Promise<void> {
    if (!(await this.#change(() => deletePack(gone.name)))) return;
    this.#offer(t('pack.undone.deleted', { title: gone.name }), gone);
  }

  /** Opens a shared file. @returns what there is to say of it */
  async openFile(file: File): Promise<string> {
    if (file.size > MOST_FILE_BYTES) return t('pack.tooLarge');
    try {
      const { pack, gone } = await readPack(await file.text());
      const entries = pack.entries.filter((entry) => !gone.includes(entry));
      if (entries.length > 0) this.open({ ...pack, entries });
      const title = pack.title || t('pack.title');
      const opened =
        entries.length > 0
          ? t('pack.opened', { title, count: entries.length })
          : t('pack.openedNone', { title });
      const missing = t('pack.missing', { count: gone.length, names: gone.join(', ') });
      return gone.length > 0 ? `${opened} ${missing}` : opened;
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) return t('pack.unread');
      return `${error.problem.title}. ${error.problem.detail}`;
    }
  }

  /** Offers a saved pack that is not there any more. */
  #offer(text: string, { name, ...pack }: SavedPack): void {
    this.undo = { text, run: () => void this.#change(() => savePack(name, pack)) };
  }

  /** Shows another pack, and offers the one before. */
  #replace(next: Pack, text: string): void {
    const before = this.pack;
    this.#show(next);
    this.undo = { text, run: () => this.#show(before) };
  }

  #show(pack: Pack): void {
    this.pack = pack;
    this.undo = undefined;
    this.#tellOthers();
    // One after the other, so that the last to be shown is the last to be written.
    this.#last = this.#last.then(() => this.#keep(pack)).catch((error: unknown) => this.#explain(error));
  }

  async #keep(pack: Pack): Promise<void> {
    if (!this.#kept) {
      // What was collected before could not be read then; it is added to, not replaced.
      const { current } = await fetchPacks();
      this.#kept = current;
      const entries = [...new Set([...current.entries, ...pack.entries])];
      pack = { title: pack.title || current.title, entries };
      this.pack = pack;
    }
    try {
      await keepPack(pack, this.#kept);
      this.#kept = pack;
    } catch (error) {
      if (!(error instanceof ArchiveProblem) || error.problem.status !== CONFLICT) throw error;
      this.#read(await fetchPacks());
      this.undo = undefined;
      this.notices = [`${error.problem.title}. ${error.problem.detail}`];
    }
  }

  async #change(act: () => Promise<{ saved: readonly SavedPack[] }>): Promise<boolean> {
    try {
      ({ saved: this.saved } = await act());
    } catch (error) {
      this.#explain(error);
      return false;
    }
    this.undo = undefined;
    this.#tellOthers();
    return true;
  }

  #tellOthers(): void {
    const { pack, saved } = this;
    this.#others.postMessage({ pack, saved });
  }

  #explain(error: unknown): void {
    this.notices = [error instanceof ArchiveProblem ? error.problem.detail : t('pack.unsaved')];
  }
}

const KEY = Symbol('basket');

export function provideBasket(basket: BasketState): void {
  setContext(KEY, basket);
}

export function useBasket(): BasketState {
  return getContext<BasketState>(KEY);
}
