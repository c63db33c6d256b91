/** Every print is read back as its reader would: pages, numbers, structure, links. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintMessage } from '../../main/archive/print-routes.ts';
import type { CatalogueEntry, LibraryDocument } from '../../main/library/compiled-schema.ts';
import { fontsOf, readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { serveLibrary, type ServedLibrary } from '../support/served-library.ts';

const GUIDE = 'guides/the-july-days-1917';
const PACK = `entries=${GUIDE},stages/july-days,works/kronstadt-and-petrograd-in-1917,people/leon-trotsky,people/fyodor-raskolnikov,articles/delincuentes-sanitarios,events/demonstration-of-4-july,terms/soviet&title=A%20course%20on%20July&glossary=appendix&people=1`;

let served: ServedLibrary;
beforeAll(async () => {
  served = await serveLibrary();
});
afterAll(() => served.stop());

async function messages(query: string, signal?: AbortSignal): Promise<PrintMessage[]> {
  const response = await fetch(`${served.origin}/api/prints?${query}`, signal ? { signal } : {});
  if (!response.ok) throw new Error(await response.text());
  const lines = (await response.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as PrintMessage);
}

async function firstMessage(query: string, signal: AbortSignal): Promise<PrintMessage> {
  const response = await fetch(`${served.origin}/api/prints?${query}`, { signal });
  const { value = new Uint8Array() } = (await response.body?.getReader().read()) ?? {};
  return JSON.parse(new TextDecoder().decode(value).split('\n')[0] ?? '') as PrintMessage;
}

async function printed(query: string): Promise<{ bytes: Uint8Array; pdf: ReadPdf }> {
  const last = (await messages(query)).at(-1);
  if (!last || !('ready' in last)) throw new Error(JSON.stringify(last));
  const bytes = new Uint8Array(await (await fetch(served.origin + last.ready.pdf)).arrayBuffer());
  const pdf = await readPdf(bytes);
  expect(pdf.pages.length).toBe(last.ready.pages);
  return { bytes, pdf };
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(served.origin + path)).json()) as T;
}

const textOf = ({ pages }: ReadPdf) => pages.map(({ text }) => text).join('\n');

describe('a course pack', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    ({ bytes, pdf } = await printed(PACK));
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

  it('has a number for each line of the contents, and it is the page of that heading', () => {
    const contents = pdf.pages.flatMap(({ text }, index) =>
      / Contents /.test(text) && index < 4 ? [index] : [],
    );
    const [first = 1] = contents;
    const lines = pdf.pages[first]?.text ?? '';
    const listed = [...lines.matchAll(/(\D[^…]*?) (\d{1,3})(?= |$)/g)];
    expect(listed.length).toBeGreaterThanOrEqual(11);
    const headings = pdf.elements.filter(({ role }) => /^H[12]$/.test(role));
    const titles = pdf.outline.filter(({ page }) => page > first + 1);
    for (const title of [
      'The July Days 1917',
      'Kronstadt and Petrograd in 1917',
      'Leon Trotsky',
      'Fyodor Raskolnikov',
      '“Delincuentes sanitarios”',
      'The demonstration of 4 July',
      'Glossary',
      'Bibliography',
    ]) {
      const page = titles.find((each) => each.title === title)?.page;
      expect(page, title).toBeDefined();
      expect(lines, title).toContain(`${title} ${page}`);
    }
    expect(headings.length).toBeGreaterThan(titles.length / 2);
  });

  it('leads from each line of the contents to that page, and within the texts to where it says', () => {
    const fromContents = pdf.links.filter(({ page }) => page === 2);
    expect(fromContents.length).toBeGreaterThanOrEqual(11);
    const numbers = [...(pdf.pages[1]?.text ?? '').matchAll(/ (\d{1,3})(?= |$)/g)].map((match) =>
      Number(match[1]),
    );
    for (const { to } of fromContents) expect(numbers).toContain(to);
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
    const catalogue = await get<CatalogueEntry[]>('/api/catalogue');
    const addresses = /entries=([^&]+)/.exec(PACK)?.[1]?.split(',') ?? [];
    const documents = await Promise.all(
      addresses.map((address) => get<LibraryDocument>(`/api/documents/${address}`)),
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

/** Where a page would be ugly: told as sentences. */
function faults(pdf: ReadPdf): string[] {
  const bottom = 68;
  return pdf.elements.flatMap(({ role, pages, parents }) => {
    const [first] = pages;
    if (!first) return [];
    const where = `${role} on page ${first.page}`;
    if (/^H\d$/.test(role)) {
      const lowest = Math.min(
        ...(pdf.pages[first.page - 1]?.lines ?? []).map(({ y }) => y).filter((y) => y > bottom),
      );
      if (pages.length > 1) return [`${where} is split`];
      return (first.lines.at(-1) ?? 0) <= lowest + 1 ? [`${where} stands at the foot`] : [];
    }
    if (pages.length === 1) return [];
    if (role === 'P' && !parents.includes('LI')) {
      const alone = [first, pages.at(-1)].some((part) => part?.lines.length === 1);
      return alone ? [`${where} leaves a line alone`] : [];
    }
    return ['Table', 'TR', 'BlockQuote'].includes(role) ? [`${where} is split`] : [];
  });
}

