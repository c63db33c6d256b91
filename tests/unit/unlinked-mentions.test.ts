import { describe, expect, it } from 'vitest';
import { readEntry, type SourceEntry } from '../../main/library/front-matter.ts';
import { unlinkedMentions, withLinks } from '../../tools/content/mentions.ts';
import { indexNames } from '../../tools/content/names.ts';

const source = 'sources: [{ title: Source, year: 2000 }]';

function entry(path: string, fields: string, body = 'Text.'): SourceEntry {
  const text = `---\n${fields}\nsummary: Summary.\n${source}\n---\n${body}`;
  const read = readEntry({ path: `content/en/${path}.md`, text });
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  return read;
}

const library = [
  entry('people/alexander-kerensky', 'title: Alexander Kerensky\nsort: Kerensky'),
  entry('people/georgy-lvov', 'title: Georgy Lvov\nsort: Lvov'),
  entry('people/vladimir-lvov', 'title: Vladimir Lvov\nsort: Lvov'),
  entry('places/petrograd', 'title: Petrograd\nkind: city\ncoordinates: { lat: 60, lon: 30 }'),
  entry('organisations/petrograd-soviet', 'title: Petrograd Soviet\nkind: soviet'),
  entry('organisations/bolsheviks', 'title: The Bolshevik Party\naliases: [Bolsheviks]\nkind: party'),
  entry('terms/bolshevik', 'title: Bolshevik'),
  entry('terms/soviet', 'title: Soviet'),
  entry('terms/dual-power', 'title: Dual power'),
  entry(
    'works/days',
    'title: Days\nauthors: [{ name: X }]\nform: memoir\nlanguage: Russian\nview: X\nreference: X',
  ),
];
const index = indexNames(library);

/** Names left unlinked in a text of an event. */
function names(body: string): string[] {
  const event = entry('events/x', 'title: X\ndate: 1917-03-01', body);
  return unlinkedMentions(event, index).map(({ name }) => name);
}

describe('first mentions without a link', () => {
  it.each([
    ['Alexander Kerensky spoke.', ['Alexander Kerensky']],
    ['Kerensky spoke, then Kerensky left.', ['Kerensky']],
    ['[Kerensky](../people/alexander-kerensky.md) and Kerensky', []],
    ['General Kerensky and Anna Kerensky', ['Kerensky']],
    ['Lvov is either of two.', []],
    ['Georgy Lvov is one.', ['Georgy Lvov']],
    ['The Petrograd Soviet met.', ['Petrograd Soviet']],
    ['In Petrograd the Petrograd Soviet met.', ['Petrograd', 'Petrograd Soviet']],
    ['[Bolsheviks](../organisations/bolsheviks.md) and one Bolshevik', []],
    ['a Bolshevik and the Bolsheviks', ['Bolshevik']],
    ['There was dual power.', ['dual power']],
    ['[Petrograd Soviet](../organisations/petrograd-soviet.md), and the Soviet said', []],
    ['The Soviet said', ['Soviet']],
    ['Days went by.', []],
    ['## Kerensky\n\nText.', []],
    ['`Kerensky`', []],
  ])('%j: %j', (body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  it('never names the entry itself', () => {
    const own = entry(
      'people/alexander-kerensky',
      'title: Alexander Kerensky\nsort: Kerensky',
      'Kerensky spoke.',
    );
    expect(unlinkedMentions(own, index)).toEqual([]);
  });

  it('are linked where they stand, with relative paths', () => {
    const event = entry('people/x', 'title: X\nsort: X', 'In Petrograd, *Kerensky* saw dual power.');
    expect(withLinks(event, unlinkedMentions(event, index))).toBe(
      'In [Petrograd](../places/petrograd.md), *[Kerensky](alexander-kerensky.md)* saw [dual power](../terms/dual-power.md).',
    );
  });
});
