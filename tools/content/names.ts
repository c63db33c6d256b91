/** The names by which prose may mention an entry. */
import type { SourceEntry } from '../../main/library/front-matter.ts';

/** What a name in prose may stand for, the most likely first. */
export interface NameIndex {
  /** Addresses by name, as written in prose. */
  byName: ReadonlyMap<string, readonly string[]>;
  /** Matches any name as a whole word, the longest first. */
  pattern: RegExp;
  /** Organisations by the last word of their names: "the Soviet" is the one that was linked before. */
  byLastWord: ReadonlyMap<string, readonly string[]>;
}

/** A name that two kinds of entry share is taken for the first of these. */
const ORDER = ['people', 'stages', 'organisations', 'places', 'events', 'works', 'terms'];

/** Everyday words and words with a second meaning: a reader of English needs no entry for them. */
const COMMON = new Set([
  ...'universal decree days place front state february october june july august land peace bread world'.split(' '),
  ...'rising risings council councils cadet cadets peter andrei nevsky'.split(' '),
  ...'pushkin vyborg leningrad fraction fractions'.split(' '),
  'railway strike',
  ...'democracy directory districts provinces governments garrisons'.split(' '),
  'new style',
  'the democracy',
]);

/** Builds the index of the English entries. */
export function indexNames(entries: readonly SourceEntry[]): NameIndex {
  const english = entries.filter(({ lang, meta }) => lang === 'en' && ORDER.includes(meta.collection));
  const surnames = uniqueSurnames(english);
  const byName = new Map<string, readonly string[]>();
  const sorted = english.toSorted((a, b) => ORDER.indexOf(a.meta.collection) - ORDER.indexOf(b.meta.collection));
  for (const entry of sorted) {
    for (const name of new Set(namesOf(entry, surnames))) {
      const known = byName.get(name) ?? [];
      if (!known.includes(entry.address)) byName.set(name, [...known, entry.address]);
    }
  }
  shareWithPlural(byName);
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  return { byName, byLastWord: lastWords(english), pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'gu') };
}

function namesOf(entry: SourceEntry, surnames: ReadonlySet<string>): string[] {
  const { meta } = entry;
  const written = [meta.title, ...meta.aliases].map(plainQuotes).filter((name) => /\p{Script=Latin}/u.test(name));
  const names = written.flatMap((name) => [name, name.replace(/^(The|A) /, '')]);
  if (meta.collection === 'terms') names.push(...written.flatMap(inProse));
  if (meta.collection === 'people' && surnames.has(meta.sort)) names.push(meta.sort);
  return names.filter((name) => isTelling(name, meta.collection));
}

/** "Bolshevik" is linked where "Bolsheviks" is: what the one may stand for, the other may. */
function shareWithPlural(byName: Map<string, readonly string[]>): void {
  for (const [name, targets] of byName) {
    const singular = name.endsWith('s') ? byName.get(name.slice(0, -1)) : undefined;
    if (!singular) continue;
    byName.set(name, [...new Set([...targets, ...singular])]);
    byName.set(name.slice(0, -1), [...new Set([...singular, ...targets])]);
  }
}

/** Terms are titled like sentences and used like nouns. */
function inProse(title: string): string[] {
  const lower = title.charAt(0).toLowerCase() + title.slice(1);
  const stem = lower.replace(/y$/, 'ie');
  return [lower, `${lower}s`, `${stem}s`, `${title}s`];
}

/** Short titles of works are words like any other; so is a name of one small common word. */
function isTelling(name: string, collection: string): boolean {
  if (COMMON.has(name.toLowerCase()) || name.length < 4) return false;
  return collection !== 'works' || name.split(' ').length >= 3;
}

function lastWords(entries: readonly SourceEntry[]): Map<string, string[]> {
  const byLastWord = new Map<string, string[]>();
  for (const { address, meta } of entries) {
    if (meta.collection !== 'organisations') continue;
    for (const name of [meta.title, ...meta.aliases]) {
      const last = /^\p{Lu}.* (\p{Lu}\p{L}+)$/u.exec(name)?.[1];
      if (last) byLastWord.set(last, [...(byLastWord.get(last) ?? []), address]);
    }
  }
  return byLastWord;
}

function uniqueSurnames(entries: readonly SourceEntry[]): Set<string> {
  const all = entries.flatMap(({ meta }) => (meta.collection === 'people' ? [meta.sort] : []));
  return new Set(all.filter((name, index) => all.indexOf(name) === index && all.lastIndexOf(name) === index));
}

/** Prose is typed with straight apostrophes; titles may have either. */
export function plainQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'");
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
