/** `node main/library/compile.ts [--check]`: compiles content/ into dist/library, or only checks it. */
import { join } from 'node:path';
import { buildIndexes } from '../search/build-index.ts';
import { compileLibrary } from './compile-library.ts';
import { formatProblem } from './content-problem.ts';
import { readContent } from './read-content.ts';
import { writeLibrary } from './write-library.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const files = await readContent(projectFolder);
const result = compileLibrary(files);

if ('library' in result) {
  const { library } = result;
  if (!process.argv.includes('--check')) {
    await writeLibrary(join(projectFolder, 'dist', 'library'), library, buildIndexes(library.search));
  }
  process.stdout.write(`${library.documents.length} entries compiled without a problem.\n`);
} else {
  for (const problem of result.problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.stderr.write(
    `${result.problems.length} problems in ${files.length} content files. Nothing was written.\n`,
  );
  process.exitCode = 1;
}
