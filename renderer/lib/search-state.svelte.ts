import type { SearchResponse } from '../../main/search/search-schema.ts';
import { ArchiveProblem, fetchSearch, type SearchParams } from './client.ts';
import { t } from './i18n.ts';

/** The answer to what is typed. The newest question wins; older ones are given up. */
export class SearchState {
  response = $state.raw<SearchResponse | undefined>();
  problem = $state<string | undefined>();
  #controller: AbortController | undefined;
  #frame = 0;

  /** Asks once a frame at most, so that fast typing sends only what is shown. */
  ask(params: SearchParams): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#ask(params));
  }

  async #ask(params: SearchParams): Promise<void> {
    this.#controller?.abort();
    const controller = (this.#controller = new AbortController());
    if (!params.q.trim()) {
      this.response = undefined;
      this.problem = undefined;
      return;
    }
    try {
      this.response = await fetchSearch(params, controller.signal);
      this.problem = undefined;
    } catch (error) {
      if (controller.signal.aborted) return;
      this.problem = error instanceof ArchiveProblem ? error.problem.detail : t('search.failed');
    }
  }
}
