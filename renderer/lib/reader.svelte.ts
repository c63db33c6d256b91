import { getContext, setContext, tick } from 'svelte';
import type { Problem } from '../../main/archive/problem.ts';
import type { OpenedText } from '../../main/imports/compile-opened.ts';
import type { CatalogueEntry, LibraryDocument } from '../../main/library/compiled-schema.ts';
import { en } from '../messages/en.ts';
import { ScrollPositions } from './scroll-positions.ts';
import { ArchiveProblem, fetchCatalogue, fetchDocument, fetchOpened } from './client.ts';

export type Collection = LibraryDocument['collection'];

/** Every collection has its name in the catalogue of messages. */
const COLLECTIONS = Object.keys(en.collections) as Collection[];

/** Pages that are one address each. */
const VIEWS = ['timeline', 'live', 'map', 'print', 'search', 'settings', 'licences'] as const;

export type Page =
  | { view: 'home' | (typeof VIEWS)[number] }
  | { view: 'list'; collection: Collection }
  | { view: 'document'; document: LibraryDocument }
  | { view: 'opened'; text: OpenedText }
  | { view: 'problem'; problem: Problem };

/** What the window shows and where it is. Made once, passed by context. */
export class Reader {
  url = $state.raw(new URL(location.href));
  page = $state.raw<Page>({ view: 'home' });
  catalogue = $state.raw<readonly CatalogueEntry[]>([]);
  readonly #byAddress = $derived(new Map(this.catalogue.map((entry) => [entry.address, entry])));
  readonly #scrolls = new ScrollPositions();

  /** Loads the first page; the next ones are loaded before they are shown, so that scroll can be restored. */
  async start(): Promise<void> {
    const [catalogue, page] = await Promise.all([
      fetchCatalogue().catch(() => []),
      loadPage(this.url, AbortSignal.timeout(30_000)),
    ]);
    this.catalogue = catalogue;
    this.page = page;
    // Where the browser lacks the Navigation API every link is an ordinary one: the archive serves each address.
    if ('navigation' in window) navigation.addEventListener('navigate', (event) => this.#navigate(event));
  }

  /** Once the first page stands, goes to the paragraph or heading that the address names. */
  shown(): void {
    if (!this.#scrolls.restoreAfterLoad()) this.#scrolls.arrive(location.hash);
  }

  /** What the catalogue knows of addresses, in their order. */
  refs(addresses: readonly string[]): CatalogueEntry[] {
    return addresses.flatMap((address) => this.#byAddress.get(address) ?? []);
  }

  entries(collection: Collection): CatalogueEntry[] {
    return this.catalogue.filter((entry) => entry.collection === collection);
  }

  #navigate(event: NavigateEvent): void {
    const to = new URL(event.destination.url);
    if (!event.canIntercept || event.hashChange || event.downloadRequest !== null || event.formData) return;
    if (to.origin !== location.origin || event.navigationType === 'reload') return;
    const samePage = to.pathname === this.url.pathname;
    this.#scrolls.leave();
    event.intercept({
      focusReset: 'manual',
      scroll: 'manual',
      handler: async () => {
        const page = samePage ? this.page : await loadPage(to, event.signal);
        event.signal.throwIfAborted();
        this.page = page;
        this.url = to;
        await tick();
        if (event.navigationType === 'traverse') this.#scrolls.restore(event.destination.key);
        else if (!samePage) this.#scrolls.arrive(to.hash);
        if (!samePage) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      },
    });
  }
}

/** Goes to an address without leaving an entry behind, as filters and half-typed searches do. */
export function replaceAddress(address: string): void {
  if ('navigation' in window) navigation.navigate(address, { history: 'replace' });
  else location.replace(address);
}

export function goTo(address: string): void {
  location.assign(address);
}

async function loadPage(url: URL, signal: AbortSignal): Promise<Page> {
  const [first = '', id, ...rest] = url.pathname.split('/').filter(Boolean);
  if (first === '') return { view: 'home' };
  const view = VIEWS.find((name) => name === first);
  if (view && !id) return { view };
  const collection = COLLECTIONS.find((name) => name === first);
  const isOpened = first === 'opened' && id !== undefined;
  if ((!collection && !isOpened) || rest.length > 0) return { view: 'problem', problem: noSuchPage() };
  if (collection && !id) return { view: 'list', collection };
  try {
    if (!collection) return { view: 'opened', text: await fetchOpened(id ?? '', signal) };
    if (!id) return { view: 'list', collection };
    return { view: 'document', document: await fetchDocument(collection, id, signal) };
  } catch (error) {
    if (error instanceof ArchiveProblem) return { view: 'problem', problem: error.problem };
    throw error;
  }
}

function noSuchPage(): Problem {
  return { type: 'about:blank', title: 'No such page', status: 404, detail: '' };
}

const KEY = Symbol('reader');

export function provideReader(reader: Reader): void {
  setContext(KEY, reader);
}

export function useReader(): Reader {
  return getContext<Reader>(KEY);
}
