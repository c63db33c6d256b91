/** A course pack, read back as its reader would: pages, numbers, structure, links. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueEntry, LibraryDocument } from '../../main/library/compiled-schema.ts';
import { PrintReader, contentsOf, textOf } from '../support/print-reader.ts';
import { fontsOf, type ReadPdf } from '../support/read-pdf.ts';

const GUIDE = 'guides/the-july-days-1917';
const PACK = `entries=${GUIDE},stages/july-days,works/kronstadt-and-petrograd-in-1917,people/leon-trotsky,people/fyodor-raskolnikov,articles/delincuentes-sanitarios,events/demonstration-of-4-july,terms/soviet&title=A%20course%20on%20July&glossary=appendix&people=1`;
const prints = new PrintReader();

describe('a course pack', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    ({ bytes, pdf } = await prints.printed(PACK));
  });

  it('says what it is: title, language, author, keywords, and embeds every font as such', async () => {
    const { Title, Language, Author, Subject, Keywords } = pdf.info;
    expect([Title, Language, Author, Subject]).toEqual([
      'A course on July',
      'en',
      'In Defence of October',
      '8 entries',
    ]);
    expect(String(Keywords)).toContain('The July Days 1917');
    const fonts = await fontsOf(bytes);
    expect([...fonts.keys()].join()).toMatch(/SourceSerif4.*SofiaSans|SofiaSans.*SourceSerif4/);
    expect([...fonts.values()]).not.toContain(false);
    // A variable font would be embedded as drawings, which old printers are slow with.
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Type3');
  });

  it('has a number for every line of the contents, and it is the page of that heading', () => {
    const lines = contentsOf(pdf);
    expect(lines.length).toBe(12);
    expect(wrongLines(pdf)).toEqual([]);
    // Nothing that starts a section is left out.
    const sections = pdf.outline.filter(({ depth, page }) => depth === 1 && page > 2);
    for (const { title } of sections) expect(lines.map((line) => bare(line.title))).toContain(bare(title));
  });

  it('says within the texts on which page it goes on', () => {
    expect(pdf.links.every(({ to }) => to > 0)).toBe(true);
    const work = pdf.outline.find(({ title }) => title === 'Kronstadt and Petrograd in 1917')?.page;
    expect(textOf(pdf)).toContain(`Kronstadt and Petrograd in 1917 (see p. ${work})`);
  });

  it('has no placeholder left, and every page number it names is there', () => {
    expect(textOf(pdf)).not.toMatch(/\b000\b/);
    const named = [...textOf(pdf).matchAll(/see p. (\d+)/g)].map((match) => Number(match[1]));
    expect(named.length).toBeGreaterThan(3);
    const starts = new Set(pdf.outline.map(({ page }) => page));
    for (const page of named) expect(starts, `p. ${page}`).toContain(page);
  });

  it('numbers its pages, names pack and section above them, and leaves none empty', () => {
    const sections = ['The July Days 1917', 'The July Days', 'People', 'Glossary', 'Bibliography'];
    pdf.pages.forEach(({ text, lines }, index) => {
      expect(lines.length, `page ${index + 1}`).toBeGreaterThan(2);
      if (index === 0) return expect(text).not.toContain(`1 / ${pdf.pages.length}`);
      expect(text).toContain(`${index + 1} / ${pdf.pages.length}`);
      const head = lines.filter(({ y }) => y > 775).map((line) => line.text);
      expect(head[0], `page ${index + 1}`).toBe('A course on July');
      expect(head.length, `page ${index + 1}`).toBe(2);
    });
    for (const section of sections) {
      const page = pdf.outline.find(({ title }) => title === section)?.page ?? 0;
      const head = pdf.pages[page - 1]?.lines.filter(({ y }) => y > 775).map(({ text }) => text);
      expect(head, section).toContain(section);
    }
  });

  it('is tagged, with an outline as deep as its headings, each of which is told once', () => {
    expect(pdf.tagged).toBe(true);
    const roles = new Set(pdf.elements.map(({ role }) => role));
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Link', 'Table', 'TH', 'BlockQuote']) {
      expect(roles).toContain(role);
    }
    expect(Math.max(...pdf.outline.map(({ depth }) => depth))).toBeGreaterThan(1);
    for (const { title } of pdf.outline) {
      const half = title.slice(0, title.length / 2);
      expect(title.length > 6 && title === half + half, title).toBe(false);
    }
  });

  it('says which language each passage is in', () => {
    const article = pdf.elements.find(({ lang }) => lang === 'es');
    const text = article?.pages.map(({ page }) => pdf.pages[page - 1]?.text).join(' ');
    expect(text).toContain('delincuentes sanitarios');
    expect(text).not.toContain('Trotsky');
    const kind = pdf.elements.find(({ parents, lang }) => parents.includes('Art') && lang === 'en');
    expect(kind).toBeDefined();
  });

  it('holds the words and the people that occur in it, and no others', async () => {
    const catalogue = await prints.get<CatalogueEntry[]>('/api/catalogue');
    const addresses = /entries=([^&]+)/.exec(PACK)?.[1]?.split(',') ?? [];
    const documents = await Promise.all(
      addresses.map((address) => prints.get<LibraryDocument>(`/api/documents/${address}`)),
    );
    const linked = new Set(JSON.stringify(documents).match(/\/(?:terms|people)\/[a-z0-9-]+/g));
    const from = pdf.outline.find(({ title }) => title === 'Glossary')?.page ?? 0;
    const people = pdf.outline.filter(({ title }) => title === 'People mentioned').at(-1)?.page ?? 0;
    const to = pdf.outline.find(({ title }) => title === 'Bibliography')?.page ?? 0;
    const glossary = pdf.pages
      .slice(from - 1, people - 1)
      .map(({ text }) => text)
      .join(' ');
    const appendix = pdf.pages
      .slice(people - 1, to - 1)
      .map(({ text }) => text)
      .join(' ');
    const summaries = (collection: string, within: string) =>
      catalogue.filter(
        (entry) => entry.collection === collection && within.includes(entry.summary.slice(0, 50)),
      );
    const terms = summaries('terms', glossary);
    expect(terms.length).toBeGreaterThan(8);
    for (const { address } of [...terms, ...summaries('people', appendix)]) expect(linked).toContain(address);
    // One that is printed in full need not be told again in short.
    expect(terms.map(({ address }) => address)).not.toContain('/terms/soviet');
  });
});

it('a hundred pages and more: every line of contents of several pages leads to its page', async () => {
  const { pdf } = await prints.printed('list=glossary');
  const terms = (await prints.get<CatalogueEntry[]>('/api/catalogue')).filter(
    ({ collection }) => collection === 'terms',
  );
  expect(contentsOf(pdf).length).toBeGreaterThan(terms.length);
  expect(wrongLines(pdf)).toEqual([]);
});

/** Lines of the contents whose number is not the page they lead to, or on whose page there is no such heading. */
function wrongLines(pdf: ReadPdf) {
  return contentsOf(pdf).filter(
    ({ title, number, to }) =>
      number !== to ||
      !pdf.outline.some((heading) => bare(heading.title) === bare(title) && heading.page === number),
  );
}

/** A reader of PDFs may take an apostrophe for a letter, and part the words around it. */
function bare(title: string): string {
  return title.replace(/[^\p{L}\p{N}]|ʼ/gu, '');
}
