import { posix } from 'node:path';
import { suggestion } from './content-problem.ts';
import type { SourceEntry } from './front-matter.ts';
import { typographic, type LinkTarget, type ResolveLink } from './markdown.ts';

/** One entry pointing at another, from prose or from a field. */
export interface Mention {
  from: string;
  to: string;
}

/** Resolves the relative Markdown links of entries to addresses, and remembers who mentions whom. */
export class LinkIndex {
  readonly mentions: Mention[] = [];
  /** Links that name a heading or paragraph, to be checked once every text is compiled. */
  readonly fragments: { from: SourceEntry; address: string; fragment: string }[] = [];
  readonly #byPath: Map<string, SourceEntry>;

  constructor(entries: readonly SourceEntry[]) {
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /** The resolver for links that stand in this entry. */
  resolverFor(entry: SourceEntry): ResolveLink {
    return (href) => this.#resolve(entry, href);
  }

  mention(from: SourceEntry, to: string): void {
    if (from.address !== to) this.mentions.push({ from: from.address, to });
  }

  #resolve(entry: SourceEntry, href: string): LinkTarget {
    if (/^https?:\/\//.test(href)) return { href, title: href, external: true };
    if (href.startsWith('#')) {
      this.fragments.push({ from: entry, address: entry.address, fragment: href.slice(1) });
      return { href, title: href };
    }
    const [path = '', fragment] = href.split('#');
    const wanted = posix.normalize(posix.join(posix.dirname(entry.path), path));
    const target = this.#byPath.get(wanted);
    if (!target) {
      const near = suggestion(wanted, [...this.#byPath.keys()]);
      return {
        problem: `the link "${href}" leads nowhere.${near} Link to a file that exists, or write plain text.`,
      };
    }
    this.mention(entry, target.address);
    if (fragment) this.fragments.push({ from: entry, address: target.address, fragment });
    return {
      href: fragment ? `${target.address}#${fragment}` : target.address,
      title: typographic(target.meta.title),
    };
  }
}
