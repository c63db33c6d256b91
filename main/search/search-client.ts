import { Worker } from 'node:worker_threads';
import type { SearchRequest, SearchResponse } from './search-schema.ts';
import { fromWorkerSchema, type FromWorker, type ToWorker } from './worker-messages.ts';

/** An answer, or a sentence that says why the query cannot be understood. */
export type SearchOutcome = { response: SearchResponse } | { refused: string };

export interface SearchClient {
  /** Rejects with an AbortError when the signal fires first, or with the worker's error when it died. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchOutcome>;
  close(): Promise<void>;
}

interface Waiting {
  request: SearchRequest;
  signal: AbortSignal | undefined;
  resolve: (outcome: SearchOutcome) => void;
  reject: (reason: unknown) => void;
}

/**
 * Room for what a search makes and throws away. Over 887 entries: 195 MB for the whole process where
 * Node's own choice takes 243, at the same speed; with 8 too much of it grows old, and 290 are taken.
 */
const YOUNG_GENERATION_MB = 16;

/**
 * Starts the search thread. One request is under way at a time, so that a request its window has
 * given up while waiting costs nothing.
 * @param workerFile address of the worker's module
 */
export function startSearch(workerFile: URL, libraryFolder: string): SearchClient {
  const worker = new Worker(workerFile, {
    workerData: { libraryFolder },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const queue: Waiting[] = [];
  let current: (Waiting & { id: number }) | undefined;
  let lastId = 0;
  let failure: Error | undefined;

  worker.on('message', (message: unknown) => settle(fromWorkerSchema.parse(message)));
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.unref();

  function settle(message: FromWorker): void {
    if (current?.id === message.id) {
      current.resolve(
        message.type === 'answer' ? { response: message.response } : { refused: message.reason },
      );
      current = undefined;
    }
    dispatch();
  }

  function dispatch(): void {
    if (current) return;
    let next = queue.shift();
    while (next?.signal?.aborted) {
      next.reject(next.signal.reason);
      next = queue.shift();
    }
    if (!next) return;
    lastId += 1;
    current = { ...next, id: lastId };
    worker.postMessage({ id: lastId, request: next.request } satisfies ToWorker);
  }

  function fail(error: Error): void {
    failure = error;
    for (const waiting of [...(current ? [current] : []), ...queue.splice(0)]) waiting.reject(error);
    current = undefined;
  }

  return {
    search: (request, signal) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        queue.push({ request, signal, resolve, reject });
        dispatch();
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
