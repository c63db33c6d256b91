import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** Messages about an import planted in a file of that path. */
async function messages(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.includes('restricted'))
    .map(({ message }) => message);
}

describe('imports point one way', () => {
  it.each([
    ['main/archive/api.ts', "import { app } from 'electron';\nexport { app };", 'know Electron'],
    ['main/serve.ts', "import { app } from 'electron';\nexport { app };", 'know Electron'],
    [
      'main/library/links.ts',
      "import { fold } from '../search/analyse.ts';\nexport { fold };",
      'knows nothing above',
    ],
    [
      'main/search/query.ts',
      "import { createApi } from '../archive/api.ts';\nexport { createApi };",
      'knows nothing of the archive',
    ],
    [
      'renderer/lib/client.ts',
      "import { fold } from '../../main/search/analyse.ts';\nexport { fold };",
      'types only',
    ],
    ['renderer/lib/client.ts', "import { join } from 'node:path';\nexport { join };", 'has no Node'],
  ])('%s may not: %s', async (path, code, expected) => {
    expect((await messages(path, code)).join()).toContain(expected);
  });

  it('lets the window take types, and the shell Electron', async () => {
    const type = "import type { ArchiveApi } from '../../main/archive/api.ts';\nexport type A = ArchiveApi;";
    expect(await messages('renderer/lib/client.ts', type)).toEqual([]);
    expect(
      await messages('main/desktop/window.ts', "import { app } from 'electron';\nexport { app };"),
    ).toEqual([]);
  });
});
