/** What the compiler writes and the archive serves. Types of the renderer are inferred from here. */
import { z } from 'zod';
import { sourceSchema } from './front-matter-schema.ts';
import { COLLECTIONS, LANGUAGES } from './vocabulary.ts';

/** Raised whenever a library of the old shape can no longer be read. */
export const LIBRARY_FORMAT = 3;

const bothCalendars = z.object({ os: z.string(), ns: z.string() });

export const compiledDateSchema = z.object({
  start: bothCalendars,
  end: bothCalendars.optional(),
  precision: z.enum(['year', 'month', 'day']),
  calendar: z.enum(['os', 'ns']).describe('The calendar the author wrote'),
  circa: z.boolean(),
});
export type CompiledDate = z.infer<typeof compiledDateSchema>;

const language = z.enum(LANGUAGES);
const collection = z.enum(COLLECTIONS);
const html = z.string().describe('Sanitised HTML');

/** A pointer to another entry, with what a list needs to show it. */
const refSchema = z.object({
  address: z.string().describe('/collection/id'),
  collection,
  title: z.string(),
  lang: language,
  date: compiledDateSchema.optional(),
});
export type Ref = z.infer<typeof refSchema>;

const refOrNameSchema = z.object({ title: z.string(), address: z.string().optional() });
export type RefOrName = z.infer<typeof refOrNameSchema>;

const lifeDate = z.object({ date: compiledDateSchema, place: refOrNameSchema.optional() });
const span = { from: compiledDateSchema.optional(), to: compiledDateSchema.optional() };

const coordinates = z.object({ lat: z.number(), lon: z.number() });
/** What someone was on the day of an event; the span is given where it does not surely cover the day. */
const standingSchema = z.object({ title: z.string(), ...span });
export type Standing = z.infer<typeof standingSchema>;

const addresses = z.array(z.string());

const base = z.object({
  address: z.string(),
  id: z.string(),
  lang: language,
  title: z.string(),
  aliases: z.array(z.string()),
  summary: z.string(),
  themes: z.array(z.string()),
  html,
  toc: z.array(z.object({ id: z.string(), depth: z.number(), text: z.string() })),
  paragraphs: z.number().describe('How many paragraphs are numbered'),
  words: z.number(),
  minutes: z.number().describe('Reading time'),
  links: z.array(z.object({ number: z.number(), href: z.string(), title: z.string() })),
  backlinks: addresses.describe('Entries that lead here; their titles are in the catalogue'),
  previous: refSchema.optional(),
  next: refSchema.optional(),
  sources: z.array(sourceSchema),
});

