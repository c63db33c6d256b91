/** Lists that are printed. */
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../main/library/compiled-schema.ts';
import { PrintReader, textOf } from '../support/print-reader.ts';

const prints = new PrintReader();

describe('lists that can be printed', () => {
  it('a chronicle of a span of days holds its events and no others', async () => {
    const { pdf } = await prints.printed('list=chronicle&from=1917-02-27&to=1917-02-28');
    const events = (await prints.get<CatalogueEntry[]>('/api/catalogue')).filter(
      ({ collection }) => collection === 'events',
    );
    // Long words are divided at the end of a line.
    const bare = (text: string) => text.replace(/[-\s]/g, '');
    const text = bare(textOf(pdf));
    expect(textOf(pdf)).toContain('Chronicle, 27 February 1917 to 28 February 1917 (Old Style)');
    for (const { title, date } of events) {
      if (date?.precision !== 'day' || date.end) continue;
      const within = date.start.os >= '1917-02-27' && date.start.os <= '1917-02-28';
      expect(text.includes(bare(`${title}. `)), title).toBe(within);
    }
  });

  it('the timeline, month by month', async () => {
    const { pdf } = await prints.printed('list=timeline');
    const months = pdf.outline.filter(({ depth }) => depth === 2).map(({ title }) => title);
    expect(months).toContain('February 1917');
    expect(months.indexOf('October 1917')).toBe(months.indexOf('September 1917') + 1);
    expect(pdf.pages.length).toBeGreaterThan(20);
  });

  it('what a search found, in its order', async () => {
    const found = await prints.get<{ results: { address: string }[] }>('/api/search?q=kronstadt&limit=3');
    const catalogue = await prints.get<CatalogueEntry[]>('/api/catalogue');
    const titles = found.results.map(
      ({ address }) => catalogue.find((entry) => entry.address === address)?.title,
    );
    const text = await prints.textOf('list=search&q=kronstadt');
    expect(text).toContain('Search: kronstadt');
    const at = titles.map((title) => text.indexOf(`${title}. `));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  it('says how many it leaves out of a search that found more', async () => {
    const { total } = await prints.get<{ total: number }>('/api/search?q=petrograd&limit=1');
    expect(total).toBeGreaterThan(100);
    expect(await prints.textOf('list=search&q=petrograd')).toContain(`The first 100 of ${total} entries`);
  });
});
