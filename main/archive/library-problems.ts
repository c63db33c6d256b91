import { UnknownEntryError } from '../exports/gather.ts';
import { LibraryDamagedError } from '../library/load-library.ts';
import { ProblemError } from './problem.ts';

/** Turns what the library could not give into a problem with its remedy. @throws it, or whatever else was given */
export function explainLibraryError(error: unknown): never {
  if (error instanceof UnknownEntryError) {
    const detail = `${error.message} is not in the library. It may have another name now: search for it, and choose again.`;
    throw new ProblemError(404, 'No such entry', detail);
  }
  if (!(error instanceof LibraryDamagedError)) throw error;
  const detail = `${error.message}. Install the application again, or rebuild the library with "npm run build".`;
  throw new ProblemError(503, 'The library is damaged', detail);
}
