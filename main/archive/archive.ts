/** The archive: one fetch handler that answers everything the window asks for. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isCollection } from '../library/vocabulary.ts';
import type { Library } from '../library/load-library.ts';
import type { OpenedTexts } from '../imports/opened-texts.ts';
import type { PacksStore } from '../packs/packs-store.ts';
import type { SearchClient } from '../search/search-client.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { createApi } from './api.ts';
import { createPrintDocumentRoutes, type Printing } from './print-routes.ts';
import { ProblemError, problemResponse } from './problem.ts';
import type { RendererFiles } from './renderer-files.ts';
import { securityHeaders } from './security-headers.ts';
import { pageWithSettings } from './page-settings.ts';
import { startupPage } from './startup-page.ts';

export interface ArchiveParts {
  /** The open library with its search, or the sentence that says why it cannot be opened. */
  content: { library: Library; search: SearchClient } | { reason: string };
  renderer: RendererFiles | { reason: string };
  settings: SettingsStore;
  packs: PacksStore;
  opened: OpenedTexts;
  printing: Printing;
  /** Called with what nobody expected; never with a reader's mistake. */
  logError: (error: unknown) => void;
}

export interface Archive {
  fetch(request: Request): Promise<Response>;
}

/** Addresses of the window that are no entries: the home page, lists, and views. */
const VIEWS = new Set(['/', '/timeline', '/live', '/map', '/print', '/search', '/settings', '/licences']);

/** Assembles the archive of its parts. It knows neither disk nor server. */
export function createArchive(parts: ArchiveParts): Archive {
  const { content, renderer, settings, packs, opened, printing, logError } = parts;
  const app = new Hono();
  app.use(securityHeaders());
  app.onError((error, context) => {
    if (error instanceof ProblemError) return problemResponse(context, error.problem);
    // Hono's own validators refuse a body that cannot be read at all.
    if (error instanceof HTTPException) {
      const detail = 'Send what the address takes, as JSON.';
      const { status, message } = error;
      return problemResponse(context, { type: 'about:blank', title: message, status, detail });
    }
    if (context.req.raw.signal.aborted) return new Response(null, { status: 499 });
    logError(error);
    const detail = 'This is a fault of the program. Try again; if it stays, report it.';
    return problemResponse(context, {
      type: 'about:blank',
      title: 'Something went wrong',
      status: 500,
      detail,
    });
  });

  const reason = 'reason' in content ? content.reason : 'reason' in renderer ? renderer.reason : undefined;
  if ('reason' in content || 'reason' in renderer) {
    app.all('/api/*', () => {
      throw new ProblemError(
        503,
        'The library cannot be opened',
        `${reason}. Rebuild it with "npm run build".`,
      );
    });
    app.all('*', (context) => context.html(startupPage(reason ?? ''), 503));
    return { fetch: async (request) => app.fetch(request) };
  }

  const { library } = content;
  app.route('/api', createApi({ ...content, settings, packs, opened, printing }));
  app.route('/print', createPrintDocumentRoutes(content));
  app.on(['GET', 'HEAD'], '*', async (context) => {
    const { pathname } = new URL(context.req.url);
    const file = await renderer.file(pathname);
    if (file) {
      const cache = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return context.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': cache });
    }
    // The window shows a helpful page for an address that is not there; the status says so to programs.
    const known = isAddress(pathname, library) || opened.get(pathname.replace(/^\/opened\//, ''));
    return context.html(pageWithSettings(renderer.page, settings), known ? 200 : 404);
  });
  app.all('*', () => {
    throw new ProblemError(405, 'Not possible here', 'The archive can only be read: use GET.');
  });
  return { fetch: async (request) => app.fetch(request) };
}

function isAddress(pathname: string, library: Library): boolean {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  return VIEWS.has(path) || isCollection(path.slice(1)) || library.has(path);
}
