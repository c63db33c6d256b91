import { createHash } from 'node:crypto';
import type { Library } from '../library/load-library.ts';
import { writePackFile } from '../packs/pack-file.ts';
import { collectItems } from './bibliography/collect.ts';
import { writeBibliography } from './bibliography/formats.ts';
import { titleOfBook, type Book } from './book.ts';
import { fileNameOf } from './file-name.ts';
import { epubFiles } from './epub.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportRequest } from './export-request.ts';
import { gather } from './gather.ts';
import { htmlFile } from './html-file.ts';
import { markdownFiles } from './markdown-pack.ts';
import { bookWords } from './words.ts';
import { pauses, zip } from './zip.ts';

export interface ExportedFile {
  /** Ready for any file system. */
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Makes the file that was asked for. Long work lets others have their turn, and stops when it is told to.
 * @param now the date that stands in the file
 * @param most more entries than this are refused by `tooMany`
 * @throws what `gather` throws, or what `tooMany` does
 */
export async function createExport(
  library: Library,
  format: ExportFormat,
  request: ExportRequest,
  {
    now,
    signal,
    most,
    tooMany,
  }: { now: Date; signal: AbortSignal; most: number; tooMany: (count: number) => never },
): Promise<ExportedFile> {
  const { chosen, documents } = await gather(library, request, signal);
  if (documents.length > most) tooMany(documents.length);
  const whole = request.entries[0] === 'all';
  const title = request.title ?? (whole ? bookWords.en.library : titleOfBook(chosen));
  const book: Book = {
    title,
    documents,
    catalogue: new Map(library.catalogue.map((entry) => [entry.address, entry])),
    first: request.calendar,
    identifier: identifierOf(documents.map(({ address }) => address)),
    modified: now,
  };
  const bytes = await write();
  const { extension, type } = EXPORT_FORMATS[format];
  return { name: `${fileNameOf(title)}.${extension}`, type, bytes: new Uint8Array(bytes) };

  async function write(): Promise<Uint8Array> {
    switch (format) {
      case 'epub':
        return zip(await collect(epubFiles(book), signal), now, signal);
      case 'markdown': {
        const addresses = new Set(chosen.map(({ address }) => address));
        const files = markdownFiles(title, documents, addresses, await library.markdown(), now);
        return zip(await collect(files, signal), now, signal);
      }
      case 'html':
        return encode((await collect(htmlFile(book), signal)).join(''));
      case 'pack':
        return encode(writePackFile({ title, entries: chosen.map(({ address }) => address.slice(1)) }));
      default:
        return encode(writeBibliography(collectItems(documents), format));
    }
  }
}

/** Takes what a generator yields, with pauses between. */
async function collect<T>(parts: Iterable<T>, signal: AbortSignal): Promise<T[]> {
  const rest = pauses(signal);
  const collected: T[] = [];
  for (const part of parts) {
    collected.push(part);
    await rest();
  }
  return collected;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The same entries are the same book: a name-based UUID (RFC 9562, version 8) of their addresses. */
function identifierOf(addresses: readonly string[]): string {
  const hex = createHash('sha256').update(addresses.join('\n')).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
