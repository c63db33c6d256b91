import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { checkHost } from './host-check.ts';
import { requireKey } from './write-key.ts';

/** Chosen once, so that bookmarks in the browser keep working. */
export const DEFAULT_PORT = 1917;

/**
 * Serves a fetch handler on 127.0.0.1. A port that is taken gives way to any free one.
 * Reading is free; what changes something needs the key that is made anew at each start.
 * @returns the address to open, which carries the key, and the port asked for where another had to be taken
 */
export async function serveOnLoopback(
  fetch: (request: Request) => Promise<Response>,
  port: number,
): Promise<{ address: string; server: ServerType; movedFrom?: number }> {
  try {
    return await listen(fetch, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return { ...(await listen(fetch, 0)), movedFrom: port };
  }
}

function listen(fetch: (request: Request) => Promise<Response>, port: number) {
  const key = randomBytes(24).toString('base64url');
  return new Promise<{ address: string; server: ServerType }>((resolve, reject) => {
    const server = serve(
      { fetch: checkHost(requireKey(fetch, key)), port, hostname: '127.0.0.1', overrideGlobalObjects: false },
      (info: AddressInfo) => resolve({ address: `http://127.0.0.1:${info.port}/?key=${key}`, server }),
    );
    server.once('error', reject);
  });
}