describe('the pages of a print', () => {
  it.each([
    ['a guide on A4', `entries=${GUIDE}&answers=1&edition=leader`, [595, 842]],
    ['a guide on Letter', `entries=${GUIDE}&paper=letter&glossary=notes&links=1`, [612, 792]],
    ['a guide on A5', `entries=${GUIDE}&paper=a5&size=easy`, [420, 595]],
    ['a guide in large print', `entries=${GUIDE}&size=large&answers=1`, [595, 842]],
    ['works and articles', 'entries=works/april-theses,articles/delincuentes-sanitarios&links=1', [595, 842]],
    ['the glossary', 'list=glossary&paper=letter', [612, 792]],
  ])('%s: no heading at the foot, no line alone, no table or quotation split', async (_name, query, size) => {
    const { pdf } = await printed(query);
    expect(faults(pdf)).toEqual([]);
    for (const { width, height } of pdf.pages) {
      expect([width, height].map(Math.round)).toEqual(size);
    }
  });

  it('keeps each question with the lines for its answer', async () => {
    const { pdf } = await printed(`entries=${GUIDE}&answers=1`);
    const guide = await get<LibraryDocument>(`/api/documents/${GUIDE}`);
    if (guide.collection !== 'guides') throw new Error('no guide');
    const questions = pdf.elements.filter(
      ({ role, pages }) => role === 'LI' && pages.some(({ page }) => pdf.pages[page - 1]?.text.includes('?')),
    );
    expect(questions.length).toBeGreaterThanOrEqual(guide.questions.length);
    for (const { pages } of questions) expect(pages.length).toBe(1);
    const without = await printed(`entries=${GUIDE}`);
    // Five lines of 8 mm under each of nine questions are more than a page.
    expect(pdf.pages.length).toBeGreaterThan(without.pdf.pages.length);
  });

  it('starts sections on a right-hand page where that is wanted, and fills up with empty ones', async () => {
    const { pdf } = await printed(`${PACK}&right=1`);
    const tops = pdf.outline.filter(({ depth, page }) => depth === 1 && page > 1);
    expect(tops.length).toBeGreaterThan(8);
    for (const { title, page } of tops) expect(page % 2, title).toBe(1);
    // Whatever starts a page has a name, or its empty page could not be counted.
    expect(pdf.destinations.get('contents')).toBe(3);
    const empty = pdf.pages.filter(({ lines }) => lines.length === 0);
    expect(empty.length).toBeGreaterThan(1);
    for (const title of ['Leon Trotsky', 'Glossary']) {
      const page = pdf.outline.find((each) => each.title === title)?.page;
      expect(pdf.pages[2]?.text).toContain(`${title} ${page}`);
    }
  });

  it('folds into a booklet: two pages a side, four a sheet', async () => {
    const { pdf } = await printed(`entries=${GUIDE}&booklet=1`);
    const single = await printed(`entries=${GUIDE}&paper=a5`);
    expect(pdf.pages.length).toBe(Math.ceil(single.pdf.pages.length / 4) * 2);
    const [side] = pdf.pages;
    expect(Math.abs((side?.width ?? 0) - 842)).toBeLessThan(3);
    expect(side?.height).toBeCloseTo(595, 0);
    expect(textOf(pdf)).toContain(`2 / ${single.pdf.pages.length}`);
  });
});

