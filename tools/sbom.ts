import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLED_PACKAGES, type BundledPackage } from './licences.ts';

const PROJECT = join(import.meta.dirname, '..');

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  scope: 'required';
  purl: string;
  licenses?: { license: { id: string } }[];
}

/** The parts of CycloneDX 1.5 that are read or changed here. */
export interface Sbom {
  bomFormat: 'CycloneDX';
  specVersion: string;
  metadata: { component: { name: string; version: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * Writes the list of parts as `<name>-<version>.cdx.json`: what the builds really bundled, and Electron.
 * @throws if a bundled package is not in the lock file, for then the list would be incomplete in silence.
 */
export async function writeSbom(folder: string): Promise<string> {
  const bundled = JSON.parse(
    readFileSync(join(PROJECT, 'dist', BUNDLED_PACKAGES), 'utf8'),
  ) as BundledPackage[];
  const sbom = withElectron(only(npmSbom(), bundled));
  const { name, version } = sbom.metadata.component;
  const file = join(folder, `${name}-${version}.cdx.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
  return file;
}

/** Everything in the lock file: npm 11 leaves Svelte out of its list with `--omit=dev`. */
function npmSbom(): Sbom {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const options = { cwd: PROJECT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const npm = process.env['npm_execpath'];
  const output = npm
    ? execFileSync(process.execPath, [npm, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return JSON.parse(output) as Sbom;
}

/** The same list without what does not ship. */
function only(sbom: Sbom, bundled: readonly BundledPackage[]): Sbom {
  const wanted = new Set(bundled.map(({ name, version }) => `${name}@${version}`));
  const components = sbom.components.filter(({ name, version }) => wanted.has(`${name}@${version}`));
  const missing = [...wanted].filter(
    (wish) => !components.some(({ name, version }) => wish === `${name}@${version}`),
  );
  if (missing.length > 0) {
    throw new Error(
      `The lock file does not have ${missing.join(', ')}, which is bundled. Run "npm install", then "npm run build".`,
    );
  }
  const kept = new Set([ownRef(sbom), ...components.map((component) => component['bom-ref'])]);
  return {
    ...sbom,
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => kept.has(on)) })),
  };
}

/** Electron ships too, though electron-builder wants it among the packages for development. */
function withElectron(sbom: Sbom): Sbom {
  const { version } = readPackage(join(PROJECT, 'node_modules', 'electron'));
  const ref = `electron@${version}`;
  const own = ownRef(sbom);
  return {
    ...sbom,
    // npm names the component after the folder it happens to lie in.
    metadata: {
      ...sbom.metadata,
      component: { ...sbom.metadata.component, name: readPackage(PROJECT).name },
    },
    components: [
      ...sbom.components,
      {
        'bom-ref': ref,
        type: 'framework',
        name: 'electron',
        version,
        scope: 'required',
        purl: `pkg:npm/${ref}`,
        licenses: [{ license: { id: 'MIT' } }],
      },
    ],
    dependencies: [
      ...sbom.dependencies.map((entry) =>
        entry.ref === own ? { ...entry, dependsOn: [...entry.dependsOn, ref] } : entry,
      ),
      { ref, dependsOn: [] },
    ],
  };
}

function ownRef(sbom: Sbom): string {
  return `${readPackage(PROJECT).name}@${sbom.metadata.component.version}`;
}

function readPackage(folder: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
}
