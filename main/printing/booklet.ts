/** Imposition for folding: two pages on each side of a sheet, sheets laid inside each other and sewn in the middle. */
import type { PDFDocument } from '@cantoo/pdf-lib';

/** One side of a sheet: indexes of the pages on its left and right, or undefined for an empty one. */
export type Side = [left: number | undefined, right: number | undefined];

/** Which pages stand beside each other, front and back by turns. Four pages a sheet; what is missing stays empty. */
export function bookletSides(pages: number): Side[] {
  const total = Math.ceil(pages / 4) * 4;
  const page = (index: number) => (index < pages ? index : undefined);
  return Array.from({ length: total / 2 }, (_, side): Side => {
    const outer = page(total - 1 - side);
    const inner = page(side);
    return side % 2 === 0 ? [outer, inner] : [inner, outer];
  });
}

/** The same pages, two on a sheet of twice their width. Links and structure belong to the single pages and are lost. */
export async function imposeBooklet(pdf: PDFDocument): Promise<PDFDocument> {
  const { PDFDocument: Documents } = await import('@cantoo/pdf-lib');
  const booklet = await Documents.create();
  const pages = pdf.getPages();
  const [first] = pages;
  if (!first) return booklet;
  const { width, height } = first.getSize();
  const embedded = await booklet.embedPages(pages);
  for (const side of bookletSides(pages.length)) {
    const sheet = booklet.addPage([width * 2, height]);
    side.forEach((index, place) => {
      const page = index === undefined ? undefined : embedded[index];
      if (page) sheet.drawPage(page, { x: place * width, y: 0 });
    });
  }
  return booklet;
}
