import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

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
  '.mjs': 'text/javascript; charset=utf-8',
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
  const known = new Map(filesIn(folder, '/'));
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

/**
 * Addresses and paths of the files below a folder. Symbolic links are passed over, for they may lead out of it.
 * Folder by folder, since Electron's archives know that and little more of what `readdir` can do.
 */
function* filesIn(folder: string, address: string): Generator<[string, string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, `${address}${entry.name}/`);
    else if (entry.isFile()) yield [address + entry.name, path];
  }
}
