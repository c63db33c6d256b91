import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ICNS_TYPES, ICO_SIZES } from '../../tools/icon-containers.ts';
import { drawIcons, LINUX_SIZES } from '../../tools/icons.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'october-icons-'));
  await drawIcons(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Width and height of a PNG, from its first chunk. */
function measured(png: Buffer): [number, number] {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the icons drawn from the one SVG', () => {
  it.each(LINUX_SIZES)('has a picture of %i pixels for Linux', async (size) => {
    expect(measured(await readFile(join(folder, `${size}x${size}.png`)))).toEqual([size, size]);
  });

  it('has all sizes for Windows in one file', async () => {
    const ico = await readFile(join(folder, 'icon.ico'));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, ICO_SIZES.length]);
    ICO_SIZES.forEach((size, index) => {
      const at = 6 + 16 * index;
      const offset = ico.readUInt32LE(at + 12);
      expect(ico.readUInt8(at) || 256).toBe(size);
      expect(measured(ico.subarray(offset, offset + ico.readUInt32LE(at + 8)))).toEqual([size, size]);
    });
  });

  it('has all sizes for macOS in one file', async () => {
    const icns = await readFile(join(folder, 'icon.icns'));
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    let at = 8;
    for (const [type, size] of ICNS_TYPES) {
      const length = icns.readUInt32BE(at + 4);
      expect(icns.toString('latin1', at, at + 4)).toBe(type);
      expect(measured(icns.subarray(at + 8, at + length))).toEqual([size, size]);
      at += length;
    }
    expect(at).toBe(icns.length);
  });
});
