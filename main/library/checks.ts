/** Rules that no single field can check. Each returns the problems it finds. */
import type { ContentProblem } from './content-problem.ts';
import type { LibraryDocument } from './compiled-schema.ts';
import { parseDateSpec } from './date-spec.ts';
import type { SourceEntry } from './front-matter.ts';
import type { LinkIndex } from './links.ts';

/** Stages and guides the reader's home page is built around, and how many people it shows. */
const HOME_PAGE = { stages: 6, guides: 6, people: 6 };

/** Two files must not claim one address; an event must begin within its stage. */
export function checkEntries(entries: readonly SourceEntry[]): ContentProblem[] {
  const byAddress = new Map<string, SourceEntry>();
  return entries.flatMap((entry) => {
    const other = byAddress.get(entry.address);
    byAddress.set(entry.address, entry);
    return [
      ...(other
        ? [{ file: entry.path, message: `has the same address as ${other.path}. Rename one of them.` }]
        : []),
      ...checkStageOf(entry, entries),
    ];
  });
}

function checkStageOf(entry: SourceEntry, entries: readonly SourceEntry[]): ContentProblem[] {
  const { meta, path } = entry;
  if (meta.collection !== 'events') return [];
  const stage = entries.find((other) => other.address === `/stages/${meta.stage}`);
  if (stage?.meta.collection !== 'stages') return [];
  const { start, end } = parseDateSpec(stage.meta.date);
  const day = parseDateSpec(meta.date).start.os;
  if (day >= start.os && day <= (end ?? start).os) return [];
  const range = `${start.os} to ${(end ?? start).os}`;
  return [
    {
      file: path,
      field: 'date',
      message: `${day} lies outside stage "${meta.stage}" (${range}). Correct one of them.`,
    },
  ];
}

/** Links to headings and paragraphs must exist, and every entry must be linked from another. */
export function checkGraph(
  entries: readonly SourceEntry[],
  documents: readonly LibraryDocument[],
  links: LinkIndex,
): ContentProblem[] {
  const anchors = new Map(
    documents.map(({ address, toc, paragraphs }) => [
      address,
      new Set([
        ...toc.map((heading) => heading.id),
        ...Array.from({ length: paragraphs }, (_, i) => `p${i + 1}`),
      ]),
    ]),
  );
  const missing = links.fragments.flatMap(({ from, address, fragment }) =>
    anchors.get(address)?.has(fragment)
      ? []
      : [
          {
            file: from.path,
            message: `links to ${address}#${fragment}, which is not there. Correct the part after "#".`,
          },
        ],
  );
  const linked = new Set(links.mentions.map(({ to }) => to));
  const orphans = entries.flatMap((entry) =>
    linked.has(entry.address) || entry.meta.collection === 'pages'
      ? []
      : [
          {
            file: entry.path,
            message: 'is linked from no other entry. Link it where it is first mentioned.',
          },
        ],
  );
  return [...missing, ...orphans];
}

/** The home page shows six stages, six guides and six people with epigraphs, numbered from one without gaps. */
export function checkLibrary(entries: readonly SourceEntry[]): ContentProblem[] {
  const orders = { stages: [] as number[], guides: [] as number[], people: [] as number[] };
  for (const { meta } of entries) {
    if (meta.collection === 'stages' || meta.collection === 'guides')
      orders[meta.collection].push(meta.order);
    if (meta.collection === 'people' && meta.featured && meta.epigraph) orders.people.push(meta.featured);
  }
  return (Object.keys(HOME_PAGE) as (keyof typeof HOME_PAGE)[]).flatMap((collection) => {
    const wanted = Array.from({ length: HOME_PAGE[collection] }, (_, index) => index + 1).join(', ');
    const found = orders[collection].sort((a, b) => a - b);
    const enough = collection === 'guides' ? found.length >= HOME_PAGE.guides : found.join(', ') === wanted;
    const field = collection === 'people' ? 'featured' : 'order';
    return enough
      ? []
      : [
          {
            file: `content/en/${collection}`,
            field,
            message: `the home page needs ${wanted}; there are ${found.join(', ') || 'none'}. Add or renumber entries.`,
          },
        ];
  });
}
