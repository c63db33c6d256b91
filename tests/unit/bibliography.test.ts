import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { collectItems } from '../../main/exports/bibliography/collect.ts';
import { STYLES, writeBibliography } from '../../main/exports/bibliography/formats.ts';
import { fromSource } from '../../main/exports/bibliography/from-source.ts';
import { readReference } from '../../main/exports/bibliography/from-work.ts';
import { yearOf, type Item } from '../../main/exports/bibliography/item.ts';
import { fold, mergeItems } from '../../main/exports/bibliography/merge.ts';
import { parseNames } from '../../main/exports/bibliography/names.ts';
import { runsToHtml, runsToText } from '../../main/exports/bibliography/runs.ts';
import { escapeText } from '../../main/exports/xhtml.ts';
import type { Source } from '../../main/library/front-matter-schema.ts';
import { loadLibrary } from '../../main/library/load-library.ts';
import { LIBRARY } from '../bench/built-library.ts';

/** Sources, and what the manuals make of them, written by hand. */
const CHECKED: [Source, Record<keyof typeof STYLES, string>][] = [
  [
    {
      author: 'Rex A. Wade',
      title: 'The Russian Revolution, 1917',
      year: 2000,
      publisher: 'Cambridge University Press',
      place: 'Cambridge',
    },
    {
      chicago: 'Wade, Rex A. The Russian Revolution, 1917. Cambridge: Cambridge University Press, 2000.',
      mla: 'Wade, Rex A. The Russian Revolution, 1917. Cambridge UP, 2000.',
      apa: 'Wade, R. A. (2000). The Russian Revolution, 1917. Cambridge University Press.',
    },
  ],
  [
    {
      author: 'Leon Trotsky',
      title: 'The History of the Russian Revolution',
      translator: 'Max Eastman',
      year: 1932,
      publisher: 'Simon and Schuster',
      place: 'New York',
    },
    {
      chicago:
        'Trotsky, Leon. The History of the Russian Revolution. Translated by Max Eastman. New York: Simon and Schuster, 1932.',
      mla: 'Trotsky, Leon. The History of the Russian Revolution. Translated by Max Eastman, Simon and Schuster, 1932.',
      apa: 'Trotsky, L. (1932). The History of the Russian Revolution (M. Eastman, Trans.). Simon and Schuster.',
    },
  ],
  [
    {
      editor: 'Edward Acton, Vladimir Cherniaev and William G. Rosenberg',
      title: 'Critical Companion to the Russian Revolution, 1914–1921',
      year: 1997,
    },
    {
      chicago:
        'Acton, Edward, Vladimir Cherniaev, and William G. Rosenberg, eds. Critical Companion to the Russian Revolution, 1914–1921. 1997.',
      mla: 'Acton, Edward, et al., editors. Critical Companion to the Russian Revolution, 1914–1921. 1997.',
      apa: 'Acton, E., Cherniaev, V., & Rosenberg, W. G. (Eds.). (1997). Critical Companion to the Russian Revolution, 1914–1921.',
    },
  ],
  [
    {
      author: 'Abraham Ascher',
      title: 'The Kornilov Affair',
      in: 'The Russian Review, vol. 12, no. 4',
      year: 1953,
      pages: 'pp. 235–252',
    },
    {
      chicago: 'Ascher, Abraham. “The Kornilov Affair.” The Russian Review 12, no. 4 (1953): 235–252.',
      mla: 'Ascher, Abraham. “The Kornilov Affair.” The Russian Review, vol. 12, no. 4, 1953, pp. 235–252.',
      apa: 'Ascher, A. (1953). The Kornilov Affair. The Russian Review, 12(4), 235–252.',
    },
  ],
  [
    {
      author: 'Allan K. Wildman',
      title: 'The End of the Russian Imperial Army, vol. 2: The Road to Soviet Power and Peace',
      year: 1987,
      publisher: 'Princeton University Press',
      place: 'Princeton',
    },
    {
      chicago:
        'Wildman, Allan K. The End of the Russian Imperial Army. Vol. 2, The Road to Soviet Power and Peace. Princeton: Princeton University Press, 1987.',
      mla: 'Wildman, Allan K. The Road to Soviet Power and Peace. Princeton UP, 1987. Vol. 2 of The End of the Russian Imperial Army.',
      apa: 'Wildman, A. K. (1987). The End of the Russian Imperial Army: Vol. 2. The Road to Soviet Power and Peace. Princeton University Press.',
    },
  ],
  [
    { title: 'Aguja para pinchar subas salariales', in: 'Página/12, 17 de mayo', year: 2005 },
    {
      chicago: '“Aguja para pinchar subas salariales.” Página/12, May 17, 2005.',
      mla: '“Aguja para pinchar subas salariales.” Página/12, 17 May 2005.',
      apa: 'Aguja para pinchar subas salariales. (2005, May 17). Página/12.',
    },
  ],
  [
    { author: 'Sheila Fitzpatrick', title: 'What’s Left?', in: 'London Review of Books', year: 2017 },
    {
      chicago: 'Fitzpatrick, Sheila. “What’s Left?” London Review of Books (2017).',
      mla: 'Fitzpatrick, Sheila. “What’s Left?” London Review of Books, 2017.',
      apa: 'Fitzpatrick, S. (2017). What’s Left? London Review of Books.',
    },
  ],
];

