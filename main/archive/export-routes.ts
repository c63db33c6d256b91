import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import {
  MOST_CHOSEN,
  MOST_IN_BOOK,
  exportFormatSchema,
  exportRequestSchema,
  type ExportFormat,
} from '../exports/export-request.ts';
import type { Library } from '../library/load-library.ts';
import { explainLibraryError } from './library-problems.ts';
import { ProblemError, refuse } from './problem.ts';

const formatParam = z.object({ format: exportFormatSchema });
/** More entries than this are too many for a file; Markdown and bibliographies take all there are. */
const MOST: Partial<Record<ExportFormat, number>> = {
  epub: MOST_IN_BOOK,
  html: MOST_IN_BOOK,
  pack: MOST_CHOSEN,
};

/** `GET /:format?entries=people/leon-trotsky,…`: entries as a file to take away. */
export function createExportRoutes(library: Library, now: () => Date = () => new Date()) {
  return new Hono().get(
    '/:format',
    zValidator('param', formatParam, refuse('format')),
    zValidator('query', exportRequestSchema, refuse('list of entries')),
    async (context) => {
      const { format } = context.req.valid('param');
      const request = context.req.valid('query');
      const most = MOST[format] ?? library.catalogue.length;
      if (request.entries.length === 0) {
        throw new ProblemError(400, 'Nothing was chosen', 'Choose at least one entry to export.');
      }
      if (request.entries.length > MOST_CHOSEN) tooMany(request.entries.length, MOST_CHOSEN);
      if (request.entries[0] === 'all' && library.catalogue.length > most)
        tooMany(library.catalogue.length, most);
      const { signal } = context.req.raw;
      // Loaded with the first export: who only reads never needs it.
      const { createExport } = await import('../exports/create-export.ts');
      const options = { now: now(), signal, most, tooMany: (count: number) => tooMany(count, most) };
      const { name, type, bytes } = await createExport(library, format, request, options).catch(
        explainLibraryError,
      );
      return context.body(bytes, 200, {
        'Content-Type': type,
        'Content-Length': String(bytes.length),
        'Content-Disposition': attachment(name),
        'Cache-Control': 'no-store',
      });
    },
  );
}

/** RFC 6266: a name in ASCII for old programs, and the whole one. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

function tooMany(count: number, most: number): never {
  const detail = `${count} entries are more than one file takes (${most}). Choose fewer, or export them without what they lead to.`;
  throw new ProblemError(413, 'Too many entries', detail);
}
