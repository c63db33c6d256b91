import { describe, expect, it } from 'vitest';
import { addressOfLink, askedToOpen } from '../../main/desktop/deep-link.ts';

describe('a link of the program', () => {
  it.each([
    ['october://guides/the-june-days-1917', '/guides/the-june-days-1917'],
    ['october://guides/the-june-days-1917/', '/guides/the-june-days-1917'],
    ['october://timeline', '/timeline'],
    ['october://stages/february#p9', '/stages/february#p9'],
    ['october://search?q=land%20decree', '/search?q=land%20decree'],
    ['october://', '/'],
    ['october:///people', '/people'],
  ])('%s leads to %s', (link, address) => {
    expect(addressOfLink(link)).toBe(address);
  });

  it.each([
    'https://example.org/',
    'archive://library/',
    'october://a/b/c',
    'october://user@people/x',
    'october://people:80/x',
    'october://people/..%2f..%2fetc',
    'october://people/a\u0000b',
    'october:people',
    `october://people/${'x'.repeat(3000)}`,
    'people/lenin',
    '',
  ])('%j is none', (link) => {
    expect(addressOfLink(link)).toBeUndefined();
  });
});

describe('a command line', () => {
  it('asks for links and texts; switches and the data folder are no texts', () => {
    const args = [
      '.',
      '--data',
      '/tmp/notes.md',
      'october://people/leon-trotsky',
      '--no-sandbox',
      'Notes.MD',
      'x.exe',
    ];
    expect(askedToOpen(args)).toEqual(['october://people/leon-trotsky', 'Notes.MD']);
  });
});
