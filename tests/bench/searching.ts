import { fts5, miniSearch, ownSearch } from './engines.ts';
import type { Value } from './report.ts';
import { quantile, timings, total } from './statistics.ts';
import { searchDocuments } from './built-library.ts';

const WORDS = [
  'lenin',
  'soviet',
  'provisional government',
  'kronstadt sailors',
  'april theses',
  'land',
  'petición',
];
const TYPED = ['insurrection', 'provisional government', 'demonstration', 'trotsky', 'constituent assembly'];
const TYPOS = ['kerenskj', 'insurection', 'petrogad', 'zinovyev', 'bolsehvik'];
const KEYSTROKES = TYPED.flatMap((word) =>
  Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1)),
);

/** How long an answer takes, and how long two other engines take for the same keystrokes in the same run. */
export function* searching(): Generator<Value> {
  const documents = searchDocuments();
  const own = ownSearch(documents);
  for (const [name, queries] of [
    ['words', WORDS],
    ['as you type', KEYSTROKES],
    ['typos', TYPOS],
  ] as const) {
    const mine = timings(own, queries);
    const value = `${quantile(mine, 0.5)} / ${quantile(mine, 0.95)}`;
    yield { name: `search, ${name}: p50 / p95, ms`, value };
  }
  const baseline = total(own, KEYSTROKES);
  for (const [name, engine] of [
    ['MiniSearch', miniSearch],
    ['SQLite FTS5', fts5],
  ] as const) {
    const value = (total(engine(documents), KEYSTROKES) / baseline).toFixed(2);
    yield { name: `as you type, beside ${name} (its time over ours)`, value };
  }
}
