import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './run-step.ts';

const PARTS = [
  'library/manifest.json',
  'main/desktop.js',
  'main/serve.js',
  'main/preload.cjs',
  'renderer/index.html',
  'renderer/geography/empire.json',
  'renderer/licences.txt',
  'bundled-packages.json',
];

/** Builds what is missing in dist/. A change of the sources is built by `npm run build`. */
export async function ensureBuilt(): Promise<void> {
  const dist = join(import.meta.dirname, '..', 'dist');
  if (PARTS.every((part) => existsSync(join(dist, part)))) return;
  process.stdout.write('Building the library once; this takes some seconds.\n');
  await runStep('node', ['tools/build.ts']);
}
