import { UnknownEntryError } from '../exports/gather.ts';
import { dayWords } from '../exports/date-words.ts';
import { fill } from '../exports/words.ts';
import type { CatalogueEntry, LibraryDocument } from '../library/compiled-schema.ts';
import type { Library } from '../library/load-library.ts';
import { paperWords as words } from '../printing/paper-words.ts';
import type { PrintOptions } from '../printing/print-options.ts';
import type { PrintContent, PrintedList } from '../printing/sections.ts';
import type { SearchClient } from '../search/search-client.ts';
import { ProblemError } from './problem.ts';

/** Results of a search that are printed at most. */
const MOST_FOUND = 100;

/**
 * Fetches what a print asks for.
 * @throws ProblemError where nothing was asked for or the query cannot be understood, UnknownEntryError, or
 * LibraryDamagedError
 */
export async function gatherPrint(
  { library, search }: { library: Library; search: SearchClient },
  options: PrintOptions,
  signal: AbortSignal,
): Promise<PrintContent> {
  const { catalogue } = library;
  const terms =
    options.list === 'glossary' ? catalogue.filter(({ collection }) => collection === 'terms') : [];
  const addresses = new Set([
    ...options.entries.map((entry) => `/${entry}`),
    ...terms.toSorted(bySort).map(({ address }) => address),
  ]);
  const documents: LibraryDocument[] = [];
  for (const address of addresses) {
    const document = await library.document(address);
    if (!document) throw new UnknownEntryError(address);
    documents.push(document);
    signal.throwIfAborted();
  }
  const list = await listOf(catalogue, search, options, signal);
  if (documents.length === 0 && !list) {
    throw new ProblemError(400, 'There is nothing to print', 'Choose at least one entry, or a list.');
  }
  const only = documents.length === 1 && !list ? documents[0]?.title : undefined;
  const title =
    options.title || only || (terms.length > 0 && words.glossary) || list?.title || words.coursePack;
  const byAddress = new Map(catalogue.map((entry) => [entry.address, entry]));
  return { title, documents, catalogue: byAddress, ...(list && { list }) };
}

async function listOf(
  catalogue: readonly CatalogueEntry[],
  search: SearchClient,
  { list, from, to, q, kind, year }: PrintOptions,
  signal: AbortSignal,
): Promise<PrintedList | undefined> {
  if (!list || list === 'glossary') return undefined;
  const events = catalogue.filter(({ collection }) => collection === 'events').toSorted(bySort);
  const empty = words.noEvents;
  if (list === 'timeline') return { title: words.timeline, entries: events, empty, isDated: true };
  if (list === 'chronicle') {
    if (from > to) {
      throw new ProblemError(400, 'The span ends before it begins', 'Put the earlier day first.');
    }
    const title = fill(words.chronicle, { from: dayWords(from), to: dayWords(to) });
    return { title, entries: events.filter(isIn(from, to)), empty, isDated: true };
  }
  const outcome = await search.search({ q, kind, year, limit: MOST_FOUND, offset: 0 }, signal);
  if ('refused' in outcome) throw new ProblemError(400, 'The query cannot be understood', outcome.refused);
  const byAddress = new Map(catalogue.map((entry) => [entry.address, entry]));
  const { results, total } = outcome.response;
  const note = total > results.length ? fill(words.firstOf, { count: results.length, total }) : undefined;
  const entries = results.flatMap(({ address }) => byAddress.get(address) ?? []);
  const title = fill(words.found, { query: q });
  return { title, entries, empty: words.nothingFound, isDated: false, ...(note && { note }) };
}

/** Events known to a day whose days touch the span. */
function isIn(from: string, to: string) {
  return ({ date }: CatalogueEntry): boolean =>
    date?.precision === 'day' && date.start.os <= to && (date.end ?? date.start).os >= from;
}

function bySort(a: CatalogueEntry, b: CatalogueEntry): number {
  return a.sort.localeCompare(b.sort, 'en');
}
