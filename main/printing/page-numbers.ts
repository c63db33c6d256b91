/** Reads from a finished PDF on which page each of its named destinations lies. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFString, ParseSpeeds } from '@cantoo/pdf-lib';

/** Opens what Chromium wrote; its dates and producer stay as they are until they are set. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fast });
}

/** Pages by destination, counted from 1. Chromium writes a destination for every id that a link leads to. */
export function destinationPages(pdf: PDFDocument): Map<string, number> {
  const numbers = new Map(pdf.getPages().map((page, index) => [page.ref.tag, index + 1]));
  const pages = new Map<string, number>();
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of dests?.entries() ?? []) {
    const target = pdf.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.tag) : undefined;
    if (number) pages.set(name.decodeText(), number);
  }
  return pages;
}

export interface Metadata {
  title: string;
  language: string;
  subject: string;
  keywords: string[];
  now: Date;
}

/** Says in the PDF what it is, in which language, and that its title is what a window should show. */
export function describePdf(pdf: PDFDocument, { title, language, subject, keywords, now }: Metadata): void {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setSubject(subject);
  pdf.setKeywords(keywords);
  pdf.setAuthor('In Defence of October');
  pdf.setCreator('In Defence of October');
  pdf.setCreationDate(now);
  pdf.setModificationDate(now);
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(language));
}
