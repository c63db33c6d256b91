/** What each choice changes on paper. */
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { PrintReader, textOf } from '../support/print-reader.ts';
import { fontsOf } from '../support/read-pdf.ts';

const GUIDE = 'guides/the-july-days-1917';
const prints = new PrintReader();

describe('the choices of a print', () => {
  it('leader’s and reader’s edition, paragraph numbers, which calendar first', async () => {
    const leader = await prints.textOf(`entries=${GUIDE}&edition=leader`);
    const reader = await prints.textOf(`entries=${GUIDE}`);
    expect(leader).toContain('For whoever leads the meeting');
    expect(reader).not.toContain('For whoever leads the meeting');
    const event = 'entries=events/demonstration-of-4-july';
    expect(await prints.textOf(event)).toContain('4 July 1917 (Old Style; 17 July 1917 New Style)');
    expect(await prints.textOf(`${event}&calendar=ns`)).toContain('17 July 1917 (New Style; 4 July');
    const numbers = async (wanted: 0 | 1) => {
      const { pdf } = await prints.printed(`entries=works/april-theses&numbers=${wanted}`);
      return pdf.pages[0]?.lines.filter(({ text, x }) => /^\d$/.test(text) && x < 90).map(({ text }) => text);
    };
    expect((await numbers(1))?.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(await numbers(0)).toEqual([]);
  });

  it('words as end notes or as an appendix, and where the links lead', async () => {
    const term = (await prints.get<CatalogueEntry[]>('/api/catalogue')).find(
      ({ address }) => address === '/terms/kadet',
    );
    const start = (term?.summary ?? '').slice(0, 30);
    const [none, notes, appendix, links] = await Promise.all(
      ['', '&glossary=notes', '&glossary=appendix', '&links=1'].map(
        async (more) => await prints.textOf(`entries=${GUIDE}${more}`),
      ),
    );
    expect(none).not.toContain(start);
    expect(notes).toContain(start);
    expect(notes).toContain('Words and links');
    expect(appendix).toContain(start);
    expect(appendix).toContain('Glossary');
    expect(links).toContain('Where the links lead');
    expect(links).toContain('/stages/july-days');
    expect(none).not.toContain('/stages/');
  });

  it('large print: 18 points and more, sans serif, upright, without columns', async () => {
    const { bytes, pdf } = await prints.printed('entries=people/leon-trotsky&size=large&links=1');
    const fonts = [...(await fontsOf(bytes)).keys()].join();
    expect(fonts).toContain('Atkinson');
    expect(fonts).not.toMatch(/Italic|Sofia/);
    const starts = new Set(
      pdf.pages[1]?.lines.filter(({ text }) => text.length > 30).map(({ x }) => Math.round(x)),
    );
    expect(starts.size).toBe(1);
  });

  it('large print: nothing smaller than 16 points, heads and numbers and superscripts too', async () => {
    const entries = `${GUIDE},works/april-theses,works/on-slogans,events/order-no-1`;
    const { pdf } = await prints.printed(
      `entries=${entries}&size=large&links=1&worksheet=1&answers=1&glossary=appendix&people=1`,
    );
    const small = pdf.pages.flatMap(({ lines }) => lines.filter(({ size }) => size < 15.9));
    expect(small).toEqual([]);
  });

  it('a sheet to compare two to four works: filled in as far as known', async () => {
    const works = 'entries=works/april-theses,works/untimely-thoughts';
    const { pdf } = await prints.printed(`${works}&worksheet=1`);
    const page = pdf.pages.find(
      ({ text }) => text.includes('Comparing sources') && text.includes('Occasion'),
    );
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    for (const words of ['Maxim Gorky', 'Vladimir Lenin', 'Pravda', 'Novaya Zhizn'])
      expect(page?.text).toContain(words);
    const all = textOf(pdf);
    for (const words of ['Audience', 'Purpose', 'Argument']) expect(all).toContain(words);
    const one = await prints.textOf('entries=works/april-theses&worksheet=1');
    expect(one).not.toContain('Comparing sources');
  });
});
