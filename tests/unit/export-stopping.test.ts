import { describe, expect, it } from 'vitest';
import { createExportRoutes } from '../../main/archive/export-routes.ts';
import { createExport } from '../../main/exports/create-export.ts';
import { loadLibrary } from '../../main/library/load-library.ts';
import { LIBRARY } from '../bench/built-library.ts';

const library = await loadLibrary(LIBRARY);

function start(signal: AbortSignal) {
  const tooMany = (count: number): never => {
    throw new Error(`${count} are too many`);
  };
  const request = { entries: ['all'], with: 'nothing', calendar: 'lived' } as const;
  const options = { now: new Date('2026-11-25'), signal, most: 2000, tooMany };
  return createExport(library, 'epub', { ...request, entries: [...request.entries] }, options);
}

describe('an export that is not wanted any more', () => {
  it('stops on the way, and never begins for a signal that was given before', async () => {
    await expect(start(AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
    const controller = new AbortController();
    const made = start(controller.signal);
    setTimeout(() => controller.abort(new Error('on the way')), 50);
    await expect(made).rejects.toThrow('on the way');
  });

  it('is told so by the archive’s request', async () => {
    const routes = createExportRoutes(library);
    const seen: unknown[] = [];
    routes.onError((error) => {
      seen.push(error);
      return new Response(null, { status: 499 });
    });
    const controller = new AbortController();
    const url = 'http://127.0.0.1/markdown?entries=all';
    const answer = routes.request(new Request(url, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    expect((await answer).status).toBe(499);
    expect(seen).toMatchObject([{ name: 'AbortError' }]);
  });
});
