/** The search thread: reads texts and indexes of the library, answers requests in the order they come. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchDocument } from '../library/compiled-schema.ts';
import { SEARCH_TEXTS, indexFile, unpackBytes, unpackFile } from '../library/library-files.ts';
import { LANGUAGES } from '../library/vocabulary.ts';
import { openPackedIndex } from './packed-index.ts';
import { QueryError } from './query.ts';
import { createSearcher } from './searcher.ts';
import { toWorkerSchema, workerDataSchema, type FromWorker, type ToWorker } from './worker-messages.ts';

const { libraryFolder } = workerDataSchema.parse(workerData);
const read = (name: string): Buffer => readFileSync(join(libraryFolder, name));
const searcher = createSearcher(
  unpackFile(read(SEARCH_TEXTS)) as SearchDocument[],
  LANGUAGES.map((language) => openPackedIndex(unpackBytes(read(indexFile(language))), language)),
);

parentPort?.on('message', (message: unknown) => {
  parentPort?.postMessage(answer(toWorkerSchema.parse(message)));
});

function answer({ id, request }: ToWorker): FromWorker {
  try {
    return { type: 'answer', id, response: searcher.search(request) };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { type: 'refused', id, reason: error.message };
  }
}
