import { describe, expect, it } from 'vitest';
import { compileLibrary } from '../../main/library/compile-library.ts';
import { formatProblem } from '../../main/library/content-problem.ts';
import { entryFile } from './sample-content.ts';

const EVENT = { date: '1917-03-01', stage: 'february' };

/** What the compiler says of these files alone, a line a problem. */
function problemsOf(...files: Parameters<typeof compileLibrary>[0]): string[] {
  return compileLibrary(files).problems.map(formatProblem);
}

describe('a broken content file is named with its field and the remedy', () => {
  it.each([
    [
      'an unknown field',
      { sumary: 'x' },
      'sumary: is not a field here. Did you mean "summary"? Remove or rename it.',
    ],
    ['a missing field', { summary: undefined }, 'summary: is missing. Add it as a string.'],
    ['a wrong date', { date: '1 March' }, 'date: "1 March" is not a date. Write 1917'],
    ['an unknown theme', { themes: ['sport'] }, 'themes.0: must be one of: streets, factories'],
    ['no source', { sources: [] }, 'sources: names no source. Give at least one publication'],
    [
      'a source without a year',
      { sources: [{ title: 'X' }] },
      'sources.0.year: is missing. Add it as a number.',
    ],
    ['an unknown person', { people: ['nobody'] }, 'people.0: "nobody" is no entry of people.'],
    ['an unknown stage', { stage: 'march' }, 'stage: "march" is no entry of stages.'],
  ])('%s', (_name, change, expected) => {
    const found = problemsOf(entryFile('content/en/events/x.md', { ...EVENT, ...change }));
    expect(found.filter((line) => line.startsWith(`content/en/events/x.md: ${expected}`))).toHaveLength(1);
  });

  it('names the line of a link that leads nowhere, and the nearest file', () => {
    const found = problemsOf(
      entryFile('content/en/people/leon-trotsky.md', { sort: 'Trotsky' }),
      entryFile('content/en/terms/soviet.md', {}, 'One.\n\n[T](../people/leon-trotski.md)'),
    );
    expect(found.join('\n')).toContain(
      'content/en/terms/soviet.md:8: the link "../people/leon-trotski.md" leads nowhere.',
    );
    expect(found.join('\n')).toContain('Did you mean "content/en/people/leon-trotsky.md"?');
  });

  it('finds a link to a heading or paragraph that is not there', () => {
    const found = problemsOf(
      entryFile('content/en/terms/a.md', {}, '## Here\n\nText.'),
      entryFile('content/en/terms/b.md', {}, '[ok](a.md#here) [ok](a.md#p1) [bad](a.md#p9)'),
    );
    expect(found.filter((line) => line.includes('#p9'))).toHaveLength(1);
    expect(found.filter((line) => line.includes('#here') || line.includes('#p1,'))).toHaveLength(0);
  });

  it.each([
    ['content/en/poems/x.md', 'lies outside the collections'],
    ['content/fr/terms/x.md', 'lies outside en and es'],
    ['content/en/terms/Bad_Name.md', 'is not a valid file name'],
  ])('refuses the path %s', (path, expected) => {
    expect(problemsOf(entryFile(path)).join('\n')).toContain(expected);
  });

  it('names the line of broken YAML and of a missing fence', () => {
    expect(problemsOf({ path: 'content/en/terms/x.md', text: '---\ntitle: A: b\n---\n' }).join()).toContain(
      'x.md:2',
    );
    expect(problemsOf({ path: 'content/en/terms/x.md', text: 'No fence' }).join()).toContain(
      'has no front matter',
    );
  });

  it('reports an orphan, a heading of the first level and an event outside its stage', () => {
    const stage = { short: 'F', order: 1, date: '1917-02-22/1917-03-04' };
    const found = problemsOf(
      entryFile('content/en/stages/february.md', stage),
      entryFile('content/en/events/late.md', { ...EVENT, date: '1917-05-01' }, '# Title'),
    ).join('\n');
    expect(found).toContain('events/late.md: is linked from no other entry');
    expect(found).toContain('a "#" heading stands in the text');
    expect(found).toContain('1917-05-01 lies outside stage "february"');
  });

  it('reports the stages, people and guides that the home page misses, and all problems at once', () => {
    const found = problemsOf(
      entryFile('content/en/terms/a.md'),
      entryFile('content/en/terms/b.md', { title: 5 }),
    );
    for (const collection of ['stages', 'guides', 'people']) {
      expect(found.some((line) => line.startsWith(`content/en/${collection}: `))).toBe(true);
    }
    expect(found).toContain('content/en/terms/b.md: title: must be a string. Rewrite it so.');
  });
});
