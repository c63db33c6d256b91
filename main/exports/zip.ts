import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  /** Not compressed, as the first file of an EPUB must be. */
  stored?: boolean;
}

/** Milliseconds after which other work gets its turn. */
const TURN = 20;

/**
 * Packs files in their order. It lets other work have its turn, and stops between two files when it is told to.
 * @throws the signal's reason
 */
export async function zip(
  entries: readonly ZipEntry[],
  modified: Date,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let failure: Error | undefined;
  const archive = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(chunk);
  });
  const rest = pauses(signal);
  for (const { name, content, stored } of entries) {
    await rest();
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = modified;
    archive.add(file);
    file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
  }
  archive.end();
  if (failure) throw failure;
  return Buffer.concat(chunks);
}

/** A pause now and then within long work; it throws where the work is not wanted any more. */
export function pauses(signal: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - last < TURN) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
    signal.throwIfAborted();
  };
}
