import type { ContentFile } from '../../main/library/front-matter.ts';

/** Front matter and body of a minimal valid entry, with fields replaced or, by undefined, left out. */
export function entryFile(
  path: string,
  fields: Record<string, unknown> = {},
  body = 'A paragraph.',
): ContentFile {
  const meta: Record<string, unknown> = {
    title: 'A title',
    summary: 'A summary.',
    sources: [{ author: 'Rex A. Wade', title: 'The Russian Revolution, 1917', year: 2000 }],
    ...fields,
  };
  const lines = Object.entries(meta).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return { path, text: `---\n${lines.join('\n')}\n---\n${body}\n` };
}
