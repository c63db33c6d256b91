/** Draws every icon the installers need from the one SVG of the window. Nothing drawn is committed. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { createIcns, createIco, ICO_SIZES } from './icon-containers.ts';

const PROJECT = join(import.meta.dirname, '..');
const SOURCE = join(PROJECT, 'renderer', 'public', 'icon.svg');

/** The sizes of the freedesktop icon theme. */
export const LINUX_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512];
export const ICON_FOLDER = join(PROJECT, 'packaging', 'icons');

/** Writes `<size>x<size>.png` for Linux, `icon.ico` for Windows and `icon.icns` for macOS. */
export async function drawIcons(folder = ICON_FOLDER): Promise<void> {
  const svg = await readFile(SOURCE, 'utf8');
  const render = (size: number) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  // Whole or not at all: another packaging may be reading them.
  const put = async (name: string, bytes: Uint8Array) => {
    const unfinished = join(folder, `.${name}.${process.pid}`);
    await writeFile(unfinished, bytes);
    await rename(unfinished, join(folder, name));
  };
  await mkdir(folder, { recursive: true });
  await Promise.all([
    ...LINUX_SIZES.map((size) => put(`${size}x${size}.png`, render(size))),
    put('icon.ico', createIco(ICO_SIZES.map((size) => ({ size, png: render(size) })))),
    put('icon.icns', createIcns(render)),
  ]);
}
