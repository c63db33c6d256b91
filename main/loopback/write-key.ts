import { timingSafeEqual } from 'node:crypto';
import { forbidden, type FetchHandler } from './host-check.ts';

/**
 * Lets only the reader who opened the printed address change anything: that address sets a cookie which no page
 * elsewhere can send and no other user of this machine can read. Reading needs no key.
 */
export function requireKey(fetch: FetchHandler, key: string): FetchHandler {
  return async (request) => {
    const url = new URL(request.url);
    // Cookies do not tell ports apart; two programs on one machine must not overwrite each other's.
    const cookie = `october-key-${url.port || '80'}`;
    if (request.method === 'GET' && url.searchParams.has('key')) {
      const fits = isSame(url.searchParams.get('key') ?? '', key);
      url.searchParams.delete('key');
      const headers = new Headers({ Location: url.href, 'Cache-Control': 'no-store' });
      if (fits) headers.set('Set-Cookie', `${cookie}=${key}; Path=/; HttpOnly; SameSite=Strict`);
      return new Response(null, { status: 303, headers });
    }
    if (request.method === 'GET' || request.method === 'HEAD') return fetch(request);
    const sent = new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
    return isSame(sent ?? '', key) ? fetch(request) : forbidden('Only the reader may change this');
  };
}

function isSame(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}
