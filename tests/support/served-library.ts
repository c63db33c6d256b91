import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '..', '..');
export const DIST = join(PROJECT, 'dist');

export interface ServedLibrary {
  origin: string;
  /** The process, to be measured. */
  pid: number;
  /** What the server wrote to standard error: empty unless something unexpected happened. */
  errors: () => string;
  stop: () => Promise<void>;
}

/** Starts the built loopback entry on a free port. */
export function serveLibrary(dist = DIST): Promise<ServedLibrary> {
  const child = spawn(process.execPath, [join(dist, 'main', 'serve.js'), '--no-open', '--port', '0']);
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)));
    child.stdout.on('data', (chunk) => {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
      if (origin) resolve({ origin, pid: child.pid ?? 0, errors: () => errors, stop: () => stop(child) });
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

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill();
  });
}
