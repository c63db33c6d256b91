/**
 * Files of Windows' own format that nothing runs: an executable that electron-builder can edit, and plug-ins that
 * makensis can read the functions of.
 */
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { FUSED } from './stand-in-electron.ts';

const ENGLISH = { lang: 1033, codepage: 1200 };
const FILE_ALIGNMENT = 0x200;
const SECTION = 0x1000;

/** An executable with version information, an icon and the fuses, for electron.exe. */
export function standInExecutable(): Buffer {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(45, 4, 1, 0, ENGLISH.lang);
  version.setStringValues(ENGLISH, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.entries.push({ type: 10, id: 1, ...ENGLISH, bin: new Uint8Array(FUSED).buffer });
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}

/**
 * A 32-bit library with an export table and nothing behind it (PE/COFF specification, "The .edata Section").
 * @param name the file's own name
 */
export function standInPlugin(name: string, functions: readonly string[]): Buffer {
  const headers = Buffer.alloc(FILE_ALIGNMENT);
  const exports = exportSection(name, [...functions].sort());
  headers.write('MZ', 0, 'latin1');
  headers.writeUInt32LE(0x40, 0x3c);
  headers.write('PE\0\0', 0x40, 'latin1');
  const file = 0x44;
  headers.writeUInt16LE(0x14c, file); // i386
  headers.writeUInt16LE(1, file + 2); // one section
  headers.writeUInt16LE(224, file + 16); // size of the optional header
  headers.writeUInt16LE(0x2102, file + 18); // executable image, 32-bit, DLL
  const optional = file + 20;
  headers.writeUInt16LE(0x10b, optional); // PE32
  headers.writeUInt32LE(0x1000_0000, optional + 28);
  headers.writeUInt32LE(SECTION, optional + 32);
  headers.writeUInt32LE(FILE_ALIGNMENT, optional + 36);
  headers.writeUInt32LE(SECTION + aligned(exports.length, SECTION), optional + 56);
  headers.writeUInt32LE(FILE_ALIGNMENT, optional + 60);
  headers.writeUInt32LE(16, optional + 92); // data directories, of which the first is the exports
  headers.writeUInt32LE(SECTION, optional + 96);
  headers.writeUInt32LE(exports.length, optional + 100);
  const section = optional + 224;
  headers.write('.edata', section, 'latin1');
  headers.writeUInt32LE(exports.length, section + 8);
  headers.writeUInt32LE(SECTION, section + 12);
  headers.writeUInt32LE(aligned(exports.length, FILE_ALIGNMENT), section + 16);
  headers.writeUInt32LE(FILE_ALIGNMENT, section + 20);
  headers.writeUInt32LE(0x4000_0040, section + 36); // initialised data, readable
  return Buffer.concat([
    headers,
    exports,
    Buffer.alloc(aligned(exports.length, FILE_ALIGNMENT) - exports.length),
  ]);
}

function exportSection(name: string, functions: readonly string[]): Buffer {
  const count = functions.length;
  const addresses = 40;
  const names = addresses + 4 * count;
  const ordinals = names + 4 * count;
  const tables = Buffer.alloc(ordinals + 2 * count);
  const strings = [name, ...functions].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  let at = tables.length;
  const places = strings.map((text) => SECTION + (at += text.length) - text.length);
  tables.writeUInt32LE(places[0] ?? 0, 12);
  tables.writeUInt32LE(1, 16);
  tables.writeUInt32LE(count, 20);
  tables.writeUInt32LE(count, 24);
  tables.writeUInt32LE(SECTION + addresses, 28);
  tables.writeUInt32LE(SECTION + names, 32);
  tables.writeUInt32LE(SECTION + ordinals, 36);
  functions.forEach((_, index) => {
    tables.writeUInt32LE(SECTION, addresses + 4 * index);
    tables.writeUInt32LE(places[index + 1] ?? 0, names + 4 * index);
    tables.writeUInt16LE(index, ordinals + 2 * index);
  });
  return Buffer.concat([tables, ...strings]);
}

function aligned(size: number, to: number): number {
  return Math.ceil(size / to) * to;
}
