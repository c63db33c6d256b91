import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { OpenedText } from './compile-opened.ts';

/** Far more than a book; beyond it the window would stall. */
const LARGEST = 5 * 1024 * 1024;
const KINDS = new Set(['.md', '.markdown', '.txt']);

/** A file that cannot be shown. The message says why and what to do. */
export class CannotOpenError extends Error {
  override name = 'CannotOpenError';
}

/** The files the reader opened with the program, for as long as it runs. Nothing is copied or changed. */
export class OpenedTexts {
  readonly #texts = new Map<string, OpenedText>();

  /**
   * Reads a Markdown or text file.
   * @returns the address at which the window shows it
   * @throws CannotOpenError
   */
  async open(file: string): Promise<string> {
    const path = resolve(file);
    const name = basename(path);
    if (!KINDS.has(extname(path).toLowerCase())) {
      throw new CannotOpenError(
        `${name} is not Markdown or plain text. Files ending in .md, .markdown or .txt can be opened.`,
      );
    }
    const bytes = await readLimited(path, name);
    const id = createHash('sha256').update(path).digest('hex').slice(0, 16);
    // The Markdown compiler is large, and most readers never open a file of their own: it is loaded when one does.
    const { compileOpened } = await import('./compile-opened.ts');
    this.#texts.set(id, compileOpened(id, name, decode(bytes, name)));
    return `/opened/${id}`;
  }

  get(id: string): OpenedText | undefined {
    return this.#texts.get(id);
  }
}

async function readLimited(path: string, name: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) {
      throw new CannotOpenError(`${name} is larger than 5 MB. Divide it into smaller files.`);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof CannotOpenError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CannotOpenError(`${name} is not there any more.`);
    throw new CannotOpenError(`${name} cannot be read (${code ?? String(error)}). Check who may read it.`);
  }
}

function decode(bytes: Buffer, name: string): string {
  try {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('binary');
    return text;
  } catch {
    throw new CannotOpenError(
      `${name} is not text in UTF-8. Save it as UTF-8 in an editor and open it again.`,
    );
  }
}
