import { globSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** Text nodes with letters in the markup of a component: words that belong in the message catalogue. */
function bareWords(source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== 'object') return;
    const { type, data } = node as { type?: string; data?: string };
    if (type === 'Attribute' || type === 'StyleDirective') return;
    if (type === 'Text' && data && /\p{L}{2,}/u.test(data.replace(/&\w+;/g, ''))) found.push(data.trim());
    Object.values(node).forEach(walk);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

describe('the words of the interface stand in the catalogue', () => {
  it('bites on a planted bare string', () => {
    expect(bareWords('<p>Hello there</p>')).toEqual(['Hello there']);
  });

  it.each(globSync('renderer/**/*.svelte'))('%s', (file) => {
    // The name of an author is the same in every language.
    const allowed = ['A. V. Lunacharsky,'];
    expect(bareWords(readFileSync(file, 'utf8')).filter((text) => !allowed.includes(text))).toEqual([]);
  });
});
