/**
 * Chromium keeps two lines together at either side of a page break only in paragraphs of four lines and more: of three
 * it leaves one alone. Short ones are therefore marked, and stay whole.
 * @param xhtml our own, where paragraphs do not nest
 * @param most characters of a paragraph that is surely split well
 */
export function markShortParagraphs(xhtml: string, most: number): string {
  return xhtml.replace(/<p((?: [^>]*)?)>(.*?)<\/p>/gs, (whole, attributes: string, inner: string) =>
    inner.replace(/<[^>]*>/g, '').length > most ? whole : `<p${attributes} data-short="">${inner}</p>`,
  );
}
