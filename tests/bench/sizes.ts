import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { indexFile } from '../../main/library/library-files.ts';
import { LANGUAGES } from '../../main/library/vocabulary.ts';
import { DIST } from '../support/served-library.ts';
import { LIBRARY } from './built-library.ts';
import type { Value } from './report.ts';

/** How much is loaded: the window's code, and the index of each language. */
export function* sizes(): Generator<Value> {
  const assets = join(DIST, 'renderer', 'assets');
  const code = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
  const zipped = code.map((name) => gzipSync(readFileSync(join(assets, name))).length);
  yield {
    name: 'renderer without fonts, kB gzip',
    value: kilobytes(zipped.reduce((sum, size) => sum + size, 0)),
  };
  for (const language of LANGUAGES) {
    const { length } = readFileSync(join(LIBRARY, indexFile(language)));
    yield { name: `index ${language}, kB as packed`, value: kilobytes(length) };
  }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
