import { familyOf, yearOf, type Draft, type Item } from './item.ts';
import { areSame, inverted } from './names.ts';

/**
 * Joins the drafts that name one publication (with and without subtitle, translator, imprint), sorts them as a
 * bibliography is and gives each an id that says author, year and title.
 */
export function mergeItems(drafts: readonly Draft[]): Item[] {
  const groups = Map.groupBy(drafts, groupKey);
  const merged = [...groups.values()].flatMap((group) => {
    const kept: Draft[] = [];
    for (const draft of group.toSorted((a, b) => b.title.length - a.title.length)) {
      const at = kept.findIndex((other) => isSame(other, draft));
      const other = kept[at];
      if (other) kept[at] = join(other, draft);
      else kept.push(draft);
    }
    return kept;
  });
  return withIds(merged.sort(compareDrafts));
}

/** The order of a bibliography: by author, editor or title, then by title, then by year. */
function compareDrafts(a: Draft, b: Draft): number {
  const compare = (x: string, y: string) =>
    x.localeCompare(y, 'en', { sensitivity: 'base', ignorePunctuation: true });
  return (
    compare(headOf(a), headOf(b)) ||
    compare(withoutArticle(a.title), withoutArticle(b.title)) ||
    (a.volume ?? '').localeCompare(b.volume ?? '', 'en', { numeric: true }) ||
    yearOf(a) - yearOf(b)
  );
}

function headOf({ author, editor, title }: Draft): string {
  return (author ?? editor)?.map(inverted).join('; ') ?? withoutArticle(title);
}

function withoutArticle(title: string): string {
  return title.replace(/^(?:The|A|An|El|La|Los|Las|Un|Una) |^['‘“"]/u, '');
}

function groupKey(draft: Draft): string {
  const people = (draft.author ?? draft.editor ?? []).map((name) => fold(familyOf(name)));
  return [people.join(), yearOf(draft), fold(mainTitle(draft.title)), draft.volume ?? ''].join('|');
}

/** Same main title, author and year: the same where one has no subtitle, or begins as the other does. */
function isSame(longer: Draft, shorter: Draft): boolean {
  if (shorter.title === mainTitle(shorter.title)) return true;
  return fold(longer.title).startsWith(fold(shorter.title));
}

/** What the fuller one lacks is taken from the other. */
function join(fuller: Draft, other: Draft): Draft {
  const longest = (a: Draft['author'], b: Draft['author']) =>
    (a ?? []).map(inverted).join().length >= (b ?? []).map(inverted).join().length ? a : b;
  const author = longest(fuller.author, other.author);
  const joined = { ...other, ...fuller, ...(author && { author }) };
  // Editors stand in the author's place now and then.
  if (author && joined.editor && areSame(author, joined.editor)) delete joined.author;
  return joined;
}

function mainTitle(title: string): string {
  return title.split(': ')[0] ?? title;
}

/** Letters and digits alone, without marks. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const SMALL_WORDS = new Set('the a an el la los las un una de le der die das'.split(' '));

function withIds(drafts: readonly Draft[]): Item[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const first = (draft.author ?? draft.editor)?.[0];
    const word = draft.title
      .split(/[\s:,'’‘“”"–-]+/u)
      .find((part) => fold(part) && !SMALL_WORDS.has(part.toLowerCase()));
    const base = [first ? ascii(familyOf(first)) : '', yearOf(draft) || 'nd', ascii(word ?? '')]
      .filter(Boolean)
      .join('-');
    let id = base;
    for (let copy = 2; taken.has(id); copy += 1) id = `${base}-${copy}`;
    taken.add(id);
    return { id, ...draft };
  });
}

/** BibTeX keys and file names take ASCII alone. */
function ascii(text: string): string {
  return fold(text)
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24);
}
