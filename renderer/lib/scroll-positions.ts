const STORAGE_KEY = 'scroll-positions';

/** Where each entry of the history was left, so that back, forward and reload return to it. */
export class ScrollPositions {
  readonly #positions = new Map<string, number>(
    JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]') as [string, number][],
  );

  constructor() {
    window.addEventListener('pagehide', () => {
      this.leave();
      sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...this.#positions]));
    });
  }

  /** Remembers how far the page is scrolled that is about to be left. */
  leave(): void {
    const key = this.#currentKey();
    if (key) this.#positions.set(key, scrollY);
  }

  restore(key: string): void {
    scrollTo(0, this.#positions.get(key) ?? 0);
  }

  /** After a reload, or back from another document: true where there was a position to return to. */
  restoreAfterLoad(): boolean {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const key = this.#currentKey();
    if (!entry || entry.type === 'navigate' || !key || !this.#positions.has(key)) return false;
    this.restore(key);
    return true;
  }

  /** On a new page: to the paragraph or heading its address names, else to the top. */
  arrive(hash: string): void {
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target) target.scrollIntoView();
    else scrollTo(0, 0);
  }

  #currentKey(): string | undefined {
    return 'navigation' in window ? navigation.currentEntry?.key : undefined;
  }
}