describe('the choices of a print', () => {
  it('leader’s and reader’s edition, paragraph numbers, which calendar first', async () => {
    const leader = textOf((await printed(`entries=${GUIDE}&edition=leader`)).pdf);
    const reader = textOf((await printed(`entries=${GUIDE}`)).pdf);
    expect(leader).toContain('For whoever leads the meeting');
    expect(reader).not.toContain('For whoever leads the meeting');
    const event = 'entries=events/demonstration-of-4-july';
    expect(textOf((await printed(event)).pdf)).toContain('4 July 1917 (Old Style; 17 July 1917 New Style)');
    expect(textOf((await printed(`${event}&calendar=ns`)).pdf)).toContain('17 July 1917 (New Style; 4 July');
    const numbers = async (wanted: 0 | 1) => {
      const { pdf } = await printed(`entries=works/april-theses&numbers=${wanted}`);
      return pdf.pages[0]?.lines.filter(({ text, x }) => /^\d$/.test(text) && x < 90).map(({ text }) => text);
    };
    expect((await numbers(1))?.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(await numbers(0)).toEqual([]);
  });

  it('words as end notes or as an appendix, and where the links lead', async () => {
    const term = (await get<CatalogueEntry[]>('/api/catalogue')).find(
      ({ address }) => address === '/terms/kadet',
    );
    const start = (term?.summary ?? '').slice(0, 30);
    const [none, notes, appendix, links] = await Promise.all(
      ['', '&glossary=notes', '&glossary=appendix', '&links=1'].map(async (more) =>
        textOf((await printed(`entries=${GUIDE}${more}`)).pdf),
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
    const { bytes, pdf } = await printed('entries=people/leon-trotsky&size=large&links=1');
    const fonts = [...(await fontsOf(bytes)).keys()].join();
    expect(fonts).toContain('Atkinson');
    expect(fonts).not.toMatch(/Italic|Sofia/);
    const starts = new Set(
      pdf.pages[1]?.lines.filter(({ text }) => text.length > 30).map(({ x }) => Math.round(x)),
    );
    expect(starts.size).toBe(1);
  });

  it('a sheet to compare two to four works: filled in as far as known', async () => {
    const works = 'entries=works/april-theses,works/untimely-thoughts';
    const { pdf } = await printed(`${works}&worksheet=1`);
    const page = pdf.pages.find(
      ({ text }) => text.includes('Comparing sources') && text.includes('Occasion'),
    );
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    for (const words of ['Maxim Gorky', 'Vladimir Lenin', 'Pravda', 'Novaya Zhizn'])
      expect(page?.text).toContain(words);
    const all = textOf(pdf);
    for (const words of ['Audience', 'Purpose', 'Argument']) expect(all).toContain(words);
    const one = textOf((await printed('entries=works/april-theses&worksheet=1')).pdf);
    expect(one).not.toContain('Comparing sources');
  });
});

describe('lists that can be printed', () => {
  it('a chronicle of a span of days holds its events and no others', async () => {
    const { pdf } = await printed('list=chronicle&from=1917-02-27&to=1917-02-28');
    const events = (await get<CatalogueEntry[]>('/api/catalogue')).filter(
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
    const { pdf } = await printed('list=timeline');
    const months = pdf.outline.filter(({ depth }) => depth === 2).map(({ title }) => title);
    expect(months).toContain('February 1917');
    expect(months.indexOf('October 1917')).toBe(months.indexOf('September 1917') + 1);
    expect(pdf.pages.length).toBeGreaterThan(20);
  });

  it('what a search found, in its order', async () => {
    const found = await get<{ results: { address: string }[] }>('/api/search?q=kronstadt&limit=3');
    const catalogue = await get<CatalogueEntry[]>('/api/catalogue');
    const titles = found.results.map(
      ({ address }) => catalogue.find((entry) => entry.address === address)?.title,
    );
    const text = textOf((await printed('list=search&q=kronstadt')).pdf);
    expect(text).toContain('Search: kronstadt');
    const at = titles.map((title) => text.indexOf(`${title}. `));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  it('says how many it leaves out of a search that found more', async () => {
    const { total } = await get<{ total: number }>('/api/search?q=petrograd&limit=1');
    expect(total).toBeGreaterThan(100);
    expect(textOf((await printed('list=search&q=petrograd')).pdf)).toContain(
      `The first 100 of ${total} entries`,
    );
  });
});

describe('the print document of a browser', () => {
  it('needs nothing else, runs nothing, is light, opens what is folded, and may be framed by our own pages', async () => {
    const response = await fetch(`${served.origin}/print/document?entries=${GUIDE}`);
    const html = await response.text();
    expect(html).not.toMatch(/<script|<link|<img|url\((?!data:)|(?:src|href)="(?!#)/);
    expect(html).toContain('color-scheme:only light');
    expect(html).not.toMatch(/<details(?![^>]*open)/);
    expect(html).not.toContain('class="n"');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('a print that cannot be made', () => {
  it.each([
    ['entries=', 400, 'There is nothing to print'],
    ['entries=people/nobody', 404, '/people/nobody is not in the library'],
    ['entries=people', 400, 'guides/the-july-days-1917'],
    ['list=chronicle&from=1917-03-01&to=1917-02-01', 400, 'Put the earlier day first'],
    ['list=chronicle&from=yesterday', 400, 'from: is not a day. Write it as 1917-02-23.'],
    ['list=search&q=lenin&year=17', 400, 'Write the year with four digits'],
    [`entries=${GUIDE}&answers=yes`, 400, 'answers: is 0 or 1'],
    [`entries=${GUIDE}&paper=a3`, 400, 'paper'],
  ])('%s says so', async (query, status, sentence) => {
    for (const path of ['/api/prints', '/print/document']) {
      const response = await fetch(`${served.origin}${path}?${query}`);
      expect(response.status).toBe(status);
      expect(await response.text()).toContain(sentence);
    }
  });

  it('asks to make it again where it is not kept any more', async () => {
    const made = async (title: number) => (await messages(`entries=terms/soviet&title=${title}`)).at(-1);
    const first = await made(1);
    if (!first || !('ready' in first)) throw new Error('no print');
    const statusOf = async () => (await fetch(served.origin + first.ready.pdf)).status;
    expect(await statusOf()).toBe(200);
    for (const title of [2, 3, 4, 5]) await made(title);
    expect(await statusOf()).toBe(404);
    expect(await (await fetch(served.origin + first.ready.document)).text()).toContain('Make it again');
  });

  it('names a file that every system takes', async () => {
    const ready = (await messages(`entries=terms/soviet&title=${encodeURIComponent('1/2: "July"?')}`)).at(-1);
    if (!ready || !('ready' in ready)) throw new Error('no print');
    const { headers } = await fetch(served.origin + ready.ready.pdf);
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain("UTF-8''1 2 July.pdf");
  });

  it.each(['cross-site', 'same-site'])('is not begun from another site: %s', async (site) => {
    const response = await fetch(`${served.origin}/api/prints?entries=${GUIDE}`, {
      headers: { 'Sec-Fetch-Site': site },
    });
    expect(response.status).toBe(403);
  });
});

describe('stopping', () => {
  it('ends at once, keeps nothing, and lets the next print begin', async () => {
    const controller = new AbortController();
    const query = 'list=glossary&size=easy';
    const stopped = messages(query, controller.signal);
    setTimeout(() => controller.abort(), 300);
    await expect(stopped).rejects.toThrow(/abort/i);
    // Had it gone on, it would be kept, and be ready at once.
    const again = new AbortController();
    const first = await firstMessage(query, again.signal);
    again.abort();
    expect(first).toEqual({ step: 'layout' });
    const steps = await messages('entries=terms/soviet');
    expect(steps.at(-1)).toHaveProperty('ready');
    expect(served.errors()).toBe('');
  });

  it('tells where it is, and can be stopped by its name', async () => {
    const response = await fetch(`${served.origin}/api/prints?list=glossary&size=large&job=by-name`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = (await reader?.read())?.value ?? '';
    expect(told).toMatch(/^\{"step":"layout"\}\n/);
    expect((await stop('by-name')).status).toBe(204);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) told += part.value;
    const last = JSON.parse(told.trim().split('\n').at(-1) ?? '') as PrintMessage;
    expect(last).toMatchObject({ problem: { title: 'The print was stopped' } });
  });

  it('says so too where it is stopped before anything was laid out', async () => {
    for (const delay of [0, 5, 15, 40, 90]) {
      const name = `early-${delay}`;
      const answer = messages(`list=glossary&size=large&title=${name}&job=${name}`);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await stop(name);
      const last = (await answer).at(-1);
      // Asked for before it was begun, there is nothing to stop yet.
      expect(JSON.stringify(last)).toMatch(/"The print was stopped"|"ready"/);
    }
    expect(served.errors()).toBe('');
  });

  async function stop(job: string): Promise<Response> {
    const page = await fetch(served.entry, { redirect: 'manual' });
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    return fetch(`${served.origin}/api/prints?job=${job}`, { method: 'DELETE', headers: { cookie } });
  }
});
