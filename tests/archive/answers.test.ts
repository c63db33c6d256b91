import { rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfDist, serveLibrary, type ServedLibrary } from '../support/served-library.ts';

let served: ServedLibrary;
beforeAll(async () => {
  served = await serveLibrary();
});
afterAll(() => served.stop());

describe('the archive answers', () => {
  it.each([
    ['/', 200, 'text/html'],
    ['/people/leon-trotsky', 200, 'text/html'],
    ['/people', 200, 'text/html'],
    ['/timeline', 200, 'text/html'],
    ['/live', 200, 'text/html'],
    ['/people/nobody', 404, 'text/html'],
    ['/nowhere/at/all', 404, 'text/html'],
    ['/%2e%2e%2f%2e%2e%2fetc/passwd', 404, 'text/html'],
    ['/assets/..%2f..%2fmain%2fserve.js', 404, 'text/html'],
    ['/api/catalogue', 200, 'application/json'],
    ['/api/documents/people/leon-trotsky', 200, 'application/json'],
    ['/api/documents/people/nobody', 404, 'application/problem+json'],
    ['/api/documents/poems/x', 404, 'application/problem+json'],
    ['/api/documents/people/..%2f..%2fmanifest', 404, 'application/problem+json'],
    ['/api/nothing', 404, 'application/problem+json'],
    ['/api/search?q=lenin', 200, 'application/json'],
    ['/api/search', 200, 'application/json'],
    ['/api/search?q=kind:poem', 400, 'application/problem+json'],
    ['/api/search?q=before:yesterday', 400, 'application/problem+json'],
    [`/api/search?q=${'x'.repeat(201)}`, 400, 'application/problem+json'],
    ['/api/search?q=lenin&limit=100000', 400, 'application/problem+json'],
    ['/api/search?q=lenin&kind=poems', 400, 'application/problem+json'],
    ['/api/search?q=%00%22%22%22((', 200, 'application/json'],
    ['/api/search?q=%ff', 200, 'application/json'],
  ])('%s with %i', async (path, status, type) => {
    const response = await fetch(served.origin + path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    if (type === 'application/problem+json') {
      const problem = (await response.json()) as { status: number; detail: string };
      expect(problem.status).toBe(status);
      expect(problem.detail).not.toBe('');
    }
    expect(served.errors()).toBe('');
  });

  it('refuses to be written to, even by the reader', async () => {
    const set = (await fetch(served.entry, { redirect: 'manual' })).headers.get('set-cookie') ?? '';
    const headers = { Cookie: set.split(';')[0] ?? '' };
    const written = await fetch(`${served.origin}/people/leon-trotsky`, { method: 'POST', headers });
    expect(written.status).toBe(405);
  });

  it.each([
    [{ host: 'evil.example' }, 403],
    [{ host: 'localhost' }, 200],
    [{ origin: 'http://evil.example' }, 403],
  ])('answers %o with %i', async (headers, status) => {
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${served.origin}/api/catalogue`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once('error', reject).end();
    });
    expect(answered).toBe(status);
  });
});

describe('a library that cannot be opened', () => {
  it.each([
    [
      'is missing',
      (dist: string) => rm(join(dist, 'library'), { recursive: true }),
      'manifest.json cannot be read',
    ],
    [
      'is damaged',
      (dist: string) => writeFile(join(dist, 'library', 'catalogue.json.gz'), '[]'),
      'catalogue.json.gz is not',
    ],
    [
      'is of another format',
      (dist: string) => writeFile(join(dist, 'library', 'manifest.json'), '{}'),
      'manifest.json is not',
    ],
    [
      'has no window',
      (dist: string) => rm(join(dist, 'renderer'), { recursive: true }),
      'reading window are missing',
    ],
  ])('%s: a page says so and how to rebuild', async (_name, damage, reason) => {
    const { dist, remove } = await copyOfDist();
    await damage(dist);
    const broken = await serveLibrary(dist);
    const page = await fetch(`${broken.origin}/people/leon-trotsky`);
    expect(page.status).toBe(503);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const text = await page.text();
    expect(text).toContain(reason);
    expect(text).toContain('npm run build');
    expect((await fetch(`${broken.origin}/api/search?q=lenin`)).status).toBe(503);
    expect(broken.errors()).toBe('');
    await broken.stop();
    await remove();
  });

  it('has one damaged document: that one is a problem, the others are read', async () => {
    const { dist, remove } = await copyOfDist();
    await writeFile(
      join(dist, 'library', 'documents', 'people', 'leon-trotsky.json.gz'),
      '{"title":"forged"}',
    );
    const broken = await serveLibrary(dist);
    const answer = await fetch(`${broken.origin}/api/documents/people/leon-trotsky`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('leon-trotsky.json.gz is not the file that was compiled');
    expect((await fetch(`${broken.origin}/api/documents/people/vladimir-lenin`)).status).toBe(200);
    expect(broken.errors()).toBe('');
    await broken.stop();
    await remove();
  });
});
