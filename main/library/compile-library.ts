/** The compiler: content files in, a library or a list of everything wrong with them out. No disk, no clock. */
import { catalogueEntry } from './catalogue.ts';
import { checkEntries, checkGraph, checkLibrary } from './checks.ts';
import { compileDetails } from './compile-document.ts';
import type { ContentProblem } from './content-problem.ts';
import type {
  CatalogueEntry,
  LibraryDocument,
  MarkdownSources,
  Ref,
  SearchDocument,
} from './compiled-schema.ts';
import { readEntry, type ContentFile, type SourceEntry } from './front-matter.ts';
import { LinkIndex } from './links.ts';
import { compileInline, compileMarkdown, typographic, type CompiledMarkdown } from './markdown.ts';
import { References, dateOf, refTo } from './references.ts';

export interface CompiledLibrary {
  catalogue: CatalogueEntry[];
  documents: LibraryDocument[];
  search: SearchDocument[];
  markdown: MarkdownSources;
}

export type CompileResult = { library: CompiledLibrary; problems: [] } | { problems: ContentProblem[] };

/** Words a minute of a student reading history for understanding. Brysbaert 2019 puts the adult mean at 238. */
const WORDS_PER_MINUTE = 220;

interface CompiledText {
  markdown: CompiledMarkdown;
  /** Text of Markdown fields (questions, readings), so that search finds it too. */
  fields: string[];
}

/** Compiles all files together. All problems of all files are listed; none of them throws. */
export function compileLibrary(files: readonly ContentFile[]): CompileResult {
  const problems: ContentProblem[] = [];
  const entries: SourceEntry[] = [];
  for (const file of files) {
    const result = readEntry(file);
    if (Array.isArray(result)) problems.push(...result);
    else entries.push(result);
  }
  problems.push(...checkEntries(entries));

  const links = new LinkIndex(entries);
  const references = new References(entries, (from, to) => links.mention(from, to));
  const texts = new Map(entries.map((entry) => [entry.address, compileText(entry, links, problems)]));

  const inline = (entry: SourceEntry, field: string, markdown: string): string => {
    const compiled = compileInline(markdown, links.resolverFor(entry));
    for (const { message } of compiled.problems) problems.push({ file: entry.path, field, message });
    texts.get(entry.address)?.fields.push(compiled.text);
    return compiled.html;
  };
  const details = new Map(
    entries.map((entry) => [entry.address, compileDetails(entry, { entries, references, inline })]),
  );
  problems.push(...references.problems);

  const titles = new Map(entries.map((entry) => [entry.address, typographic(entry.meta.title)]));
  const titleOf = (address: string) => titles.get(address) ?? address;
  const catalogue = entries
    .map((entry) => catalogueEntry(entry, measure(texts.get(entry.address)), titleOf))
    .sort((a, b) => a.collection.localeCompare(b.collection) || a.sort.localeCompare(b.sort, 'en'));
  const neighbours = neighboursOf(catalogue);
  const backlinks = backlinksOf(entries, links);

  const documents = entries.map((entry): LibraryDocument => {
    const { markdown } = texts.get(entry.address) as CompiledText;
    const { meta } = entry;
    return {
      ...details.get(entry.address),
      address: entry.address,
      id: entry.id,
      lang: entry.lang,
      title: typographic(meta.title),
      aliases: meta.aliases.map(typographic),
      summary: typographic(meta.summary),
      themes: meta.themes,
      html: markdown.html,
      toc: markdown.toc,
      paragraphs: markdown.paragraphs,
      ...measure(texts.get(entry.address)),
      links: markdown.links,
      backlinks: backlinks.get(entry.address) ?? [],
      ...neighbours.get(entry.address),
      sources: meta.sources.map((source) => ({ ...source, title: typographic(source.title) })),
    } as LibraryDocument;
  });
  problems.push(...checkGraph(entries, documents, links), ...checkLibrary(entries));
  if (problems.length > 0) return { problems: sortProblems(problems) };

  const people = peopleOf(links);
  const search = entries.map((entry) =>
    searchDocument(
      entry,
      texts.get(entry.address) as CompiledText,
      [...(people.get(entry.address) ?? [])],
      backlinks.get(entry.address)?.length ?? 0,
      titleOf,
    ),
  );
  const markdown = Object.fromEntries(entries.map(({ address, path, text }) => [address, { path, text }]));
  return { library: { catalogue, documents, search, markdown }, problems: [] };
}

