/** Course packs: entries that a reader collects, in an order, to print or share. */
import { z } from 'zod';
import { ENTRY, LONGEST_TITLE, MOST_CHOSEN } from '../exports/export-request.ts';

/** As many packs as a reader may save. */
export const MOST_SAVED = 200;

const entry = z.string().regex(ENTRY, 'is not of the form "people/leon-trotsky".');
const text = z.string().trim().max(LONGEST_TITLE, `is longer than ${LONGEST_TITLE} characters.`);
const entries = z
  .array(entry, 'is not a list of entries.')
  .max(MOST_CHOSEN, `has more than ${MOST_CHOSEN} entries. Divide it into two packs.`)
  .transform((all) => [...new Set(all)]);

/** A pack without a name: what the reader collects now, or what somebody shared. */
export const packSchema = z.object({ title: text.default(''), entries: entries.default([]) });
export type Pack = z.infer<typeof packSchema>;

/** The name of a saved pack, by which it is opened again. */
export const packName = text.min(1, 'is empty. Give the pack a name.');

export const savedPackSchema = packSchema.extend({ name: packName });
export type SavedPack = z.infer<typeof savedPackSchema>;
