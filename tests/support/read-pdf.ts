/** Reads a PDF back as its reader would: text, structure, outline, destinations. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A piece of text, where it stands in points from the bottom left, and the size of its type. */
export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** An element of the structure tree with the heights of its lines, page by page. */
export interface Element {
  role: string;
  lang?: string;
  parents: string[];
  pages: { page: number; lines: number[] }[];
}

export interface ReadPdf {
  pages: { text: string; lines: Line[]; width: number; height: number }[];
  info: Record<string, unknown>;
  tagged: boolean;
  outline: { title: string; page: number; depth: number }[];
  destinations: Map<string, number>;
  /** Links to places within, with the page each leads to and its own edges. */
  links: { page: number; to: number; bottom: number; top: number }[];
  elements: Element[];
}

/** What a piece of marked content shows, and where. */
interface Marked {
  page: number;
  lines: number[];
}

/** @throws when it is no PDF */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pageOf = async (dest: unknown): Promise<number> => {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : (dest as unknown[] | null);
    return target ? (await pdf.getPageIndex(target[0] as never)) + 1 : 0;
  };
  const read: ReadPdf = {
    pages: [],
    info: (await pdf.getMetadata()).info as Record<string, unknown>,
    tagged: Boolean(((await pdf.getMarkInfo()) as Map<string, boolean> | null)?.get('Marked')),
    outline: [],
    destinations: new Map(),
    links: [],
    elements: [],
  };
  for (const [name, dest] of (await pdf.getDestinations()) as unknown as Map<string, unknown>) {
    read.destinations.set(name, await pageOf(dest));
  }
  type Item = { title: string; dest: unknown; items: Item[] };
  const walkOutline = async (items: Item[], depth: number): Promise<void> => {
    for (const { title, dest, items: inner } of items) {
      read.outline.push({ title, page: await pageOf(dest), depth });
      await walkOutline(inner, depth + 1);
    }
  };
  await walkOutline(((await pdf.getOutline()) ?? []) as Item[], 1);

  const marked = new Map<string, Marked>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const lines: Line[] = [];
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const [, , slant = 0, height = 0, x, y] = item.transform as number[];
        if (item.str.trim()) {
          lines.push({ text: item.str, x: x ?? 0, y: y ?? 0, size: Math.hypot(slant, height) });
          for (const id of open) {
            const lines = [...(marked.get(id)?.lines ?? []), Math.round(y ?? 0)];
            marked.set(id, { page: number, lines });
          }
        }
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
    }
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    // One glyph of Source Serif draws the apostrophe and the letter that looks like it.
    read.pages.push({ text: text.replace(/\s+/g, ' ').replaceAll('ʼ', '’'), lines, width, height });
    for (const { subtype, dest, rect } of await page.getAnnotations()) {
      const [, bottom = 0, , top = 0] = rect as number[];
      if (subtype === 'Link' && dest) read.links.push({ page: number, to: await pageOf(dest), bottom, top });
    }
  }
  read.elements = await elementsOf(bytes, marked);
  return read;
}

/** Walks the structure tree, which names what it holds by page object and number of the marked content. */
async function elementsOf(bytes: Uint8Array, marked: ReadonlyMap<string, Marked>): Promise<Element[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const found: Element[] = [];
  const kidsOf = (dict: PDFDict): unknown[] => {
    const kids = dict.lookup(PDFName.of('K'));
    if (kids instanceof PDFArray) return kids.asArray().map((kid) => pdf.context.lookup(kid) ?? kid);
    return kids === undefined ? [] : [kids];
  };
  const walk = (dict: PDFDict, parents: string[], page: unknown): Marked[] => {
    const role = dict.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText();
    const own = dict.get(PDFName.of('Pg')) ?? page;
    const lang = dict.lookupMaybe(PDFName.of('Lang'), PDFString, PDFHexString)?.decodeText();
    const isElement = role !== undefined && role !== 'NonStruct';
    const element: Element = { role: role ?? '', ...(lang && { lang }), parents, pages: [] };
    if (isElement || lang) found.push(element);
    const inner = isElement ? [...parents, role] : parents;
    const all = kidsOf(dict).flatMap((kid): Marked[] => {
      if (kid instanceof PDFNumber) return markedAt(own, kid, marked);
      if (!(kid instanceof PDFDict)) return [];
      const id = kid.lookup(PDFName.of('MCID'));
      return id instanceof PDFNumber
        ? markedAt(kid.get(PDFName.of('Pg')) ?? own, id, marked)
        : walk(kid, inner, own);
    });
    for (const [number, parts] of Map.groupBy(all, (part) => part.page)) {
      const lines = [...new Set(parts.flatMap((part) => part.lines))].sort((x, y) => y - x);
      if (lines.length > 0) element.pages.push({ page: number, lines });
    }
    return all;
  };
  if (root) walk(root, [], undefined);
  return found;
}

function markedAt(page: unknown, id: PDFNumber, marked: ReadonlyMap<string, Marked>): Marked[] {
  const object = page instanceof PDFRef ? page.objectNumber : 0;
  return marked.has(`p${object}R_mc${id.asNumber()}`)
    ? [marked.get(`p${object}R_mc${id.asNumber()}`) as Marked]
    : [];
}

/** Names of the fonts, and whether each is embedded. */
export async function fontsOf(bytes: Uint8Array): Promise<Map<string, boolean>> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<string, boolean>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor'))
      continue;
    const name = String(object.get(PDFName.of('FontName')));
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
      (key) => object.get(PDFName.of(key)) instanceof PDFRef,
    );
    fonts.set(name, isEmbedded);
  }
  return fonts;
}
