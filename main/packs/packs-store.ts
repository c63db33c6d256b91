import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile } from '../data/json-file.ts';
import { packSchema, savedPackSchema, type Pack, type SavedPack } from './pack-schema.ts';

/** What the reader has collected and saved. */
export interface Packs {
  current: Pack;
  saved: SavedPack[];
}

export interface PacksStore {
  /** With what was wrong with the file, to be told to the reader once. */
  read(): Packs & { notices: readonly string[] };
  /**
   * Replaces what is being collected.
   * @param base what it replaces, as far as the caller knows
   * @throws PackChangedError where another program changed it since, or the error of the file system; then nothing
   * has changed
   */
  setCurrent(pack: Pack, base?: Pack): Packs;
  /** Saves a pack under its name, in place of one that has it already. @throws as above */
  save(pack: SavedPack): Packs;
  /** Takes a saved pack away. @throws as above */
  remove(name: string): Packs;
}

/** What is collected is not what somebody meant to replace. */
export class PackChangedError extends Error {
  override name = 'PackChangedError';
}

const fields = {
  current: packSchema.default({ title: '', entries: [] }),
  // One damaged pack must not take the others with it, so each is read by itself.
  saved: z.array(z.unknown()).default([]),
  unreadable: z.array(z.unknown()).default([]).describe('Saved packs that were not understood, as they were'),
};

/**
 * Opens the packs kept in the data folder. The file is read anew for each act, and what is collected is replaced only
 * by who knows what it was, so that two programs on one folder do not overwrite each other.
 */
export function openPacks(dataFolder: string): PacksStore {
  const path = join(dataFolder, 'packs.json');

  function open() {
    const file = openJsonFile(path, fields);
    const { current, saved, unreadable } = file.value;
    const read = saved.map((each) => ({ each, parsed: savedPackSchema.safeParse(each) }));
    const packs: Packs = {
      current,
      saved: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    };
    const damaged = read.flatMap(({ each, parsed }) => (parsed.success ? [] : [each]));
    const notices = [...file.notices];
    if (damaged.length > 0) {
      notices.push(
        `${path}: ${damaged.length} of the saved packs could not be read. They are kept in that file under "unreadable".`,
      );
    }
    const write = (next: Packs) => {
      file.save({ ...next, unreadable: [...unreadable, ...damaged] });
      return next;
    };
    return { packs, notices, write };
  }

  return {
    read() {
      const { packs, notices, write } = open();
      if (notices.length > 0) tryTo(() => write(packs));
      return { ...packs, notices };
    },
    setCurrent(current, base) {
      const { packs, write } = open();
      if (base && !isSame(base, packs.current)) throw new PackChangedError();
      return write({ ...packs, current });
    },
    save(pack) {
      const { packs, write } = open();
      const at = packs.saved.findIndex(({ name }) => name === pack.name);
      const saved = at < 0 ? [...packs.saved, pack] : packs.saved.with(at, pack);
      return write({ ...packs, saved });
    },
    remove(name) {
      const { packs, write } = open();
      return write({ ...packs, saved: packs.saved.filter((pack) => pack.name !== name) });
    },
  };
}

function isSame(a: Pack, b: Pack): boolean {
  return a.title === b.title && a.entries.join() === b.entries.join();
}

/** What is mended in passing is mended with the next change, where it cannot be now. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // The reader is told when something is to be saved.
  }
}
