import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ContentFile } from './front-matter.ts';

/**
 * Reads every Markdown file under `content/` of a project folder, in order of path.
 * @throws if the folder cannot be read.
 */
export async function readContent(projectFolder: string): Promise<ContentFile[]> {
  const paths: string[] = [];
  for await (const path of glob('content/**/*.md', { cwd: projectFolder })) paths.push(path);
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: path.split(sep).join('/'),
      text: await readFile(join(projectFolder, path), 'utf8'),
    })),
  );
}
