import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '..', '..');
export const DIST = join(PROJECT, 'dist');

export interface ServedLibrary {
  origin: string;
  /** The address the server printed: it carries the key that lets a browser change settings. */
  entry: string;
  /** The data folder. */
  data: string;
  /** The process, to be measured. */
  pid: number;
  /** What the server wrote to standard error: empty unless something unexpected happened. */
  errors: () => string;
  stop: () => Promise<void>;
}

/** Starts the built loopback entry on a free port. */
export function serveLibrary(dist = DIST): Promise<ServedLibrary> {
  const data = mkdtempSync(join(tmpdir(), 'october-data-'));
  const child = spawn(process.execPath, [
    join(dist, 'main', 'serve.js'),
    ...['--no-open', '--port', '0', '--data', data],
  ]);
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)));
    child.stdout.on('data', (chunk) => {
      const entry = /http:\/\/127\.0\.0\.1:\S+/.exec(String(chunk))?.[0];
      if (!entry) return;
      const { origin } = new URL(entry);
      resolve({
        ...{ origin, entry, data, pid: child.pid ?? 0 },
        ...{ errors: () => errors, stop: () => stop(child, data) },
      });
    });
  });
}

/** A copy of dist/ that a test may damage. */
export async function copyOfDist(): Promise<{ dist: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'october-'));
  const dist = join(folder, 'dist');
  await cp(DIST, dist, { recursive: true });
  return { dist, remove: () => rm(folder, { recursive: true, force: true }) };
}

function stop(child: ChildProcess, data: string): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => {
      rmSync(data, { recursive: true, force: true });
      resolve();
    });
    child.kill();
  });
}