describe('a source in each style', () => {
  for (const [source, expected] of CHECKED) {
    it.each(Object.entries(expected))(`${source.title}, %s`, (style, line) => {
      const [item] = mergeItems([fromSource(source)]);
      expect(runsToText(STYLES[style as keyof typeof STYLES](item as Item))).toBe(line);
    });
  }

  it('has its title in <cite> in HTML', () => {
    const [item] = mergeItems([fromSource({ author: 'A. B', title: 'Land & Liberty', year: 1917 })]);
    expect(runsToHtml(STYLES.chicago(item as Item), escapeText)).toBe(
      'B, A. <cite>Land &#38; Liberty</cite>. 1917.',
    );
  });

  it('is in APA what citeproc makes of it', () => {
    const items = CHECKED.slice(0, 4).map(([source]) => mergeItems([fromSource(source)])[0] as Item);
    for (const item of items) {
      const theirs = String(new Cite(item).format('bibliography', { template: 'apa', lang: 'en-US' })).trim();
      expect(runsToText(STYLES.apa(item)).toLowerCase()).toBe(theirs.toLowerCase());
    }
  });
});

describe('names', () => {
  it.each([
    ['Rosemary and Donald Crawford', 'Rosemary Crawford; Donald Crawford'],
    ['Mark von Hagen', 'Mark von Hagen'],
    ['John S. Reshetar, Jr.', 'John S. Reshetar Jr.'],
    ['Robert Paul Browder and Alexander F. Kerensky (eds)', 'Robert Paul Browder; Alexander F. Kerensky'],
    ['Partido de los Trabajadores Socialistas', '[Partido de los Trabajadores Socialistas]'],
    ['Voline', '[Voline]'],
    ['T. A. Abrosimova and others', 'T. A. Abrosimova; [others]'],
  ])('%s', (line, expected) => {
    const shown = parseNames(line).map((name) =>
      'literal' in name
        ? `[${name.literal}]`
        : [name.given, name.family, name.suffix].filter(Boolean).join(' '),
    );
    expect(shown.join('; ')).toBe(expected);
  });
});

describe('duplicates', () => {
  const titles = (...sources: Source[]) => mergeItems(sources.map(fromSource)).map(({ title }) => title);
  it('are merged, the fuller kept', () => {
    const full: Source = {
      author: 'A. Rabinowitch',
      title: 'Prelude to Revolution: The Petrograd Bolsheviks',
      year: 1968,
    };
    const short: Source = {
      author: 'Alexander Rabinowitch',
      title: 'Prelude to Revolution',
      year: 1968,
      publisher: 'Indiana',
      pages: 'ch. 6',
    };
    const [item, ...others] = mergeItems([short, full, short].map(fromSource));
    expect(others).toEqual([]);
    expect(item).toMatchObject({ title: full.title, publisher: 'Indiana', author: [{ given: 'Alexander' }] });
    expect(item).not.toHaveProperty('page');
  });

  it('are not: other subtitles, volumes, years, authors', () => {
    const base = { author: 'E. H. Carr', year: 1950 };
    expect(titles({ ...base, title: 'A: B' }, { ...base, title: 'A: C' })).toHaveLength(2);
    expect(titles({ ...base, title: 'A, vol. 1' }, { ...base, title: 'A, vol. 2' })).toHaveLength(2);
    expect(titles({ ...base, title: 'A' }, { ...base, title: 'A', year: 1951 })).toHaveLength(2);
    expect(titles({ ...base, title: 'A' }, { ...base, author: 'X. Y', title: 'A' })).toHaveLength(2);
  });
});

