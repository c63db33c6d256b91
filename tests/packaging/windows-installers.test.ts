import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCommand } from '../../tools/debian-packages.ts';
import { packageWith, PACKAGING_LIMIT_MS, VERSION, type Packaged } from './package-with.ts';
import { standInElectron } from './stand-in-electron.ts';
import { standInNsis } from './stand-in-nsis.ts';
import { standInExecutable } from './stand-in-windows.ts';

const onLinux = process.platform === 'linux';
const sevenZip = onLinux ? ensureCommand('7za', 'p7zip-full') : undefined;
const makensis = onLinux ? ensureCommand('makensis', 'nsis') : undefined;
if (!sevenZip || !makensis) {
  process.stdout.write(
    'Skipped: compiling the Windows installers needs Linux, makensis (nsis) and 7za (p7zip-full).\n',
  );
}

describe.skipIf(!sevenZip || !makensis)('the Windows installers over a stand-in for Electron', () => {
  const removals: (() => Promise<void>)[] = [];
  let packaged: Packaged;
  let program: string;
  beforeAll(async () => {
    const electron = await standInElectron({ 'electron.exe': standInExecutable() });
    const nsis = await standInNsis(makensis ?? '');
    removals.push(electron.remove, nsis.remove);
    packaged = await packageWith(
      ['--win', 'nsis', 'portable', '--x64', `--config.electronDist=${electron.folder}`],
      { ...nsis.environment, ELECTRON_BUILDER_7ZIP_PATH: sevenZip ?? '' },
    );
    removals.push(packaged.remove);
    program = join(packaged.folder, 'win-unpacked');
  }, PACKAGING_LIMIT_MS);
  afterAll(() => Promise.all(removals.map((remove) => remove())));

  it.each(['setup', 'portable'])('compile, hold the program, and ask for no administrator: %s', (kind) => {
    const installer = join(packaged.folder, `in-defence-of-october-${VERSION}-windows-${kind}.exe`);
    const listed = execFileSync(sevenZip ?? '', ['l', installer], { encoding: 'utf8' });
    expect(listed).toContain('In Defence of October.exe');
    expect(listed).toContain('resources/app.asar');
    expect(listed).not.toContain('elevate.exe');
    const levels = readFileSync(installer, 'latin1').match(/requestedExecutionLevel level="\w+"/g);
    expect(new Set(levels)).toEqual(new Set(['requestedExecutionLevel level="asInvoker"']));
  });

  it('pins the archive of the program in its executable', () => {
    const { headerString } = getRawHeader(join(program, 'resources', 'app.asar'));
    const [integrity] = resources().filter(({ type }) => type === 'INTEGRITY');
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString())).toEqual([
      {
        file: 'resources\\app.asar',
        alg: 'SHA256',
        value: createHash('sha256').update(headerString).digest('hex'),
      },
    ]);
  });

  it('names the program, its makers and its icon in the executable', () => {
    const [version] = Resource.VersionInfo.fromEntries(resources());
    expect(version?.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
      ProductName: 'In Defence of October',
      CompanyName: 'The In Defence of October authors',
    });
    const [icon] = Resource.IconGroupEntry.fromEntries(resources());
    expect(icon?.icons.map(({ width }) => width || 256)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('sets the fuses in the executable', async () => {
    expect(await getCurrentFuseWire(executable())).toMatchObject({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    });
  });

  function executable(): string {
    return join(program, 'In Defence of October.exe');
  }
  function resources() {
    return NtExecutableResource.from(NtExecutable.from(readFileSync(executable()))).entries;
  }
});
