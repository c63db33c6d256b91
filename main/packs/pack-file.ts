/** The file by which a pack is shared: `{"format": "october-pack", "version": 1, "title": …, "entries": […]}`. */
import { z } from 'zod';
import { packSchema, type Pack } from './pack-schema.ts';

export const PACK_FORMAT = 'october-pack';
export const PACK_VERSION = 1;
/** Many times what the largest pack takes. */
export const MOST_PACK_BYTES = 256 * 1024;

const headSchema = z.object({ format: z.literal(PACK_FORMAT), version: z.number().int().min(1) });

/** A pack, or why the text is none: a title and what to do about it. */
export type ReadPack = { pack: Pack } | { refused: { title: string; detail: string } };

/** Writes what `readPackFile` reads. */
export function writePackFile({ title, entries }: Pack): string {
  return `${JSON.stringify({ format: PACK_FORMAT, version: PACK_VERSION, title, entries }, null, 2)}\n`;
}

/** Reads the text of a shared pack. Fields that are not known are left out; nothing is guessed. */
export function readPackFile(text: string): ReadPack {
  if (new TextEncoder().encode(text).length > MOST_PACK_BYTES) return { refused: TOO_LARGE };
  const head = headSchema.safeParse(parseJson(text));
  if (!head.success) {
    const detail =
      'It is damaged, or it is a file of another kind. Ask whoever shared it to send it again; its name ends in .october-pack.';
    return { refused: { title: 'This file is no course pack', detail } };
  }
  if (head.data.version > PACK_VERSION) {
    const detail = `It has version ${head.data.version}, and this program reads version ${PACK_VERSION}. Install the newest version of the program, or ask for the list of entries as text.`;
    return { refused: { title: 'This pack was made by a newer version of the program', detail } };
  }
  const pack = packSchema.required().safeParse(parseJson(text));
  if (pack.success) return { pack: pack.data };
  const [issue] = pack.error.issues;
  const field = issue?.path.join('.') ?? '';
  const detail = `Its field "${field}" ${sentence(issue?.message)} Ask whoever shared it to send it again, or correct it in a text editor.`;
  return { refused: { title: 'This course pack is damaged', detail } };
}

export const TOO_LARGE = {
  title: 'This file is too large for a course pack',
  detail: `A course pack is a list of entries and takes less than ${MOST_PACK_BYTES / 1024} KB. Choose a file whose name ends in .october-pack.`,
} as const;

function sentence(message = 'cannot be understood.'): string {
  return /^(is|has) /.test(message) ? message : 'is missing or of the wrong kind.';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
