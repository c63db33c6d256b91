import { z } from 'zod';
import { compileMarkdown, typographic, type ResolveLink } from '../library/markdown.ts';

export const openedTextSchema = z.object({
  address: z.string(),
  title: z.string(),
  file: z.string().describe('Name of the file, without its folder'),
  html: z.string().describe('Sanitised'),
  toc: z.array(z.object({ id: z.string(), depth: z.number(), text: z.string() })),
  paragraphs: z.number(),
});
export type OpenedText = z.infer<typeof openedTextSchema>;

/** The reader's own text by the road of the library's: sanitised, with numbered paragraphs and contents. */
export function compileOpened(id: string, file: string, source: string): OpenedText {
  const body = source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  const first = /^\s*#\s+(.+?)\s*#*\s*$/m.exec(body);
  const opensWithTitle = first !== null && body.slice(0, first.index).trim() === '';
  const text = opensWithTitle ? body.slice(first.index + first[0].length) : body;
  const { html, toc, paragraphs } = compileMarkdown(text, resolveOpened);
  return {
    address: `/opened/${id}`,
    title: typographic((opensWithTitle && first[1]?.replace(/[*_`]/g, '')) || file),
    file,
    // The page's own h1 is the title, so the text may have none.
    html: html.replace(/<(\/?)h1\b/g, '<$1h2'),
    toc,
    paragraphs,
  };
}

/** Web addresses leave by the shell's question; the library's own links open here; a neighbour file does not. */
const resolveOpened: ResolveLink = (href) => {
  const own = /^october:\/\/([a-z]+\/[a-z0-9-]+)$/.exec(href)?.[1];
  if (own) return { href: `/${own}`, title: own };
  if (/^https?:\/\//.test(href)) return { href, title: href, external: true };
  return { problem: 'leads outside the file' };
};
