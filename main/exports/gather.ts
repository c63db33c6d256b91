import type { LibraryDocument, Ref, RefOrName } from '../library/compiled-schema.ts';
import type { Library } from '../library/load-library.ts';
import type { ExportRequest } from './export-request.ts';
import { pauses } from './zip.ts';

/** The chosen entries in their order, and after each what comes with it. */
export interface Gathered {
  chosen: LibraryDocument[];
  documents: LibraryDocument[];
}

/** An entry that is not in the library, named as it was asked for. */
export class UnknownEntryError extends Error {
  override name = 'UnknownEntryError';
}

/**
 * Reads what is to be taken away.
 * @throws UnknownEntryError, LibraryDamagedError, or the signal's reason
 */
export async function gather(
  library: Library,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<Gathered> {
  const rest = pauses(signal);
  const read = async (address: string): Promise<LibraryDocument> => {
    await rest();
    const document = await library.document(address);
    if (!document) throw new UnknownEntryError(address);
    return document;
  };
  const all = request.entries[0] === 'all';
  const asked = all
    ? library.catalogue.map(({ address }) => address)
    : request.entries.map((entry) => `/${entry.replace(/^\//, '')}`);
  const chosen: LibraryDocument[] = [];
  for (const address of new Set(asked)) chosen.push(await read(address));

  const documents = new Map<string, LibraryDocument>();
  for (const document of chosen) {
    documents.set(document.address, document);
    for (const address of companionsOf(document, request.with)) {
      if (asked.includes(address) || documents.has(address) || !library.has(address)) continue;
      documents.set(address, await read(address));
    }
  }
  return { chosen, documents: [...documents.values()] };
}

/** What comes with an entry, in the order in which it stands there. */
function companionsOf(document: LibraryDocument, wanted: ExportRequest['with']): string[] {
  if (wanted === 'nothing') return [];
  const parts = partsOf(document);
  return wanted === 'parts' ? parts : [...parts, ...linkedFrom(document)];
}

function partsOf(document: LibraryDocument): string[] {
  if (document.collection === 'guides') return document.readings.map(({ work }) => work.address);
  if (document.collection !== 'stages') return [];
  return [...document.events, ...document.works.map(({ address }) => address)];
}

/** Entries that the text or the fields lead to; not those that lead here. */
export function linkedFrom(document: LibraryDocument): string[] {
  const refs: (Ref | RefOrName | undefined)[] = [];
  for (const field of [
    'stage',
    'place',
    'within',
    'people',
    'organisations',
    'authors',
    'further',
  ] as const) {
    const value = (document as Partial<Record<typeof field, RefOrName | readonly RefOrName[]>>)[field];
    if (value) refs.push(...[value].flat());
  }
  if (document.collection === 'people') {
    refs.push(document.born?.place, document.died?.place, document.epigraph?.source);
    refs.push(...document.parties.map(({ organisation }) => organisation));
  }
  const addresses = [
    ...document.links.map(({ href }) => href.split('#')[0] ?? ''),
    ...refs.flatMap((ref) => ref?.address ?? []),
  ];
  return [...new Set(addresses)].filter((address) => /^\/[a-z]+\/[a-z0-9-]+$/.test(address));
}
