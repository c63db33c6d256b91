import { posix } from 'node:path';
import type { LibraryDocument, MarkdownSources } from '../library/compiled-schema.ts';
import { bookWords, fill } from './words.ts';
import type { ZipEntry } from './zip.ts';

export const PACK_FORMAT = 1;
/** A Markdown link to another file of the library, in the text or in a field. */
const LINK = /\]\(((?:\.{1,2}\/|[a-z0-9-]+\/)*[a-z0-9-]+\.md)(#[^)\s]*)?\)/g;

/**
 * Markdown files as their authors wrote them, in folders as in the library, with a manifest and a README. Links
 * between the files stay relative; a link to what is not in the pack becomes an address that opens in the program.
 */
export function* markdownFiles(
  title: string,
  documents: readonly LibraryDocument[],
  chosen: ReadonlySet<string>,
  sources: MarkdownSources,
  modified: Date,
): Generator<ZipEntry> {
  const present = documents.flatMap(({ address, title, lang }) => {
    const source = sources[address];
    return source ? [{ address, title, lang, ...source, file: source.path.replace(/^content\//, '') }] : [];
  });
  const paths = new Set(present.map(({ path }) => path));
  const entries = present.map(({ address, title, lang, file }) => ({
    address,
    title,
    lang,
    file,
    chosen: chosen.has(address),
  }));
  const manifest = {
    format: PACK_FORMAT,
    title,
    made: modified.toISOString(),
    licence: 'CC-BY-SA-4.0',
    entries,
  };
  yield { name: 'README.md', content: readme(title, entries) };
  yield { name: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` };
  for (const { path, file, text } of present) yield { name: file, content: rewriteLinks(text, path, paths) };
}

/** Leads links out of the pack to `october://collection/id`. */
export function rewriteLinks(text: string, path: string, present: ReadonlySet<string>): string {
  return text.replace(LINK, (whole, href: string, fragment = '') => {
    const target = posix.normalize(posix.join(posix.dirname(path), href));
    if (present.has(target)) return whole;
    const [, , collection = '', file = ''] = target.split('/');
    return `](october://${collection}/${file.replace(/\.md$/, '')}${fragment})`;
  });
}

function readme(title: string, entries: readonly { title: string; file: string; chosen: boolean }[]): string {
  const { readme: words, partOf, licence } = bookWords.en;
  const list = (heading: string, wanted: boolean) => {
    const lines = entries
      .filter((entry) => entry.chosen === wanted)
      .map((entry) => `- [${entry.title}](${entry.file})`);
    return lines.length > 0 ? [`## ${heading}`, '', ...lines, ''] : [];
  };
  return [
    `# ${title}`,
    '',
    partOf,
    '',
    fill(words.holds, { count: entries.length }),
    '',
    words.how,
    '',
    licence,
    '',
    ...list(words.chosen, true),
    ...list(words.linked, false),
  ].join('\n');
}
