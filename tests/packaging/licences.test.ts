import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { build, type Rolldown } from 'vite';
import { licencesText } from '../../tools/licences.ts';
import { DIST, PROJECT, serveLibrary, type ServedLibrary } from '../support/served-library.ts';

const text = readFileSync(join(DIST, 'renderer', 'licences.txt'), 'utf8');
/** Names of what is bundled, by the package's key in package-lock.json. */
let bundled: Map<string, string>;
let served: ServedLibrary;
beforeAll(async () => {
  bundled = new Map();
  // Else Vitest's own would be taken, and with it the development builds of some packages.
  vi.stubEnv('NODE_ENV', 'production');
  for (const configFile of ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.config.ts']) {
    const made = await build({ configFile, logLevel: 'silent', build: { write: false, license: false } });
    for (const { output } of [made].flat() as Rolldown.RolldownOutput[]) {
      for (const file of output.flatMap(sources)) {
        const [key, name] = /node_modules\/(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
        if (key && name) bundled.set(key, name);
      }
    }
  }
  vi.unstubAllEnvs();
  served = await serveLibrary();
});
afterAll(() => served?.stop());

/** The files a chunk or an asset was made of. */
function sources(part: Rolldown.OutputChunk | Rolldown.OutputAsset): string[] {
  return part.type === 'chunk' ? part.moduleIds : part.originalFileNames;
}

describe('the licences of what is bundled', () => {
  it('name every package whose code or font is inside', () => {
    expect(bundled.size).toBeGreaterThan(20);
    expect([...bundled.values()]).toContain('@fontsource-variable/source-serif-4');
    expect([...bundled.values()].filter((name) => !new RegExp(`^${name} \\d`, 'm').test(text))).toEqual([]);
  });

  it('list those packages among the ones that ship, or what brings them', () => {
    const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    expect([...bundled.keys()].filter((key) => packages[key]?.dev !== undefined)).toEqual([]);
  });

  it('hold the text of the fonts’ licence, and say where Electron’s and Chromium’s are', () => {
    expect(text.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('LICENSE.electron.txt');
    expect(text).toContain('LICENSES.chromium.html');
  });

  it('give the notice of a package that names the MIT licence without its text', () => {
    const joined = licencesText('ours', [{ name: 'bare', version: '1.0.0', identifier: 'MIT' }]);
    expect(joined).toMatch(/bare 1\.0\.0 \(MIT\)[^]*Permission is hereby granted/);
  });

  it('leave no package without terms', () => {
    expect(text).not.toContain('names none');
  });

  it('are served to the window as plain text', async () => {
    const response = await fetch(`${served.origin}/licences.txt`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ]);
    expect(await response.text()).toBe(text);
  });
});
