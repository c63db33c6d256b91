export type FetchHandler = (request: Request) => Promise<Response>;

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost']);

/**
 * Answers only requests that name this machine as their host and come from its own pages, so that
 * a web page elsewhere can neither read the library nor rebind its name to it.
 */
export function checkHost(fetch: FetchHandler): FetchHandler {
  return async (request) => {
    const host = request.headers.get('host') ?? '';
    const origin = request.headers.get('origin');
    const fits = LOOPBACK_NAMES.has(host.replace(/:\d+$/, '')) && (!origin || origin === `http://${host}`);
    if (fits) return fetch(request);
    return forbidden('Not for this host');
  };
}

/** A 403 that says which address to open. */
export function forbidden(title: string): Response {
  const detail = 'Open the address that the program printed when it started.';
  return new Response(JSON.stringify({ type: 'about:blank', title, status: 403, detail }), {
    status: 403,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Security-Policy': "default-src 'none'",
    },
  });
}
