import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A small JSON file that the program keeps for the reader. */
export interface JsonFile<T> {
  readonly value: T;
  /** What could not be read when the file was opened, one sentence each, with what was done about it. */
  readonly notices: readonly string[];
  /**
   * Replaces the file: written beside and renamed, so that no half of it is ever left.
   * @throws the error of the file system
   */
  save(value: T): void;
}

type Fields = Record<string, z.ZodType>;
type Value<F extends Fields> = { [K in keyof F]: z.output<F[K]> };

/**
 * Opens a JSON file of fields that each have a default. A field that is damaged gets its default, the others are
 * kept; a file that is damaged as a whole is set aside. Fields of a later version survive.
 * @param fields one schema a field, each with a default
 * @param now names the copy of a damaged file
 */
export function openJsonFile<F extends Fields>(
  path: string,
  fields: F,
  now: () => Date = () => new Date(),
): JsonFile<Value<F>> {
  const aside = `${path.replace(/\.json$/, '')}.damaged-${now().toISOString().replace(/\W/g, '')}.json`;
  const read = readRaw(path, aside);
  const { raw, notices } = read;
  let { kept } = read;
  const value: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const parsed = schema.safeParse(raw[name]);
    value[name] = parsed.success ? parsed.data : schema.parse(undefined);
    if (!parsed.success) notices.push(`${path}: "${name}" was not understood, so the usual value is used.`);
  }
  if (notices.length > 0 && Object.keys(raw).length > 0) {
    kept = tryTo(() => copyFileSync(path, aside));
    notices.push(
      kept
        ? `No copy of the file could be made (${kept.code}), so it is left as it is and nothing is saved in it.`
        : `The file as it was is kept as ${aside}.`,
    );
  }
  let current = value as Value<F>;
  return {
    get value() {
      return current;
    },
    notices,
    save(next) {
      // What could neither be read nor set aside must not be overwritten.
      if (kept) throw kept;
      mkdirSync(dirname(path), { recursive: true });
      const beside = `${path}.${process.pid}.new`;
      try {
        writeFileSync(beside, `${JSON.stringify({ ...raw, ...next }, null, 2)}\n`);
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
      current = next;
    },
  };
}

interface RawFile {
  raw: Record<string, unknown>;
  notices: string[];
  /** Why a file stands there still that was not understood. */
  kept?: NodeJS.ErrnoException | undefined;
}

function readRaw(path: string, aside: string): RawFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (failure.code === 'ENOENT') return { raw: {}, notices: [] };
    const notice = `${path} cannot be read (${failure.code}). Check who may read it.`;
    return { raw: {}, notices: [notice], kept: failure };
  }
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(text));
  if (parsed.success) return { raw: parsed.data, notices: [] };
  const kept = tryTo(() => renameSync(path, aside));
  const done = kept
    ? ' The usual values are used.'
    : ` It is kept as ${aside}, and the usual values are used.`;
  return { raw: {}, notices: [`${path} is damaged.${done}`], kept };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** What keeps a copy must not keep the program from starting. */
function tryTo(act: () => void): NodeJS.ErrnoException | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
