import { beforeAll, describe, expect, it } from 'vitest';
import { compileLibrary, countWords, type CompiledLibrary } from '../../main/library/compile-library.ts';
import { formatProblem } from '../../main/library/content-problem.ts';
import type { DocumentOf, LibraryDocument } from '../../main/library/compiled-schema.ts';
import type { ContentFile } from '../../main/library/front-matter.ts';
import { readContent } from '../../main/library/read-content.ts';
import { PROJECT } from '../support/served-library.ts';

let files: ContentFile[];
let library: CompiledLibrary;
beforeAll(async () => {
  files = await readContent(PROJECT);
  const result = compileLibrary(files);
  if (!('library' in result)) throw new Error(result.problems.map(formatProblem).join('\n'));
  library = result.library;
});

function all<C extends LibraryDocument['collection']>(collection: C): DocumentOf<C>[] {
  return library.documents.filter((document): document is DocumentOf<C> => document.collection === collection);
}

/** Words of the body alone, without what lists and questions add. */
function bodyWords({ html }: LibraryDocument): number {
  return countWords(html.replace(/<[^>]+>/g, ' '));
}

describe('the library', () => {
  it('holds the six stages, each of 900 words or more in sections with eight events or more', () => {
    const stages = all('stages').sort((a, b) => a.order - b.order);
    expect(stages.map(({ title }) => title)).toEqual([
      'The February Revolution',
      'Lenin Returns',
      'The June Days',
      'The July Days',
      'The Kornilov Affair',
      'The October Revolution',
    ]);
    for (const stage of stages) {
      expect(bodyWords(stage), stage.id).toBeGreaterThanOrEqual(900);
      expect(stage.toc.length, stage.id).toBeGreaterThanOrEqual(4);
      expect(stage.events.length, stage.id).toBeGreaterThanOrEqual(8);
    }
  });

  it('has events of 60 to 250 words', () => {
    const outside = all('events').filter((event) => bodyWords(event) < 60 || bodyWords(event) > 250);
    expect(outside.map((event) => `${event.id}: ${bodyWords(event)}`)).toEqual([]);
  });

  it('shows six people with the epigraphs of Revolutionary Silhouettes', () => {
    const featured = library.catalogue
      .filter((entry) => entry.featured)
      .sort((a, b) => (a.featured ?? 0) - (b.featured ?? 0));
    expect(featured.map(({ epigraph }) => epigraph)).toEqual([
      'The dominating trait of his character, the feature which constituted half his make-up, was his will…',
      'Astounding speeches, fanfares of orders, the unceasing electrifier of a weakening army.',
      'In the final analysis the brilliant aspects of Plekhanov’s character will endure forever.',
      'Zinoviev has won the reputation of being one of the most remarkable orators – a difficult feat.',
      'He did not die on the field of battle, but we are right to see him as a man who gave his life for the cause.',
      'He was always to be seen in the front row, the on-the-spot leader. So, they killed him.',
    ]);
    for (const { address } of featured) {
      const person = library.documents.find((document) => document.address === address);
      expect(person && bodyWords(person), address).toBeGreaterThanOrEqual(400);
    }
  });

  it('holds the six guides, each with an introduction, eight readings of several views, questions and times', () => {
    const guides = all('guides').sort((a, b) => a.order - b.order);
    expect(guides.slice(0, 6).map(({ title }) => title)).toEqual([
      'The 1917 February Revolution',
      'Lenin Returns in April',
      'The June Days 1917',
      'The July Days 1917',
      'The Kornilov affair',
      'The October Insurrection 1917',
    ]);
    for (const guide of guides) {
      expect(bodyWords(guide), guide.id).toBeGreaterThanOrEqual(300);
      expect(guide.readings.length, guide.id).toBeGreaterThanOrEqual(8);
      expect(new Set(guide.readings.map(({ view }) => view)).size, guide.id).toBeGreaterThanOrEqual(4);
      expect(guide.readingMinutes).toBe(guide.readings.reduce((sum, { minutes }) => sum + minutes, 0));
    }
  });

  it('holds three articles in Spanish of 400 words or more, one with a petition', () => {
    const articles = all('articles').filter(({ lang }) => lang === 'es');
    expect(articles).toHaveLength(3);
    for (const article of articles) expect(bodyWords(article), article.id).toBeGreaterThanOrEqual(400);
    expect(articles.filter(({ petition }) => petition)).toHaveLength(1);
  });

  it('gives a source for every entry but pages and guides, whose readings are sources', () => {
    const bare = library.documents.filter(({ sources, collection }) => sources.length === 0 && !/pages|guides/.test(collection));
    expect(bare.map(({ address }) => address)).toEqual([]);
  });

  it('computes New Style 13 days after Old Style for every day of 1917', () => {
    for (const { date, id } of all('events')) {
      const days = (Date.parse(date.start.ns) - Date.parse(date.start.os)) / 86_400_000;
      expect(days, id).toBe(date.precision === 'day' ? 13 : 0);
    }
  });

  it('never types the other calendar into front matter', () => {
    const typed = files.filter(({ text }) => /^(?:date|from|to|written).*\b(?:OS|O\.S\.)/m.test(text.split('\n---')[0] ?? ''));
    expect(typed.map(({ path }) => path)).toEqual([]);
  });

  it('compiles to the same bytes twice', () => {
    const again = compileLibrary(files);
    expect('library' in again && JSON.stringify(again.library)).toBe(JSON.stringify(library));
  });
});
