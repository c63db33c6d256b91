import { rename, rm, writeFile } from 'node:fs/promises';
import { words } from './words.ts';

/**
 * Writes a file beside its place and renames it, so that no half of it is ever left.
 * @throws the error of the file system
 */
export async function writeBeside(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Why a file could not be written, and what to do about it. */
export function whyNotWritten(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return words.dialog.noSpace;
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES' || code === 'EROFS')
    return words.dialog.inUse;
  if (code === 'ENOENT' || code === 'ENOTDIR') return words.dialog.noFolder;
  return error instanceof Error ? error.message : String(error);
}
