import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PROJECT } from '../support/served-library.ts';

/** The version in the installers' names. */
export const { version: VERSION } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  version: string;
};

/** electron-builder compresses with all its might; the two cores of a shared machine need time for that. */
export const PACKAGING_LIMIT_MS = 300_000;

/** What `npm run package` made, and what removes it. */
export interface Packaged {
  folder: string;
  log: string;
  remove: () => Promise<void>;
}

/**
 * Runs tools/package.ts as `npm run package` does, over the dist/ that is there.
 * @param environment electron-builder's own variables for tools it would else fetch
 */
export async function packageWith(args: string[], environment: Record<string, string>): Promise<Packaged> {
  const folder = await mkdtemp(join(tmpdir(), 'october-release-'));
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['tools/package.ts', '--no-build', '--output', folder, ...args],
    { cwd: PROJECT, env: { ...process.env, ...environment }, maxBuffer: 16 * 1024 * 1024 },
  );
  return { folder, log: stdout + stderr, remove: () => rm(folder, { recursive: true, force: true }) };
}
