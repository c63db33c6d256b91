/** The two icon containers of Windows and macOS. Both hold PNGs as they are, so no converter has to be fetched. */

/** A picture of so many pixels on a side. */
export interface IconPicture {
  size: number;
  png: Uint8Array;
}

/** Sizes Windows asks for. */
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

/** Apple's four-letter types by their size in pixels; the last four are the "@2x" of half the size. */
export const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
  ['ic10', 1024],
];

/** An .ico file: a directory of 16-byte entries, then the pictures. */
export function createIco(pictures: readonly IconPicture[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // A byte cannot say 256, so 0 says it.
    directory.writeUInt8(size % 256, at);
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** An .icns file: the word, its length, then chunks of type, length and picture, big-endian. */
export function createIcns(render: (size: number) => Uint8Array): Buffer {
  const chunks = ICNS_TYPES.map(([type, size]) => chunk(type, render(size)));
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
