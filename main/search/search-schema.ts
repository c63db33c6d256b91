/** What the window asks of a search and what it gets back. */
import { z } from 'zod';
import { compiledDateSchema } from '../library/compiled-schema.ts';
import { COLLECTIONS, LANGUAGES } from '../library/vocabulary.ts';

/** Longer than any sentence a reader types, short enough to answer at once. */
export const MAX_QUERY_LENGTH = 200;

export const searchRequestSchema = z.object({
  q: z.string().max(MAX_QUERY_LENGTH, `Shorten the query to ${MAX_QUERY_LENGTH} characters.`).default(''),
  kind: z.enum(COLLECTIONS, `Choose a kind among: ${COLLECTIONS.join(', ')}.`).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'Write the year with four digits, such as 1917.')
    .optional(),
  lang: z.enum(LANGUAGES, `Choose a language among: ${LANGUAGES.join(', ')}.`).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
export type SearchRequest = z.infer<typeof searchRequestSchema>;

const segmentSchema = z.object({ text: z.string(), marked: z.boolean() });
export type Segment = z.infer<typeof segmentSchema>;

const facetSchema = z.object({ value: z.string(), count: z.number() });

export const searchResponseSchema = z.object({
  query: z.string(),
  total: z.number(),
  results: z.array(
    z.object({
      address: z.string(),
      collection: z.enum(COLLECTIONS),
      lang: z.enum(LANGUAGES),
      title: z.array(segmentSchema),
      snippet: z.array(segmentSchema),
      date: compiledDateSchema.optional(),
    }),
  ),
  facets: z.object({ kinds: z.array(facetSchema), years: z.array(facetSchema) }),
  suggestion: z.string().optional().describe('The query with the spelling that would find something'),
});
export type SearchResponse = z.infer<typeof searchResponseSchema>;
