/** Finds the names in prose that have an entry and are not linked to it. */
import type { Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { posix } from 'node:path';
import type { SourceEntry } from '../../main/library/front-matter.ts';
import { plainQuotes, type NameIndex } from './names.ts';

/** The first mention of an entry that no link of the text leads to. */
export interface UnlinkedMention {
  /** As it stands in the text. */
  name: string;
  /** The entries the name may stand for, the most likely first. */
  targets: readonly string[];
  /** Where it stands in the body, in UTF-16 units. */
  offset: number;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** A capitalised word before a family name makes it somebody else's, unless it is one of these. */
const TITLES =
  /(?:^|[^\p{L}])(?:General|Admiral|Colonel|Captain|Ensign|Prince|Princess|Count|Countess|Baron|Professor|President|Ambassador|Minister|Commissar|Comrade|The|When|After|Before|While|But|And|Both|As|If|In|On|For|With|To|By|From|Under|Where|Then|So|Yet|That|Here|Only|Even|Since|Until|Though|Like|Unlike|Not|Nor|Neither|Either) $/u;

/** Lists the unlinked first mentions of an entry's body, in the order of the text. */
export function unlinkedMentions(entry: SourceEntry, index: NameIndex): UnlinkedMention[] {
  const tree = parser.parse(entry.body) as Root;
  const seen = new Set([entry.address, ...linkedFrom(entry, tree)]);
  const found: UnlinkedMention[] = [];
  for (const node of proseOf(tree)) {
    const start = node.position?.start.offset ?? 0;
    // A text with escapes or character references has other offsets in the source: it is left to a person.
    if (entry.body.slice(start, start + node.value.length) !== node.value) continue;
    const text = plainQuotes(node.value);
    for (const match of text.matchAll(index.pattern)) {
      const targets = index.byName.get(match[0]) ?? [];
      const same = [...targets, ...(index.byLastWord.get(match[0]) ?? [])];
      if (same.some((target) => seen.has(target)) || isPartOfName(text, match.index, match[0])) continue;
      targets.forEach((target) => seen.add(target));
      found.push({ name: match[0], targets, offset: start + match.index });
    }
  }
  return found;
}

/** The body with every unlinked first mention linked to what it most likely stands for. */
export function withLinks(entry: SourceEntry, mentions: readonly UnlinkedMention[]): string {
  const collection = entry.meta.collection;
  return mentions.toReversed().reduce((body, { name, targets, offset }) => {
    const [, other = '', id = ''] = (targets[0] ?? '').split('/');
    const path = other === collection ? `${id}.md` : `../${other}/${id}.md`;
    const written = body.slice(offset, offset + name.length);
    return `${body.slice(0, offset)}[${written}](${path})${body.slice(offset + name.length)}`;
  }, entry.body);
}

/** Text outside headings and links. */
function proseOf(tree: Root): Text[] {
  const texts: Text[] = [];
  visit(tree, (node) => {
    if (node.type === 'heading' || node.type === 'link' || node.type === 'inlineCode') return SKIP;
    if (node.type === 'text') texts.push(node);
    return undefined;
  });
  return texts;
}

function linkedFrom(entry: SourceEntry, tree: Root): string[] {
  const addresses: string[] = [];
  visit(tree, 'link', ({ url }) => {
    const path = posix.normalize(posix.join(posix.dirname(entry.path), url.split('#')[0] ?? ''));
    const [, , collection, file] = path.split('/');
    if (collection && file) addresses.push(`/${collection}/${file.replace(/\.md$/, '')}`);
  });
  return addresses;
}

/** `Anna` in `Anna Kerensky` makes it another person; so does a capital that follows. */
function isPartOfName(text: string, at: number, name: string): boolean {
  if (name.includes(' ')) return false;
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(at + name.length, at + name.length + 3);
  const follows = /^ \p{Lu}/u.test(after);
  const precedes = /\p{Lu}[\p{L}.'-]* $/u.test(before) && !TITLES.test(before);
  return follows || precedes;
}
