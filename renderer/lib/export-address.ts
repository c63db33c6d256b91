import type { ExportFormat, ExportRequest } from '../../main/exports/export-request.ts';
import type { Page } from './reader.svelte.ts';

export const READ_FORMATS = ['epub', 'html', 'markdown'] as const satisfies ExportFormat[];
export const CITE_FORMATS = [
  'bibtex',
  'ris',
  'csl-json',
  'chicago',
  'mla',
  'apa',
] as const satisfies ExportFormat[];

export type OfferedFormat = (typeof READ_FORMATS)[number] | (typeof CITE_FORMATS)[number];

/** What may go along, or the whole library. */
export type Included = ExportRequest['with'] | 'all';

/** Entries that a page offers as one file, as a pack does. */
export interface Chosen {
  /** Of the file; without one the first entry names it. */
  title: string;
  entries: readonly string[];
}

/** What can be chosen on a page. Only guides and stages have parts; a page that is no entry has but the library. */
export function choicesOn(page: Page, chosen?: Chosen): Included[] {
  if (chosen) return ['nothing', 'parts', 'links', 'all'];
  if (page.view !== 'document') return ['all'];
  const { collection } = page.document;
  const hasParts = collection === 'guides' || collection === 'stages';
  return hasParts ? ['nothing', 'parts', 'links', 'all'] : ['nothing', 'links', 'all'];
}

/** Whether a format takes so much: a book of the whole library is too large. */
export function canExport(format: ExportFormat, included: Included): boolean {
  return included !== 'all' || (format !== 'epub' && format !== 'html');
}

/** The address of the archive that answers with the file. */
export function exportAddress(
  format: ExportFormat,
  included: Included,
  page: Page,
  calendar: ExportRequest['calendar'],
  chosen?: Chosen,
): string {
  if (chosen && included !== 'all') return chosenAddress(format, chosen, { with: included, calendar });
  return addressOf(
    format,
    included === 'all' || page.view !== 'document'
      ? { entries: 'all', calendar }
      : { entries: page.document.address.slice(1), with: included, calendar },
  );
}

/** The same of chosen entries; `pack` is the file by which a pack is shared. */
export function chosenAddress(
  format: ExportFormat,
  { title, entries }: Chosen,
  rest: Partial<Pick<ExportRequest, 'with' | 'calendar'>> = {},
): string {
  return addressOf(format, { entries: entries.join(), ...(title && { title }), ...rest });
}

/** In the few signs that the shell takes in an address. */
function addressOf(format: ExportFormat, query: Record<string, string>): string {
  const text = String(new URLSearchParams(query)).replaceAll('+', '%20').replaceAll('*', '%2A');
  return `/api/exports/${format}?${text}`;
}
