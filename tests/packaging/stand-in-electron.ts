/** A folder that electron-builder takes for an unpacked Electron: enough to be packaged, nothing that runs. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What marks the fuses in Electron's executable (docs: Electron Fuses, "How do fuses work?"). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, nine fuses, as Electron delivers them: run as Node, options and inspector on. */
const WIRE = Buffer.from([1, 9, ...Buffer.from('101100011')]);

/** Languages of Chromium, of which only some are kept. */
export const LOCALES = ['de', 'en-GB', 'en-US', 'es', 'es-419', 'fr', 'ja', 'ru', 'zh-CN'];

/** The bytes every executable of the stand-in carries. */
export const FUSED = Buffer.concat([Buffer.from(SENTINEL), WIRE]);

/**
 * @param executables names and contents of what the program is made of
 * @returns the folder, and what removes it
 */
export async function standInElectron(
  executables: Record<string, Uint8Array>,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'october-electron-'));
  await mkdir(join(folder, 'locales'));
  await mkdir(join(folder, 'resources'));
  await Promise.all([
    ...Object.entries(executables).map(([name, bytes]) =>
      writeFile(join(folder, name), bytes, { mode: 0o755 }),
    ),
    ...LOCALES.map((locale) => writeFile(join(folder, 'locales', `${locale}.pak`), locale)),
    writeFile(join(folder, 'version'), '45.4.1'),
    writeFile(join(folder, 'LICENSE'), 'Licence of the stand-in'),
    writeFile(join(folder, 'LICENSES.chromium.html'), '<p>Licences of the stand-in</p>'),
    writeFile(join(folder, 'resources.pak'), ''),
  ]);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
