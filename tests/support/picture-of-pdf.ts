import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';

/** Pixels between pages. */
const GAP = 8;

/**
 * Pages of a PDF beside each other as one picture, on a grey ground.
 * @param scale pixels a point
 */
export async function pictureOfPdf(bytes: Uint8Array, pages: readonly number[], scale: number): Promise<PNG> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const drawn = [];
  for (const number of pages) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as never, viewport }).promise;
    drawn.push(canvas);
  }
  const width = drawn.reduce((sum, canvas) => sum + canvas.width + GAP, GAP);
  const height = Math.max(...drawn.map((canvas) => canvas.height)) + 2 * GAP;
  const sheet = createCanvas(width, height);
  const context = sheet.getContext('2d');
  context.fillStyle = '#777';
  context.fillRect(0, 0, width, height);
  let x = GAP;
  for (const canvas of drawn) {
    context.drawImage(canvas, x, GAP);
    x += canvas.width + GAP;
  }
  return PNG.sync.read(sheet.toBuffer('image/png'));
}
