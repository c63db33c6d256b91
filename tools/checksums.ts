import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What is handed to readers: installers, archives and the list of parts. Not electron-builder's own notes. */
const RELEASED = /\.(exe|dmg|zip|AppImage|deb|rpm|tar\.gz|cdx\.json)$/;
export const CHECKSUMS = 'SHA256SUMS';

/**
 * Writes SHA256SUMS over the released files of a folder, as `sha256sum --check` reads it.
 * @returns the names of the files
 */
export async function writeChecksums(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => RELEASED.test(name)).sort();
  const lines = await Promise.all(
    names.map(async (name) => `${await sha256(join(folder, name))}  ${name}\n`),
  );
  await writeFile(join(folder, CHECKSUMS), lines.join(''));
  return names;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
