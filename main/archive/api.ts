/** The routes the window calls. Their type is the window's client. */
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenedTexts } from '../imports/opened-texts.ts';
import type { Library } from '../library/load-library.ts';
import { COLLECTIONS } from '../library/vocabulary.ts';
import type { PacksStore } from '../packs/packs-store.ts';
import type { SearchClient } from '../search/search-client.ts';
import { searchRequestSchema } from '../search/search-schema.ts';

import type { SettingsStore } from '../settings/settings-store.ts';
import { createExportRoutes } from './export-routes.ts';
import { explainLibraryError } from './library-problems.ts';
import { createPackRoutes } from './pack-routes.ts';
import { createPrintRoutes, type Printing } from './print-routes.ts';
import { ProblemError, refuse } from './problem.ts';
import { createSettingsRoutes } from './settings-routes.ts';

export interface ApiParts {
  library: Library;
  search: SearchClient;
  settings: SettingsStore;
  packs: PacksStore;
  opened: OpenedTexts;
  printing: Printing;
}

const documentParams = z.object({ collection: z.enum(COLLECTIONS), id: z.string().max(120) });

/** Builds the routes under `/api`. */
export function createApi({ library, search, settings, packs, opened, printing }: ApiParts) {
  return new Hono()
    .get('/catalogue', (context) => context.json([...library.catalogue]))
    .get(
      '/documents/:collection/:id',
      zValidator('param', documentParams, refuse('address')),
      async (context) => {
        const { collection, id } = context.req.valid('param');
        const document = await library.document(`/${collection}/${id}`).catch(explainLibraryError);
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
    .get('/opened/:id', (context) => {
      const text = opened.get(context.req.param('id'));
      if (text) return context.json(text);
      throw new ProblemError(404, 'This file is not open', 'Open it again with File, Open…');
    })
    .route('/exports', createExportRoutes(library))
    .route('/packs', createPackRoutes(library, packs))
    .route('/prints', createPrintRoutes({ library, search }, printing))
    .route('/settings', createSettingsRoutes(settings))
    .all('/*', () => {
      throw new ProblemError(
        404,
        'No such address',
        'The archive answers /api/catalogue, /api/documents, /api/search, /api/opened, /api/exports, /api/packs, /api/prints and /api/settings.',
      );
    });
}

export type ArchiveApi = ReturnType<typeof createApi>;
