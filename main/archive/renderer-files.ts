import { readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The built window: its page, and its files by address. */
export interface RendererFiles {
  page: string;
  /** The file of an address that is known, else undefined. Paths are never built from what is asked. */
  file(pathname: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Lists the files of the built renderer.
 * @throws if its page is not there.
 */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const known = new Map<string, string>();
  for await (const path of glob('**/*.*', { cwd: folder })) {
    known.set(`/${path.split(sep).join('/')}`, join(folder, path));
  }
  return {
    page,
    async file(pathname) {
      const path = known.get(pathname);
      if (!path) return undefined;
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return { bytes: new Uint8Array(await readFile(path)), type };
    },
  };
}
