/** `npm run bench`: what the reader waits for, and search beside two other engines in the same run. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { SearchDocument } from '../../main/library/compiled-schema.ts';
import { SEARCH_TEXTS, indexFile } from '../../main/library/library-files.ts';
import { LANGUAGES } from '../../main/library/vocabulary.ts';
import { openWordIndex, type SerialisedIndex } from '../../main/search/lunr-engine.ts';
import { searchRequestSchema } from '../../main/search/search-schema.ts';
import { createSearcher } from '../../main/search/searcher.ts';
import { ensureBuilt } from '../../tools/ensure-built.ts';
import { launchBrowser } from '../support/browser.ts';
import { DIST, serveLibrary } from '../support/served-library.ts';

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
const ROUNDS = 20;

await ensureBuilt();
const library = join(DIST, 'library');
const read = (name: string): unknown => JSON.parse(readFileSync(join(library, name), 'utf8'));
const documents = read(SEARCH_TEXTS) as SearchDocument[];

line('cold start to first answer, ms (median of 7)', median(await repeat(7, coldStart)));
const own = ownSearch();
const rows: [string, string[]][] = [
  ['words', WORDS],
  ['as you type', KEYSTROKES],
  ['typos', TYPOS],
];
for (const [name, queries] of rows) {
  const mine = timings(own, queries);
  line(`search, ${name}: p50 / p95, ms`, `${quantile(mine, 0.5)} / ${quantile(mine, 0.95)}`);
}
const baseline = total(own, KEYSTROKES);
line('as you type, beside MiniSearch (its time over ours)', ratio(total(miniSearch(), KEYSTROKES), baseline));
line('as you type, beside SQLite FTS5 (its time over ours)', ratio(total(fts5(), KEYSTROKES), baseline));
line('first contentful paint / everything shown, ms', await paint());
const assets = join(DIST, 'renderer', 'assets');
const code = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
line(
  'renderer without fonts, kB gzip',
  kilobytes(code.map((name) => gzipSync(readFileSync(join(assets, name))).length)),
);
for (const language of LANGUAGES) {
  const bytes = readFileSync(join(library, indexFile(language)));
  line(
    `index ${language}, kB (gzip)`,
    `${kilobytes([bytes.length])} (${kilobytes([gzipSync(bytes).length])})`,
  );
}

function ownSearch(): (query: string) => unknown {
  const indexes = LANGUAGES.map((language) =>
    openWordIndex(read(indexFile(language)) as SerialisedIndex, language),
  );
  const searcher = createSearcher(documents, indexes);
  return (q) => searcher.search(searchRequestSchema.parse({ q }));
}

/** The same documents and fields, prefix and fuzzy search on, as its documentation suggests for typing. */
function miniSearch(): (query: string) => unknown {
  const engine = new MiniSearch({
    idField: 'address',
    fields: ['title', 'aliases', 'summary', 'headings', 'body'],
    extractField: (document: Record<string, unknown>, field) => {
      const value = document[field];
      return Array.isArray(value) ? value.join('\n') : String(value);
    },
  });
  engine.addAll(documents);
  return (query) =>
    engine
      .search(query, { prefix: true, boost: { title: 12, aliases: 9, summary: 4, headings: 3 } })
      .slice(0, 20);
}

function fts5(): (query: string) => unknown {
  const database = new DatabaseSync(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE texts USING fts5(address UNINDEXED, title, aliases, summary, headings, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')",
  );
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)');
  for (const { address, title, aliases, summary, headings, body } of documents) {
    insert.run(address, title, aliases.join('\n'), summary, headings.join('\n'), body);
  }
  const select = database.prepare(
    "SELECT address, snippet(texts, -1, '[', ']', '…', 32) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 0, 12, 9, 4, 3, 1) LIMIT 20",
  );
  return (query) =>
    select.all(
      `${query
        .trim()
        .split(/\s+/)
        .map((word) => `"${word}"`)
        .join(' ')}*`,
    );
}

async function coldStart(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(DIST, 'main', 'serve.js'), '--no-open', '--port', '0']);
  const origin = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/[\d.:]+\//.exec(String(chunk))?.[0];
      if (found) resolve(found);
    });
  });
  await (await fetch(`${origin}api/search?q=lenin`)).json();
  child.kill();
  return performance.now() - started;
}

async function paint(): Promise<string> {
  const [browser, served] = await Promise.all([launchBrowser(), serveLibrary()]);
  const times = await repeat(5, async () => {
    const page = await browser.newPage();
    await page.goto(served.origin);
    await page.locator('.guides li').last().waitFor();
    const shown = await page.evaluate(() => performance.now());
    const first = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    );
    await page.close();
    return [first, shown] as const;
  });
  await Promise.all([browser.close(), served.stop()]);
  return `${median(times.map(([first]) => first))} / ${median(times.map(([, shown]) => shown))}`;
}

async function repeat<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i += 1) results.push(await run());
  return results;
}

/** Milliseconds of every query, after one round to warm up. */
function timings(search: (query: string) => unknown, queries: readonly string[]): number[] {
  queries.forEach(search);
  return Array.from({ length: ROUNDS }, () => queries)
    .flat()
    .map((query) => {
      const started = performance.now();
      search(query);
      return performance.now() - started;
    });
}

function total(search: (query: string) => unknown, queries: readonly string[]): number {
  return timings(search, queries).reduce((sum, time) => sum + time, 0);
}

function quantile(values: readonly number[], q: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * q)] ?? NaN).toFixed(2);
}

function median(values: readonly number[]): string {
  return quantile(values, 0.5);
}

function ratio(other: number, base: number): string {
  return (other / base).toFixed(2);
}

function kilobytes(bytes: readonly number[]): string {
  return (bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0);
}

function line(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(62)} ${value}\n`);
}