export const documentSchema = z.discriminatedUnion('collection', [
  base.extend({
    collection: z.literal('stages'),
    order: z.number(),
    short: z.string(),
    date: compiledDateSchema,
    people: z.array(refSchema),
    events: addresses,
    guides: z.array(refSchema),
    works: z.array(refSchema),
  }),
  base.extend({
    collection: z.literal('events'),
    date: compiledDateSchema,
    stage: refSchema.optional(),
    place: refSchema.optional(),
    people: z.array(
      refSchema.extend({
        as: z.array(standingSchema).describe('Offices on the day, or else parties'),
      }),
    ),
    organisations: z.array(refSchema),
  }),
  base.extend({
    collection: z.literal('people'),
    born: lifeDate.optional(),
    died: lifeDate.optional(),
    parties: z.array(z.object({ organisation: refOrNameSchema, ...span })),
    roles: z.array(z.object({ title: z.string(), ...span })),
    epigraph: z.object({ text: z.string(), source: refSchema }).optional(),
    events: addresses,
    works: z.array(refSchema),
  }),
  base.extend({
    collection: z.literal('organisations'),
    kind: z.string(),
    founded: compiledDateSchema.optional(),
    dissolved: compiledDateSchema.optional(),
    place: refSchema.optional(),
    people: z.array(refSchema),
    events: addresses,
  }),
  base.extend({
    collection: z.literal('places'),
    kind: z.string(),
    coordinates,
    within: refSchema.optional(),
    today: z.string().optional(),
    events: addresses,
  }),
  base.extend({ collection: z.literal('terms') }),
  base.extend({
    collection: z.literal('works'),
    authors: z.array(refOrNameSchema),
    form: z.string(),
    language: z.string(),
    written: compiledDateSchema.optional(),
    published: z
      .object({ date: compiledDateSchema, in: z.string().optional(), number: z.number().optional() })
      .optional(),
    view: z.string(),
    reference: z.string(),
    available: z.array(z.string()),
    stage: refSchema.optional(),
    questions: z.array(html),
    guides: z.array(refSchema),
  }),
  base.extend({
    collection: z.literal('guides'),
    order: z.number(),
    stage: refSchema.optional(),
    meeting: z.number(),
    readingMinutes: z.number(),
    readings: z.array(
      z.object({
        work: refSchema,
        authors: z.array(refOrNameSchema),
        view: z.string(),
        reference: z.string(),
        available: z.array(z.string()),
        read: z.string(),
        minutes: z.number(),
        why: html,
        lookFor: html,
      }),
    ),
    questions: z.array(html),
    leader: html,
    further: z.array(refSchema),
  }),
  base.extend({
    collection: z.literal('articles'),
    date: compiledDateSchema,
    petition: z
      .object({
        title: z.string(),
        to: z.string(),
        html,
        columns: z.array(z.string()),
        lines: z.number(),
      })
      .optional(),
  }),
  base.extend({ collection: z.literal('pages') }),
]);
export type LibraryDocument = z.infer<typeof documentSchema>;
export type DocumentOf<C extends LibraryDocument['collection']> = Extract<LibraryDocument, { collection: C }>;

/** What lists, filters and the home page need of an entry. */
export const catalogueEntrySchema = refSchema.extend({
  id: z.string(),
  summary: z.string(),
  sort: z.string().describe('Key of the default order'),
  themes: z.array(z.string()),
  words: z.number(),
  minutes: z.number(),
  order: z.number().optional(),
  short: z.string().optional(),
  stage: z.string().optional(),
  place: z.string().optional(),
  people: z.array(z.string()).optional(),
  authors: z.array(z.string()).optional(),
  form: z.string().optional(),
  view: z.string().optional(),
  kind: z.string().optional(),
  coordinates: coordinates.optional(),
  within: z.string().optional().describe('Id of the place that holds this one'),
  parties: z.array(z.string()).optional(),
  lifespan: z.string().optional(),
  born: z.string().optional().describe('Year, month or day, New Style'),
  died: z.string().optional().describe('Year, month or day, New Style'),
  memberships: z
    .array(
      z.object({
        title: z.string(),
        id: z.string().optional().describe('Of the organisation, where it has an entry'),
        from: z.string().optional().describe('Year, month or day, New Style'),
        to: z.string().optional(),
      }),
    )
    .optional(),
  offices: z.array(z.string()).optional(),
  epigraph: z.string().optional(),
  featured: z.number().optional(),
  readings: z.number().optional(),
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;
export const catalogueSchema = z.array(catalogueEntrySchema);

/** The text a search looks through and takes its snippets from. */
export const searchDocumentSchema = z.object({
  address: z.string(),
  collection,
  lang: language,
  title: z.string(),
  aliases: z.array(z.string()),
  summary: z.string(),
  headings: z.array(z.string()),
  body: z.string(),
  people: z.array(z.string()).describe('Ids, for person: filters'),
  mentions: z.number().describe('Entries that lead here'),
  date: compiledDateSchema.optional(),
});
export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** The file of each entry as its author wrote it, front matter included, by address. */
export const markdownSchema = z.record(z.string(), z.object({ path: z.string(), text: z.string() }));
export type MarkdownSources = z.infer<typeof markdownSchema>;

export const manifestSchema = z.object({
  format: z.literal(LIBRARY_FORMAT),
  entries: z.number(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;