function compileText(entry: SourceEntry, links: LinkIndex, problems: ContentProblem[]): CompiledText {
  const markdown = compileMarkdown(entry.body, links.resolverFor(entry));
  for (const { line, message } of markdown.problems) {
    problems.push({ file: `${entry.path}:${line + entry.bodyLine}`, message });
  }
  return { markdown, fields: [] };
}

function measure(text: CompiledText | undefined): { words: number; minutes: number } {
  const words = text ? countWords([text.markdown.text, ...text.fields].join(' ')) : 0;
  return { words, minutes: Math.max(1, Math.round(words / WORDS_PER_MINUTE)) };
}

/** Runs of letters or digits, with inner hyphens and apostrophes. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** For each entry the people it names in fields or links in its text; a person is of their own entry. */
function peopleOf({ mentions }: LinkIndex): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  for (const { from, to } of mentions) {
    const id = /^\/people\/(.+)$/.exec(to)?.[1];
    if (id) people.set(from, (people.get(from) ?? new Set()).add(id));
  }
  return people;
}

function searchDocument(
  entry: SourceEntry,
  { markdown, fields }: CompiledText,
  people: string[],
  mentions: number,
  titleOf: (address: string) => string,
): SearchDocument {
  const { meta } = entry;
  const date = dateOf(entry);
  return {
    address: entry.address,
    collection: meta.collection,
    lang: entry.lang,
    title: typographic(meta.title),
    aliases: meta.aliases.map(typographic),
    summary: typographic(meta.summary),
    headings: [...markdown.headings, ...authorNames(meta, titleOf)],
    body: [markdown.text, ...wordsOfFields(meta), ...fields].join('\n'),
    people: meta.collection === 'people' ? [entry.id, ...people] : people,
    mentions,
    ...(date && { date }),
  };
}

function authorNames(meta: SourceEntry['meta'], titleOf: (address: string) => string): string[] {
  if (meta.collection !== 'works') return [];
  return meta.authors.map((author) =>
    typeof author === 'string' ? titleOf(`/people/${author}`) : author.name,
  );
}

/** What front matter says in words that the body need not repeat, but a reader searches for. */
function wordsOfFields(meta: SourceEntry['meta']): string[] {
  if (meta.collection === 'articles') return meta.petition ? [meta.petition.title, meta.petition.to] : [];
  if (meta.collection !== 'works') return [];
  return [meta.form, meta.view];
}

function neighboursOf(catalogue: readonly CatalogueEntry[]) {
  const neighbours = new Map<string, { previous?: Ref; next?: Ref }>();
  catalogue.forEach((entry, index) => {
    const same = (other: CatalogueEntry | undefined) =>
      other?.collection === entry.collection && other.lang === entry.lang ? asRef(other) : undefined;
    const previous = same(catalogue[index - 1]);
    const next = same(catalogue[index + 1]);
    neighbours.set(entry.address, { ...(previous && { previous }), ...(next && { next }) });
  });
  return neighbours;
}

function asRef({ address, collection, title, lang, date }: CatalogueEntry): Ref {
  return { address, collection, title, lang, ...(date && { date }) };
}

function backlinksOf(entries: readonly SourceEntry[], links: LinkIndex): Map<string, string[]> {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  const sources = new Map<string, Set<string>>();
  for (const { from, to } of links.mentions) {
    if (!sources.has(to)) sources.set(to, new Set());
    sources.get(to)?.add(from);
  }
  return new Map(
    [...sources].map(([address, from]) => [
      address,
      [...from]
        .flatMap((source) => byAddress.get(source) ?? [])
        .map(refTo)
        .sort((a, b) => a.collection.localeCompare(b.collection) || a.title.localeCompare(b.title))
        .map((ref) => ref.address),
    ]),
  );
}

function sortProblems(problems: ContentProblem[]): ContentProblem[] {
  return problems.sort((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }));
}
