/** `npm run content:report`: what the library holds, and where it is thin. */
import { join } from 'node:path';
import { compileLibrary } from '../../main/library/compile-library.ts';
import { formatProblem } from '../../main/library/content-problem.ts';
import { readEntry } from '../../main/library/front-matter.ts';
import { readContent } from '../../main/library/read-content.ts';
import { measureContent } from './measure.ts';

const project = join(import.meta.dirname, '..', '..');
const files = await readContent(project);
const result = compileLibrary(files);
if (!('library' in result)) {
  for (const problem of result.problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.exit(1);
}
const entries = files.flatMap((file) => {
  const entry = readEntry(file);
  return Array.isArray(entry) ? [] : [entry];
});
const { collections, months, decisiveDays, unlinked, thin, sources, ease } = measureContent(entries, result.library);

table('Entries and words', collections, ([name, { entries: count, words }]) => [name, count, words]);
table('Events by month (Old Style; abroad by the day there)', months, ([month, count]) => [month, count]);
table('Events on the days of the decisive weeks', decisiveDays, ([day, count]) => [day, count]);
table('Sources, by author (the first thirty)', sources.slice(0, 30), ([author, count]) => [author, count]);
table('Reading ease (Flesch; 60–70 plain, 30–50 difficult)', ease, ([name, { median, lowest }]) => [
  name,
  median.toFixed(0),
  `lowest ${lowest.score.toFixed(0)}: ${lowest.address}`,
]);
table('First mentions without a link', unlinked, ({ address, name, targets }) => [address, name, targets.join(' or ')]);
table('Entries with fewer than three back-links', thin, ({ address, backlinks }) => [address, backlinks]);

function table<T>(title: string, rows: Iterable<T>, cells: (row: T) => (string | number)[]): void {
  const lines = [...rows].map((row) => cells(row).map(String));
  process.stdout.write(`\n${title} (${lines.length})\n`);
  for (const [first = '', ...rest] of lines) process.stdout.write(`  ${first.padEnd(44)} ${rest.join('  ')}\n`);
}
