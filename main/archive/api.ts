/** The routes the window calls. Their type is the window's client. */
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { LibraryDamagedError, type Library } from '../library/load-library.ts';
import { COLLECTIONS } from '../library/vocabulary.ts';
import type { SearchClient } from '../search/search-client.ts';
import { searchRequestSchema } from '../search/search-schema.ts';
import { ProblemError } from './problem.ts';

export interface ApiParts {
  library: Library;
  search: SearchClient;
}

const documentParams = z.object({ collection: z.enum(COLLECTIONS), id: z.string().max(120) });

/** Builds the routes under `/api`. */
export function createApi({ library, search }: ApiParts) {
  return new Hono()
    .get('/catalogue', (context) => context.json([...library.catalogue]))
    .get(
      '/documents/:collection/:id',
      zValidator('param', documentParams, refuse('address')),
      async (context) => {
        const { collection, id } = context.req.valid('param');
        const document = await library.document(`/${collection}/${id}`).catch(damaged);
        if (!document) throw new ProblemError(404, 'No such entry', 'Search for it, or look in the lists.');
        return context.json(document);
      },
    )
    .get('/search', zValidator('query', searchRequestSchema, refuse('query')), async (context) => {
      const outcome = await search.search(context.req.valid('query'), context.req.raw.signal);
      if ('refused' in outcome)
        throw new ProblemError(400, 'The query cannot be understood', outcome.refused);
      return context.json(outcome.response);
    })
    .all('/*', () => {
      throw new ProblemError(
        404,
        'No such address',
        'The archive answers /api/catalogue, /api/documents and /api/search.',
      );
    });
}

export type ArchiveApi = ReturnType<typeof createApi>;

/** Turns a failed validation into a problem that names the parameter and the remedy. */
function refuse(what: string) {
  return (result: { success: boolean; error?: { issues: readonly z.core.$ZodIssue[] } }) => {
    if (result.success) return;
    const detail = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' ');
    if (what === 'address')
      throw new ProblemError(404, 'No such entry', 'Search for it, or look in the lists.');
    throw new ProblemError(400, `The ${what} cannot be understood`, detail ?? 'Correct it and try again.');
  };
}

function damaged(error: unknown): never {
  if (!(error instanceof LibraryDamagedError)) throw error;
  throw new ProblemError(
    503,
    'The library is damaged',
    `${error.message}. Install the application again, or rebuild the library with "npm run build".`,
  );
}
