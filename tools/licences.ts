/** Joins what Vite notes of each build's packages into the one file the window shows under Help > Licences. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Vite's notes, one a build, by the `build.license` of the three configurations. */
const NOTES = [
  ['main', 'licences.main.json'],
  ['main', 'licences.preload.json'],
  ['renderer', 'licences.window.json'],
] as const;

/** Packages of which no code is bundled, but what a tool of the build made of their data. */
const DATA = ['world-atlas'];

/** Names and versions of what is bundled, for the list of parts. It lies beside the builds and does not ship. */
export const BUNDLED_PACKAGES = 'bundled-packages.json';
const RULE = '-'.repeat(78);

/** One bundled package, as Vite's `build.license` writes it. */
export interface BundledPackage {
  name: string;
  version: string;
  /** SPDX expression of its package.json. */
  identifier?: string;
  /** Its licence file, word for word. */
  text?: string;
}

/**
 * Writes `renderer/licences.txt` and removes the notes it was made of, so that they do not ship.
 * @param dist the folder of the builds
 * @throws if a build left no note, for then the file would be incomplete in silence.
 */
export async function joinLicences(dist: string): Promise<void> {
  const bundled = new Map<string, BundledPackage>();
  for (const [folder, name] of NOTES) {
    const file = join(dist, folder, name);
    if (!existsSync(file)) {
      throw new Error(`${file} is missing. Give the build its "build.license", then run "npm run build".`);
    }
    for (const entry of JSON.parse(await readFile(file, 'utf8')) as BundledPackage[]) {
      bundled.set(`${entry.name}@${entry.version}`, entry);
    }
    await rm(file);
  }
  for (const entry of await Promise.all(DATA.map(dataPackage))) bundled.set(entry.name, entry);
  const packages = [...bundled.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const own = await readFile(join(import.meta.dirname, '..', 'LICENSE'), 'utf8');
  await writeFile(join(dist, 'renderer', 'licences.txt'), licencesText(own, packages));
  await writeFile(
    join(dist, BUNDLED_PACKAGES),
    JSON.stringify(packages.map(({ name, version }) => ({ name, version }))),
  );
}

async function dataPackage(name: string): Promise<BundledPackage> {
  const folder = join(import.meta.dirname, '..', 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const text = await readFile(join(folder, 'LICENSE'), 'utf8');
  return { name, version, identifier: license, text };
}

/** The file itself: our own licences, those of the packages inside, and where Electron's are. */
export function licencesText(own: string, packages: readonly BundledPackage[]): string {
  return [
    own.trim(),
    RULE,
    `This program contains the ${packages.length} packages named below, each under its own licence.\n` +
      'The source code of each is published in the npm registry under its name and version.',
    ...packages.map(packageText),
    RULE,
    'The desktop application runs in Electron, which contains Chromium, Node.js and others.\n' +
      'Their licences lie beside the program: LICENSE.electron.txt and LICENSES.chromium.html\n' +
      '(on macOS inside the application, in Contents/Resources).',
    '',
  ].join('\n\n');
}

function packageText({ name, version, identifier, text }: BundledPackage): string {
  const title = `${name} ${version}${identifier ? ` (${identifier})` : ''}`;
  const body =
    text ??
    `The package carries no text of its licence; its package.json names ${identifier ?? 'none'}.` +
      (identifier === 'MIT' ? `\n\n${MIT}` : '');
  return `${RULE}\n${title}\n\n${body}`;
}

/** For packages that name the licence and leave its text out: the notice must go with every copy. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
