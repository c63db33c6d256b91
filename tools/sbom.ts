import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
 * Writes the list of parts as `<name>-<version>.cdx.json`.
 * It lists whatever the runtime packages may pull in; the licences file lists what is really inside.
 */
export async function writeSbom(folder: string): Promise<string> {
  const sbom = withElectron(npmSbom());
  const { name, version } = sbom.metadata.component;
  const file = join(folder, `${name}-${version}.cdx.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
  return file;
}

/** What npm knows from the lock file of all that is not for development. */
function npmSbom(): Sbom {
  const args = [
    'sbom',
    '--omit=dev',
    '--package-lock-only',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
  ];
  const npm = process.env['npm_execpath'];
  const output = npm
    ? execFileSync(process.execPath, [npm, ...args], { cwd: PROJECT, encoding: 'utf8' })
    : execFileSync('npm', args, { cwd: PROJECT, encoding: 'utf8', shell: process.platform === 'win32' });
  return JSON.parse(output) as Sbom;
}

/** Electron ships too, though electron-builder wants it among the packages for development. */
function withElectron(sbom: Sbom): Sbom {
  const { name } = readPackage(PROJECT);
  const { version } = readPackage(join(PROJECT, 'node_modules', 'electron'));
  const ref = `electron@${version}`;
  const root = `${name}@${sbom.metadata.component.version}`;
  return {
    ...sbom,
    // npm names the component after the folder it happens to lie in.
    metadata: { ...sbom.metadata, component: { ...sbom.metadata.component, name } },
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
        entry.ref === root ? { ...entry, dependsOn: [...entry.dependsOn, ref] } : entry,
      ),
      { ref, dependsOn: [] },
    ],
  };
}

function readPackage(folder: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
}
