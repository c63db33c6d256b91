import { suggestion, type ContentProblem } from './content-problem.ts';
import { parseDateSpec } from './date-spec.ts';
import type { CompiledDate, Ref, RefOrName } from './compiled-schema.ts';
import type { SourceEntry } from './front-matter.ts';
import { typographic } from './markdown.ts';
import type { Collection } from './vocabulary.ts';

type IdOrName = string | { name: string };

/** Looks up the ids that front matter names, and reports those that lead nowhere. */
export class References {
  readonly problems: ContentProblem[] = [];
  readonly #byAddress: Map<string, SourceEntry>;
  readonly #onMention: (from: SourceEntry, to: string) => void;

  constructor(entries: readonly SourceEntry[], onMention: (from: SourceEntry, to: string) => void) {
    this.#byAddress = new Map(entries.map((entry) => [entry.address, entry]));
    this.#onMention = onMention;
  }

  /** The entry an id names; an unknown id becomes a problem and a harmless placeholder. */
  ref(from: SourceEntry, field: string, collection: Collection, id: string): Ref {
    const address = `/${collection}/${id}`;
    const target = this.#byAddress.get(address);
    if (target) {
      this.#onMention(from, address);
      return refTo(target);
    }
    const ids = [...this.#byAddress.keys()].flatMap((known) =>
      known.startsWith(`/${collection}/`) ? [known.slice(collection.length + 2)] : [],
    );
    this.problems.push({
      file: from.path,
      field,
      message: `"${id}" is no entry of ${collection}.${suggestion(id, ids)} Write its file or correct the id.`,
    });
    return { address, collection, title: id, lang: from.lang };
  }

  refs(from: SourceEntry, field: string, collection: Collection, ids: readonly string[]): Ref[] {
    return ids.map((id, index) => this.ref(from, `${field}.${index}`, collection, id));
  }

  refOrName(from: SourceEntry, field: string, collection: Collection, value: IdOrName): RefOrName {
    if (typeof value !== 'string') return { title: typographic(value.name) };
    const { title, address } = this.ref(from, field, collection, value);
    return { title, address };
  }

  /** What an id or a name is called, without a mention being counted. */
  titleOf(collection: Collection, value: IdOrName): string {
    if (typeof value !== 'string') return typographic(value.name);
    const target = this.#byAddress.get(`/${collection}/${value}`);
    return target ? typographic(target.meta.title) : value;
  }
}

/** What a list shows of an entry. */
export function refTo(entry: SourceEntry): Ref {
  const date = dateOf(entry);
  return {
    address: entry.address,
    collection: entry.meta.collection,
    title: typographic(entry.meta.title),
    lang: entry.lang,
    ...(date && { date }),
  };
}

/** The date an entry is listed under: of an event, a stage, an article; of a work, when it was written. */
export function dateOf({ meta }: SourceEntry): CompiledDate | undefined {
  switch (meta.collection) {
    case 'events':
      return parseDateSpec(meta.date, meta.circa);
    case 'stages':
    case 'articles':
      return parseDateSpec(meta.date);
    case 'works': {
      const written = meta.written ?? meta.published?.date;
      return written ? parseDateSpec(written) : undefined;
    }
    default:
      return undefined;
  }
}
