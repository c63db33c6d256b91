/** Markdown to sanitised HTML, with numbered paragraphs, a table of contents and resolved links. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Where a link in a text leads, or why it leads nowhere. */
export type LinkTarget = { href: string; title: string; external?: boolean } | { problem: string };
export type ResolveLink = (href: string) => LinkTarget;

export interface CompiledMarkdown {
  html: string;
  toc: { id: string; depth: number; text: string }[];
  paragraphs: number;
  links: { number: number; href: string; title: string }[];
  headings: string[];
  /** Plain text, a line a block. */
  text: string;
  problems: { line: number; message: string }[];
}

/** What GitHub allows, and the program's own links, which a text the reader opened may use. */
const allowed = {
  ...defaultSchema,
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.['href'] ?? []), 'october'],
  },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkSmartypants, { dashes: false })
  .use(remarkRehype)
  .use(rehypeSanitize, allowed)
  .use(rehypeSlug);
const stringifier = unified().use(rehypeStringify);
const typographer = retext().use(retextSmartypants, { dashes: false });

/** Typographic quotes and apostrophes for a line of front matter. */
export function typographic(line: string): string {
  return String(typographer.processSync(line)).trimEnd();
}

/** Compiles the body of an entry. */
export function compileMarkdown(markdown: string, resolve: ResolveLink): CompiledMarkdown {
  const tree = processor.runSync(processor.parse(markdown)) as Root;
  const problems = findHeadingProblems(tree);
  const links = resolveLinks(tree, resolve, problems);
  const paragraphs = numberParagraphs(tree);
  nameTables(tree);
  const toc = tableOfContents(tree);
  return {
    html: stringifier.stringify(tree),
    toc,
    paragraphs,
    links,
    headings: toc.map((heading) => heading.text),
    text: blocksOf(tree)
      .map((block) => toString(block).replace(/\s+/g, ' ').trim())
      .join('\n'),
    problems,
  };
}

/** Compiles a line or two of front matter; a single paragraph loses its `<p>`. */
export function compileInline(
  markdown: string,
  resolve: ResolveLink,
): Pick<CompiledMarkdown, 'html' | 'text' | 'problems'> {
  const tree = processor.runSync(processor.parse(markdown)) as Root;
  const problems: CompiledMarkdown['problems'] = [];
  resolveLinks(tree, resolve, problems);
  const only = tree.children.length === 1 ? tree.children[0] : undefined;
  const root: Root =
    only?.type === 'element' && only.tagName === 'p' ? { type: 'root', children: only.children } : tree;
  return { html: stringifier.stringify(root), text: toString(tree).replace(/\s+/g, ' ').trim(), problems };
}

function findHeadingProblems(tree: Root): CompiledMarkdown['problems'] {
  const problems: CompiledMarkdown['problems'] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'h1') {
      const message =
        'a "#" heading stands in the text. Start at "##": the title comes from the front matter.';
      problems.push({ line: lineOf(node), message });
    }
  });
  return problems;
}

/** Rewrites every link to its address and numbers the targets, in order of first mention, for print. */
function resolveLinks(tree: Root, resolve: ResolveLink, problems: CompiledMarkdown['problems']) {
  const targets = new Map<string, { number: number; href: string; title: string }>();
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'a') return;
    const href = String(node.properties['href'] ?? '');
    const target = resolve(href);
    if ('problem' in target) {
      problems.push({ line: lineOf(node), message: target.problem });
      return;
    }
    const known = targets.get(target.href) ?? {
      number: targets.size + 1,
      href: target.href,
      title: target.title,
    };
    targets.set(target.href, known);
    node.properties['href'] = target.href;
    node.properties['dataNote'] = String(known.number);
    if (target.external) node.properties['rel'] = ['external', 'noreferrer'];
  });
  return [...targets.values()];
}

/** `#p12` addresses the twelfth paragraph on screen, on paper and in notes. */
function numberParagraphs(tree: Root): number {
  let count = 0;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'p' && node.tagName !== 'li') return;
    count += 1;
    node.properties['id'] = `p${count}`;
    node.properties['dataParagraph'] = String(count);
    if (node.tagName === 'li') return SKIP;
  });
  return count;
}

/** A table is named by the heading it stands under, for a reader who goes from table to table. */
function nameTables(tree: Root): void {
  let heading: string | undefined;
  visit(tree, 'element', (node) => {
    if (/^h[2-6]$/.test(node.tagName)) heading = String(node.properties['id'] ?? '');
    if (node.tagName === 'table' && heading) node.properties['ariaLabelledBy'] = [heading];
  });
}

function tableOfContents(tree: Root): CompiledMarkdown['toc'] {
  const toc: CompiledMarkdown['toc'] = [];
  visit(tree, 'element', (node) => {
    const depth = /^h([2-4])$/.exec(node.tagName)?.[1];
    if (depth)
      toc.push({ id: String(node.properties['id'] ?? ''), depth: Number(depth), text: toString(node) });
  });
  return toc;
}

function blocksOf(tree: Root): Element[] {
  const blocks: Element[] = [];
  visit(tree, 'element', (node) => {
    if (/^(p|li|td|th|pre)$/.test(node.tagName)) {
      blocks.push(node);
      return SKIP;
    }
  });
  return blocks;
}

function lineOf(node: Element): number {
  return node.position?.start.line ?? 0;
}
