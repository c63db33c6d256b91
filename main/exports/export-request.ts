import { z } from 'zod';

/** The ways out, with the end of the file's name and the media type of each. */
export const EXPORT_FORMATS = {
  epub: { extension: 'epub', type: 'application/epub+zip' },
  html: { extension: 'html', type: 'text/html; charset=utf-8' },
  markdown: { extension: 'zip', type: 'application/zip' },
  bibtex: { extension: 'bib', type: 'application/x-bibtex; charset=utf-8' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems; charset=utf-8' },
  'csl-json': { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  chicago: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  mla: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  apa: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  pack: { extension: 'october-pack', type: 'application/vnd.october-pack+json' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

export const exportFormatSchema = z.enum(Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]]);

/** How an entry is named in an address or a file: its collection and its id. */
export const ENTRY = /^[a-z]+\/[a-z0-9-]{1,120}$/;
/** Characters. */
export const LONGEST_TITLE = 120;
/** More entries than this stand in no address. */
export const MOST_CHOSEN = 300;
/** More entries than this make a book that no reader of EPUB opens gladly. */
export const MOST_IN_BOOK = 600;

const entry = z
  .string()
  .regex(/^(?:all|\/?[a-z]+\/[a-z0-9-]+)$/, 'is not of the form "people/leon-trotsky".');

export const exportRequestSchema = z.object({
  entries: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .pipe(z.array(entry))
    .describe('"people/leon-trotsky,works/april-theses", or "all" for Markdown and bibliographies'),
  with: z
    .enum(['nothing', 'parts', 'links'])
    .default('nothing')
    .describe(
      'parts: the readings of a guide, the events and works of a stage; links: also what entries lead to',
    ),
  title: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_TITLE)
    .optional()
    .describe('Of a pack; else the first entry names the file'),
  calendar: z.enum(['lived', 'ns']).default('lived'),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
