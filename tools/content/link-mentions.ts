/** `npm run content:link [-- --dry] [file …]`: links the first mention of whatever has an entry, where no link leads to it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEntry } from '../../main/library/front-matter.ts';
import { readContent } from '../../main/library/read-content.ts';
import { unlinkedMentions, withLinks } from './mentions.ts';
import { indexNames } from './names.ts';

const project = join(import.meta.dirname, '..', '..');
const dry = process.argv.includes('--dry');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const entries = (await readContent(project)).flatMap((file) => {
  const entry = readEntry(file);
  return Array.isArray(entry) ? [] : [entry];
});
const index = indexNames(entries);
let links = 0;
for (const entry of entries) {
  if (entry.lang !== 'en' || (only.length > 0 && !only.includes(entry.path))) continue;
  const mentions = unlinkedMentions(entry, index);
  links += mentions.length;
  for (const { name, targets } of mentions) {
    process.stdout.write(`${entry.path}: ${name} -> ${targets.join(' or ')}\n`);
  }
  if (dry || mentions.length === 0) continue;
  const path = join(project, entry.path);
  const text = await readFile(path, 'utf8');
  const head = text.slice(0, text.length - entry.body.length);
  await writeFile(path, head + withLinks(entry, mentions));
}
process.stdout.write(`${links} mentions ${dry ? 'are not linked' : 'linked'}.\n`);