describe('the reference of a work', () => {
  it.each([
    [
      'V. I. Lenin, ‘The Dual Power’, Collected Works, vol. 24 (Moscow: Progress, 1964), pp. 38–41.',
      {
        type: 'chapter',
        title: 'The Dual Power',
        'container-title': 'Collected Works',
        volume: '24',
        page: '38–41',
        publisher: 'Progress',
      },
    ],
    [
      'Rex A. Wade, The Russian Revolution, 1917 (Cambridge: Cambridge University Press, 2000; 3rd edn 2017).',
      {
        type: 'book',
        title: 'The Russian Revolution, 1917',
        'publisher-place': 'Cambridge',
        publisher: 'Cambridge University Press',
      },
    ],
    [
      'William G. Rosenberg, Liberals in the Russian Revolution: The Party, 1917–1921 (Princeton: Princeton University Press, 1974).',
      { title: 'Liberals in the Russian Revolution: The Party, 1917–1921' },
    ],
  ])('%s', (reference, expected) => {
    expect(readReference(reference)).toMatchObject(expected);
  });

  it.each([
    'Order No. 8 to the Army and Navy, 11 May 1917, in Robert P. Browder (ed.), Documents, vol. 2 (Stanford: Stanford University Press, 1961).',
    '‘Order No. 1’, in Frank A. Golder (ed.), Documents (New York: Century, 1927), pp. 386–387.',
    'P. N. Milyukov, speech in the State Duma, 1 November 1916, in Frank A. Golder (ed.), Documents (New York: Century, 1927).',
  ])('is left to the fields: %s', (reference) => {
    expect(readReference(reference)).toBeUndefined();
  });
});

describe('the whole library', async () => {
  const library = await loadLibrary(LIBRARY);
  const read = await Promise.all(library.catalogue.map(({ address }) => library.document(address)));
  const documents = read.flatMap((document) => document ?? []);
  const items = collectItems(documents);
  // citation-js keeps "von" apart from BibTeX's names, and knows no author of a newspaper in RIS.
  const families = ({ type, author = [] }: { type?: string; author?: object[] }, format: string) =>
    (format === 'ris' && type === 'article-newspaper' ? [] : author)
      .map((name) => ('family' in name ? name.family : 'literal' in name ? name.literal : ''))
      .map((name) => String(name).replace(/^(?:\p{Ll}+ )+/u, ''))
      .filter((name) => name !== 'others');

  it('has no publication twice, and none without title or id', () => {
    const lines = items.map((item) => runsToText(STYLES.chicago(item)));
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.filter(({ title, id }) => !title || !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it('loses no source', () => {
    const keyOf = (title: string, year: number) => `${fold(title.split(': ')[0] ?? '')} ${year}`;
    const kept = new Set(items.map((item) => keyOf(item.title, yearOf(item))));
    const missing = documents.flatMap(({ sources }) =>
      sources.filter((source) => !kept.has(keyOf(fromSource(source).title, source.year))),
    );
    expect(missing).toEqual([]);
  });

  it.each(['bibtex', 'ris'] as const)('is read back from %s by citation-js', (format) => {
    const again = new Cite(writeBibliography(items, format)).data as {
      title: string;
      type?: string;
      author?: object[];
      issued?: Item['issued'];
    }[];
    expect(again).toHaveLength(items.length);
    const wanted = items.map((item) => {
      const title = item['volume-title'] ? `${item.title}: ${item['volume-title']}` : item.title;
      return [plain(title), yearOf(item) || undefined, families(item, format).map(plain).join()];
    });
    expect(
      again.map((item) => [
        plain(item.title),
        item.issued?.['date-parts'][0]?.[0],
        families(item, format).map(plain).join(),
      ]),
    ).toEqual(wanted);
  });

  it('is CSL-JSON that citation-js takes', () => {
    expect(new Cite(writeBibliography(items, 'csl-json')).data).toHaveLength(items.length);
  });
});

/** Without what a reader of BibTeX sets in its own way. */
function plain(text: unknown): string {
  return String(text)
    .replace(/<[^>]+>/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
