/** What an author writes at the head of a Markdown file, one schema a collection. */
import { z } from 'zod';
import { DateSpecError, parseDateSpec } from './date-spec.ts';
import { ORGANISATION_KINDS, PLACE_KINDS, THEMES, WORK_FORMS, type Collection } from './vocabulary.ts';

const text = z.string().trim().min(1, 'is empty. Write it or leave the field out.');
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'is not an id. Ids are file names without ".md", such as "leon-trotsky".',
  );

/** A date as written; YAML reads a bare year as a number. */
const date = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .superRefine((value, context) => {
    try {
      parseDateSpec(value);
    } catch (error) {
      if (!(error instanceof DateSpecError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });

/** Someone or something with an entry of its own (an id) or without one (a name). */
const idOrName = z.union([id, z.strictObject({ name: text })], {
  error: 'is neither an id nor { name: … }. Write an id such as petrograd, or { name: New York }.',
});

const summary = text.max(400, 'is longer than 400 characters. Keep it to one or two sentences.');

const source = z.strictObject({
  author: text.optional(),
  editor: text.optional(),
  translator: text.optional(),
  title: text,
  in: text.optional(),
  publisher: text.optional(),
  place: text.optional(),
  year: z.number().int().min(1800).max(2026).describe('Year of the edition used'),
  pages: text.optional(),
  url: z.url().optional(),
});
const sources = z
  .array(source)
  .min(1, 'names no source. Give at least one publication that supports the entry.');

const common = {
  title: text,
  aliases: z.array(text).default([]),
  summary,
  themes: z.array(z.enum(THEMES)).default([]),
};
const sourced = { ...common, sources };
const lifeDate = z.strictObject({ date, circa: z.boolean().default(false), place: idOrName.optional() });
const span = { from: date.optional(), to: date.optional() };

export const frontMatterSchemas = {
  stages: z.strictObject({
    ...sourced,
    short: text.describe('Label in the strip of stages'),
    order: z.number().int().min(1),
    date,
    people: z.array(id).default([]),
  }),
  events: z.strictObject({
    ...sourced,
    date,
    circa: z.boolean().default(false),
    stage: id.optional().describe('Left out by what happened before, between or after the stages'),
    place: id.optional(),
    people: z.array(id).default([]),
    organisations: z.array(id).default([]),
  }),
  people: z.strictObject({
    ...sourced,
    sort: text.describe('Family name, to sort by'),
    born: lifeDate.optional(),
    died: lifeDate.optional(),
    parties: z.array(z.strictObject({ organisation: idOrName, ...span })).default([]),
    roles: z.array(z.strictObject({ title: text, ...span })).default([]),
    epigraph: z.strictObject({ text, source: id.describe('The work it is quoted from') }).optional(),
    featured: z.number().int().min(1).optional().describe('Place among the people of the home page'),
  }),
  organisations: z.strictObject({
    ...sourced,
    kind: z.enum(ORGANISATION_KINDS),
    founded: date.optional(),
    dissolved: date.optional(),
    place: id.optional(),
    people: z.array(id).default([]),
  }),
  places: z.strictObject({
    ...sourced,
    kind: z.enum(PLACE_KINDS),
    coordinates: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
    within: id.optional(),
    today: text.optional(),
  }),
  terms: z.strictObject(sourced),
  works: z.strictObject({
    ...sourced,
    authors: z.array(idOrName).min(1, 'names no author. Write an id or { name: … }.'),
    form: z.enum(WORK_FORMS),
    language: text.describe('Language of the original'),
    written: date.optional(),
    published: z.strictObject({ date, in: text.optional(), number: z.number().int().optional() }).optional(),
    view: text.describe('Where the author stands, in a word or two'),
    reference: text.describe('Full bibliographic reference'),
    available: z.array(text).default([]),
    stage: id.optional(),
    questions: z.array(text).default([]),
  }),
  guides: z.strictObject({
    ...common,
    sources: z.array(source).default([]),
    order: z.number().int().min(1),
    stage: id.optional().describe('Left out by a guide to a theme'),
    meeting: z.number().int().min(15).max(480).describe('Minutes a meeting takes'),
    readings: z
      .array(
        z.strictObject({
          work: id,
          read: text.describe('Which part'),
          minutes: z.number().int().min(1),
          why: text,
          lookFor: text,
        }),
      )
      .min(8, 'has fewer than eight readings. Add readings by authors of different views.'),
    questions: z.array(text).min(4, 'has fewer than four questions.'),
    leader: text.describe('Notes for whoever leads the meeting'),
    next: z
      .array(
        z
          .string()
          .regex(/^[a-z]+\/[a-z0-9-]+$/, 'is not "collection/id", such as "guides/lenin-returns-in-april".'),
      )
      .default([]),
  }),
  articles: z.strictObject({
    ...sourced,
    date,
    petition: z
      .strictObject({
        title: text,
        to: text,
        text,
        columns: z.array(text).min(1),
        lines: z.number().int().min(1).max(60),
      })
      .optional(),
  }),
  pages: z.strictObject({ ...common, sources: z.array(source).default([]) }),
} satisfies Record<Collection, z.ZodType>;

export type FrontMatter = { [C in Collection]: { collection: C } & z.infer<(typeof frontMatterSchemas)[C]> };
export type AnyFrontMatter = FrontMatter[Collection];
export type Source = z.infer<typeof source>;
export const sourceSchema = source;
