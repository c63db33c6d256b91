import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sbom, writeSbom } from '../../tools/sbom.ts';
import { PROJECT } from '../support/served-library.ts';

let folder: string;
let file: string;
let sbom: Sbom;
let program: { version: string; dependencies: Record<string, string> };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'october-sbom-'));
  file = await writeSbom(folder);
  sbom = JSON.parse(await readFile(file, 'utf8')) as Sbom;
  program = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as typeof program;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the list of parts', () => {
  it('is CycloneDX and describes this program', () => {
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.metadata.component).toMatchObject({
      name: 'in-defence-of-october',
      version: program.version,
    });
    expect(basename(file)).toBe(`in-defence-of-october-${program.version}.cdx.json`);
  });

  it('lists every runtime package, what those bring along, and Electron', () => {
    const names = sbom.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(program.dependencies), 'clsx', 'electron']));
  });

  it('lists nothing that only building needs', () => {
    const names = sbom.components.map(({ name }) => name);
    for (const name of ['vite', 'typescript', 'acorn', 'electron-builder']) expect(names).not.toContain(name);
  });

  it('says that the program depends on Electron', () => {
    const own = sbom.dependencies.find(({ ref }) => ref.startsWith('in-defence-of-october@'));
    expect(own?.dependsOn.some((ref) => ref.startsWith('electron@'))).toBe(true);
  });
});
