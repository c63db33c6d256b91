import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

async function messages(filePath: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? []).map(({ message }) => message).join('\n');
}

it.each([
  ['main/archive/archive.ts', 'setInterval(() => undefined, 1000);'],
  ['main/desktop/window.ts', 'globalThis.setInterval(() => undefined, 1000);'],
  ['renderer/lib/client.ts', 'window.setInterval(() => undefined, 1000);'],
])('%s may not repeat anything by the clock', async (path, code) => {
  expect(await messages(path, code)).toContain('Nothing runs when idle');
});

it('a single delay is allowed', async () => {
  expect(await messages('main/desktop/window.ts', 'setTimeout(() => undefined, 100);')).toBe('');
});
