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

/** What may go along, or the whole library. */
export type Included = ExportRequest['with'] | 'all';

/** What can be chosen on a page. Only guides and stages have parts; a page that is no entry has but the library. */
export function choicesOn(page: Page): Included[] {
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
): string {
  const query = new URLSearchParams(
    included === 'all' || page.view !== 'document'
      ? { entries: 'all', calendar }
      : { entries: page.document.address.slice(1), with: included, calendar },
  );
  return `/api/exports/${format}?${query}`;
}
