import { createExport } from '../../main/exports/create-export.ts';
import type { ExportFormat, ExportRequest } from '../../main/exports/export-request.ts';
import { loadLibrary } from '../../main/library/load-library.ts';
import { LIBRARY } from './built-library.ts';
import type { Value } from './report.ts';
import { median, repeat } from './statistics.ts';

const GUIDE: ExportRequest = { entries: ['guides/the-july-days-1917'], with: 'parts', calendar: 'lived' };
const ALL: ExportRequest = { entries: ['all'], with: 'nothing', calendar: 'lived' };
const MEASURED: [name: string, ExportFormat, ExportRequest][] = [
  ['EPUB of a guide with its readings', 'epub', GUIDE],
  ['HTML of a guide with its readings', 'html', GUIDE],
  ['bibliography of the whole library, BibTeX', 'bibtex', ALL],
  ['bibliography of the whole library, Chicago', 'chicago', ALL],
  ['Markdown of the whole library', 'markdown', ALL],
];
const TIMES = 5;

/** How long it takes to make what is taken away, from the files on disk; what takes over 500 ms shows its progress. */
export async function* exporting(): AsyncGenerator<Value> {
  const library = await loadLibrary(LIBRARY);
  const tooMany = (count: number): never => {
    throw new Error(`${count} entries are too many`);
  };
  for (const [name, format, request] of MEASURED) {
    let size = 0;
    const times = await repeat(TIMES, async () => {
      const started = performance.now();
      const options = { now: new Date(), signal: new AbortController().signal, most: Infinity, tooMany };
      size = (await createExport(library, format, request, options)).bytes.length;
      return performance.now() - started;
    });
    yield { name: `${name}: ms / kB`, value: `${median(times)} / ${(size / 1000).toFixed(0)}` };
  }
}
