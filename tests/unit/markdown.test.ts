import { describe, expect, it } from 'vitest';
import { compileMarkdown } from '../../main/library/markdown.ts';

const resolve = (href: string) => ({ href: `/people/${href}`, title: href });

describe('Markdown', () => {
  it('numbers paragraphs and list items, and addresses them', () => {
    const { html, paragraphs } = compileMarkdown('One.\n\n- two\n- three\n\nFour.', resolve);
    expect(paragraphs).toBe(4);
    expect(html).toContain('<p id="p1" data-paragraph="1">One.</p>');
    expect(html).toContain('<p id="p4" data-paragraph="4">Four.</p>');
  });

  it('numbers link targets in order of first mention, one number a target', () => {
    const { links } = compileMarkdown('[a](a) [b](b) [a again](a)', resolve);
    expect(links.map(({ number, href }) => [number, href])).toEqual([
      [1, '/people/a'],
      [2, '/people/b'],
    ]);
  });

  it('drops scripts, handlers and javascript: addresses', () => {
    const { html } = compileMarkdown(
      '<script>alert(1)</script><b onclick="x()">t</b> [x](javascript:alert(1))',
      (href) => ({ href, title: '' }),
    );
    expect(html).not.toMatch(/script|onclick/);
  });

  it('names a table by the heading above it', () => {
    const { html } = compileMarkdown('## Keys\n\n| a | b |\n| - | - |\n| 1 | 2 |', resolve);
    expect(html).toContain('<table aria-labelledby="keys">');
  });

  it('lists headings with addresses, and sets typographic quotes', () => {
    const { toc, text } = compileMarkdown('## What "they" said\n\nIt\'s so.', resolve);
    expect(toc).toEqual([{ id: 'what-they-said', depth: 2, text: 'What “they” said' }]);
    expect(text).toBe('It’s so.');
  });
});
