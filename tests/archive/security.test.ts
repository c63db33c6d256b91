/** What the archive refuses, whatever mounts it. The shell's own list is in tests/desktop/security.test.ts. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfDist, serveLibrary, type ServedLibrary } from '../support/served-library.ts';

const SECRET = 'secret-of-this-machine';
let served: ServedLibrary;
let remove: () => Promise<void>;
beforeAll(async () => {
  const copy = await copyOfDist();
  ({ remove } = copy);
  writeFileSync(join(copy.dist, 'secret.txt'), SECRET);
  // A link planted among the window's files after the build must not lead out of them either.
  symlinkSync('/etc/passwd', join(copy.dist, 'renderer', 'assets', 'link.txt'));
  symlinkSync('../..', join(copy.dist, 'renderer', 'assets', 'up'));
  served = await serveLibrary(copy.dist);
});
afterAll(async () => {
  await served.stop();
  await remove();
});

/** Sends a path as it is: fetch and URL would tidy it first. */
function raw(path: string, method = 'GET'): Promise<string> {
  const { port, host } = new URL(served.origin);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.once('close', () => resolve(answer)).once('error', reject);
  });
}

describe('no path leads out of the archive', () => {
  it.each([
    ['dots', '/../secret.txt'],
    ['dots below assets', '/assets/../../secret.txt'],
    ['dots encoded once', '/%2e%2e/secret.txt'],
    ['slashes encoded once', '/..%2fsecret.txt'],
    ['all encoded once', '/assets/%2e%2e%2f%2e%2e%2fsecret.txt'],
    ['all encoded twice', '/assets/%252e%252e%252f%252e%252e%252fsecret.txt'],
    ['backslashes', '/assets\\..\\..\\secret.txt'],
    ['backslashes encoded', '/assets/..%5c..%5csecret.txt'],
    ['an absolute path', '//etc/passwd'],
    ['an absolute path encoded', '/%2fetc%2fpasswd'],
    ['a file address', '/file:///etc/passwd'],
    ['a null byte', '/assets/%00/../../secret.txt'],
    ['a null byte before an ending', '/index.html%00.txt'],
    ['a symbolic link to a file', '/assets/link.txt'],
    ['a symbolic link to a folder', '/assets/up/secret.txt'],
    ['a document outside', '/api/documents/people/..%2f..%2f..%2fsecret'],
    ['an overlong encoding', '/%c0%ae%c0%ae/secret.txt'],
  ])('%s', async (_name, path) => {
    const answer = await raw(path);
    expect(answer).not.toContain(SECRET);
    expect(answer).not.toContain('root:');
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(served.errors()).toBe('');
  });
});

describe('every answer carries the policy', () => {
  it.each(['/', '/nowhere', '/api/catalogue', '/api/nothing', '/assets/none.js'])('%s', async (path) => {
    const { headers } = await fetch(served.origin + path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('settings are changed only by the reader', () => {
  const change = (headers: Record<string, string> = {}, body = '{"theme":"dark"}') =>
    fetch(`${served.origin}/api/settings`, {
      method: 'PATCH',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  const cookie = async (): Promise<string> => {
    const answer = await fetch(served.entry, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${served.origin}/`);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly; SameSite=Strict$/);
    return set.split(';')[0] ?? '';
  };

  it('not without the key of this start', async () => {
    for (const headers of [{}, { Cookie: `october-key-${new URL(served.origin).port}=guess` }]) {
      const answer = await change(headers);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Open the address that the program printed');
    }
  });

  it('not with a wrong key in the address, which is taken out of it all the same', async () => {
    const answer = await fetch(`${served.origin}/people?key=wrong`, { redirect: 'manual' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('location')).toBe(`${served.origin}/people`);
  });

  it('not from a page elsewhere, even with the key', async () => {
    expect((await change({ Cookie: await cookie(), Origin: 'https://example.org' })).status).toBe(403);
  });

  it('with the key, and only to what the schema allows', async () => {
    const headers = { Cookie: await cookie() };
    expect((await change(headers)).status).toBe(200);
    expect(await (await fetch(`${served.origin}/api/settings`)).json()).toMatchObject({
      settings: { theme: 'dark' },
    });
    for (const body of ['{"theme":"purple"}', '{"typeSize":1000}', '{"unknown":1}', '[]', 'x']) {
      expect((await change(headers, body)).status, body).toBe(400);
    }
  });

  it('and stand in the page as data that cannot become markup', async () => {
    const page = await (await fetch(served.origin)).text();
    expect(page).toMatch(/<html lang="en" data-theme="dark">/);
    expect(page).toMatch(/<script type="application\/json" id="settings">\{[^<]*\}<\/script>/);
  });
});
