import { afterAll, beforeAll, expect } from 'vitest';
import type { PrintMessage } from '../../main/archive/print-routes.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';
import { serveLibrary, type ServedLibrary } from './served-library.ts';

/** Asks a served library for prints, and reads back what it gets. Made once a test file. */
export class PrintReader {
  served!: ServedLibrary;

  constructor() {
    beforeAll(async () => void (this.served = await serveLibrary()));
    afterAll(() => this.served.stop());
  }

  /** Everything that is said of a print while it is made. @throws with the problem when it does not begin */
  async messages(query: string, signal?: AbortSignal): Promise<PrintMessage[]> {
    const response = await fetch(`${this.served.origin}/api/prints?${query}`, signal ? { signal } : {});
    if (!response.ok) throw new Error(await response.text());
    const lines = (await response.text()).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as PrintMessage);
  }

  /** Where a finished print is. @throws with the problem when there is none */
  async ready(query: string): Promise<{ pdf: string; document: string; pages: number }> {
    const last = (await this.messages(query)).at(-1);
    if (!last || !('ready' in last)) throw new Error(JSON.stringify(last));
    return last.ready;
  }

  async printed(query: string): Promise<{ bytes: Uint8Array; pdf: ReadPdf }> {
    const { pdf: address, pages } = await this.ready(query);
    const bytes = new Uint8Array(await (await fetch(this.served.origin + address)).arrayBuffer());
    const pdf = await readPdf(bytes);
    expect(pdf.pages.length).toBe(pages);
    return { bytes, pdf };
  }

  async textOf(query: string): Promise<string> {
    return textOf((await this.printed(query)).pdf);
  }

  async get<T>(path: string): Promise<T> {
    return (await (await fetch(this.served.origin + path)).json()) as T;
  }
}

export function textOf({ pages }: ReadPdf): string {
  return pages.map(({ text }) => text).join('\n');
}

/** The lines of the contents: what stands in each, the number at its end, and the page that it leads to. */
export function contentsOf({
  pages,
  links,
  outline,
}: ReadPdf): { title: string; number: number; to: number }[] {
  const first = outline.find(({ title }) => title === 'Contents')?.page ?? 0;
  const end = Math.min(...links.filter(({ page, to }) => page === first && to > page).map(({ to }) => to));
  const lines = links
    .filter(({ page, to }) => page >= first && page < end && to >= end)
    .map(({ page, to, bottom, top }) => {
      const within = pages[page - 1]?.lines.filter(({ y }) => y > bottom && y < top) ?? [];
      const isNumber = ({ text }: { text: string }) => /^\d+$/.test(text);
      const title = within.filter((line) => !isNumber(line)).map(({ text }) => text);
      return { title: title.join(' '), number: Number(within.find(isNumber)?.text), to };
    });
  // A link has a place of its own for each of its boxes.
  return [...new Map(lines.map((line) => [`${line.title} ${line.to}`, line])).values()];
}
