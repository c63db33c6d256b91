/** What can be asked of a print, as the query of its address: a print is an address that can be shared. */
import { z } from 'zod';
import { ENTRY, LONGEST_TITLE, MOST_CHOSEN } from '../exports/export-request.ts';
import { searchRequestSchema } from '../search/search-schema.ts';

/** Lists that are printed instead of chosen entries, or after them. */
export const PRINT_LISTS = ['glossary', 'timeline', 'chronicle', 'search'] as const;
export const PAPERS = ['a4', 'letter', 'a5'] as const;
export const PRINT_SIZES = ['normal', 'large', 'easy'] as const;

const flag = (usual: boolean) =>
  z
    .enum(['0', '1'], { error: 'is 0 or 1.' })
    .default(usual ? '1' : '0')
    .transform((value) => value === '1');

/** A day of the Old Style calendar. */
const day = z.iso.date({ error: 'is not a day. Write it as 1917-02-23.' });

export const printOptionsSchema = z.object({
  entries: z
    .string()
    .default('')
    .transform((text) => [...new Set(text.split(',').filter(Boolean))])
    .refine((all) => all.every((each) => ENTRY.test(each)), {
      error: 'is not a list of entries. Write them as guides/the-july-days-1917,works/april-theses.',
    })
    .refine((all) => all.length <= MOST_CHOSEN, {
      error: `has more than ${MOST_CHOSEN} entries. Print it in two parts.`,
    }),
  list: z.enum(PRINT_LISTS).optional(),
  from: day.default('1917-01-01').describe('First day of a chronicle'),
  to: day.default('1918-01-31').describe('Last day of a chronicle'),
  q: searchRequestSchema.shape.q.describe('What a printed search looks for'),
  kind: searchRequestSchema.shape.kind,
  year: searchRequestSchema.shape.year,
  title: z.string().trim().max(LONGEST_TITLE, `is longer than ${LONGEST_TITLE} characters.`).default(''),
  paper: z.enum(PAPERS).default('a4'),
  size: z.enum(PRINT_SIZES).default('normal'),
  edition: z.enum(['reader', 'leader']).default('reader'),
  answers: flag(false).describe('Ruled space under each question'),
  numbers: flag(true).describe('Paragraph numbers'),
  glossary: z.enum(['none', 'notes', 'appendix']).default('none'),
  people: flag(false).describe('The people who occur, as an appendix'),
  calendar: z.enum(['lived', 'ns']).default('lived'),
  links: flag(false).describe('Where links lead, as end notes'),
  right: flag(false).describe('Sections start on a right-hand page'),
  worksheet: flag(false).describe('A sheet to compare two to four works'),
  booklet: flag(false).describe('Two pages a sheet, to be folded; of a PDF only'),
});

export type PrintOptions = z.output<typeof printOptionsSchema>;
