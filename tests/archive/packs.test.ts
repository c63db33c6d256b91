import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

let served: ServedLibrary;
let cookie: string;
beforeAll(async () => {
  served = await serveLibrary();
  const entry = await fetch(served.entry, { redirect: 'manual' });
  cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => served.stop());

const PACK = { title: 'July', entries: ['stages/july-days', 'works/on-slogans'] };
const send = (method: string, path: string, body?: unknown, key = cookie) =>
  fetch(`${served.origin}/api/packs${path}`, {
    method,
    headers: { Cookie: key, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const read = async () => (await (await send('GET', '')).json()) as Record<string, unknown>;

describe('the archive keeps packs', () => {
  it('what is collected, and what is saved by any name', async () => {
    expect((await send('PUT', '/current', PACK)).status).toBe(200);
    const name = '../a/b? “c” & d';
    const at = `/saved?${new URLSearchParams({ name })}`;
    expect((await send('PUT', at, PACK)).status).toBe(200);
    expect(await read()).toEqual({ current: PACK, saved: [{ ...PACK, name }], notices: [] });
    expect((await send('DELETE', at)).status).toBe(200);
    expect(await read()).toMatchObject({ saved: [] });
  });

  it('lets nobody change them without the key', async () => {
    expect((await send('PUT', '/current', PACK, '')).status).toBe(403);
    expect((await send('POST', '/read', '{}', '')).status).toBe(403);
  });

  it.each([
    ['/current', { title: 'x'.repeat(121) }, 'title: is longer than 120'],
    ['/current', { entries: ['/people/leon-trotsky'] }, 'entries.0: is not of the form'],
    ['/current', { entries: Array.from({ length: 301 }, (_, at) => `terms/x${at}`) }, 'more than 300'],
    ['/saved?name=', PACK, 'name: is empty'],
    ['/saved', PACK, 'name:'],
  ])('PUT %s refuses what it cannot keep', async (path, body, detail) => {
    const answer = await send('PUT', path, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(detail);
  });

  it('tells of a damaged file once, and keeps it', async () => {
    writeFileSync(join(served.data, 'packs.json'), '{"current"');
    expect((await read())['notices']).toMatchObject([expect.stringContaining('packs.json is damaged')]);
    expect((await read())['notices']).toEqual([]);
  });
});

describe('a shared pack', () => {
  it('goes out as a file and comes in again, in its order', async () => {
    const query = new URLSearchParams({ entries: PACK.entries.join(), title: 'Two: evenings' });
    const file = await fetch(`${served.origin}/api/exports/pack?${query}`);
    expect(file.headers.get('content-type')).toBe('application/vnd.october-pack+json');
    expect(file.headers.get('content-disposition')).toContain('filename="Two evenings.october-pack"');
    const text = await file.text();
    const answer = await send('POST', '/read', text);
    expect(await answer.json()).toEqual({ pack: { ...PACK, title: 'Two: evenings' }, gone: [] });
  });

  it('says which of its entries are not in the library', async () => {
    const entries = ['people/nobody', ...PACK.entries];
    const answer = await send('POST', '/read', { format: 'october-pack', version: 1, title: '', entries });
    expect(await answer.json()).toEqual({ pack: { title: '', entries }, gone: ['people/nobody'] });
  });

  it.each([
    ['{"format"', 400, 'This file is no course pack'],
    [{ format: 'october-pack', version: 9, ...PACK }, 400, 'newer version'],
    [{ format: 'october-pack', version: 1, title: 'x' }, 400, 'field \\"entries\\" is missing'],
    [`{"x": "${'x'.repeat(300_000)}"}`, 413, 'too large for a course pack'],
  ])('is refused where it is none', async (body, status, detail) => {
    const answer = await send('POST', '/read', body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.text()).toContain(detail);
    expect(served.errors()).toBe('');
  });

  it('is refused of the whole library', async () => {
    const answer = await fetch(`${served.origin}/api/exports/pack?entries=all`);
    expect(answer.status).toBe(413);
  });
});
