import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Library } from '../library/load-library.ts';
import { MOST_PACK_BYTES, TOO_LARGE, readPackFile } from '../packs/pack-file.ts';
import { MOST_SAVED, packName, packSchema } from '../packs/pack-schema.ts';
import { PackChangedError, type Packs, type PacksStore } from '../packs/packs-store.ts';
import { ProblemError, refuse } from './problem.ts';

// In the query: a name of dots in a path would be taken for a step up.
const nameQuery = zValidator('query', z.object({ name: packName }), refuse('name of the pack'));
const packBody = zValidator('json', packSchema, refuse('pack'));
const currentBody = zValidator('json', packSchema.extend({ base: packSchema.optional() }), refuse('pack'));

/**
 * `GET /` what is collected and saved, `PUT /current` what is collected, `PUT` and `DELETE /saved?name=…` packs by
 * their names, `POST /read` the text of a shared file.
 */
export function createPackRoutes(library: Library, packs: PacksStore) {
  return new Hono()
    .get('/', (context) => context.json(packs.read()))
    .put('/current', currentBody, (context) => {
      const { base, ...pack } = context.req.valid('json');
      return context.json(kept(() => packs.setCurrent(pack, base)));
    })
    .put('/saved', nameQuery, packBody, (context) => {
      const { name } = context.req.valid('query');
      const { saved } = packs.read();
      if (saved.length >= MOST_SAVED && !saved.some((each) => each.name === name)) {
        const detail = `${MOST_SAVED} packs are saved already. Delete one that is not needed any more.`;
        throw new ProblemError(409, 'Too many packs', detail);
      }
      const pack = context.req.valid('json');
      return context.json(kept(() => packs.save({ ...pack, name })));
    })
    .delete('/saved', nameQuery, (context) => {
      const { name } = context.req.valid('query');
      return context.json(kept(() => packs.remove(name)));
    })
    .post('/read', async (context) => {
      if (Number(context.req.header('Content-Length') ?? 0) > MOST_PACK_BYTES) {
        throw new ProblemError(413, TOO_LARGE.title, TOO_LARGE.detail);
      }
      const read = readPackFile(await context.req.text());
      if ('refused' in read) {
        throw new ProblemError(
          read.refused.title === TOO_LARGE.title ? 413 : 400,
          read.refused.title,
          read.refused.detail,
        );
      }
      const gone = read.pack.entries.filter((entry) => !library.has(`/${entry}`));
      return context.json({ pack: read.pack, gone });
    });
}

/** Says which file cannot be written, why, and what to do. */
function kept(write: () => Packs): Packs {
  try {
    return write();
  } catch (error) {
    if (error instanceof PackChangedError) {
      const detail = 'It is shown as it is now. Make your change again.';
      throw new ProblemError(409, 'The pack was changed in another window or program', detail);
    }
    const { code, path } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new ProblemError(
      507,
      'The pack cannot be saved',
      `${path ?? 'The data folder'} cannot be written (${code}). Free some space or check who may write there; until then the pack is kept in this window only.`,
    );
  }
}
