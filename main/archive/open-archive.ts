import { join } from 'node:path';
import { LibraryDamagedError, loadLibrary } from '../library/load-library.ts';
import { OpenedTexts } from '../imports/opened-texts.ts';
import { openPacks } from '../packs/packs-store.ts';
import type { PagePrinter } from '../printing/make-pdf.ts';
import { startSearch } from '../search/search-client.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { createArchive, type Archive } from './archive.ts';
import { openRendererFiles } from './renderer-files.ts';

export interface OpenArchiveOptions {
  settings: SettingsStore;
  /** The folder of what is the reader's. */
  dataFolder: string;
  /** Files that the reader opened with the program; a browser opens none. */
  opened?: OpenedTexts;
  /** What makes PDFs; without one the browser prints the print document by its own dialog. */
  printer?: PagePrinter | undefined;
  logError: (error: unknown) => void;
}

/**
 * Opens what lies compiled in `dist/` and assembles the archive of it.
 * What is missing or damaged makes an archive that says so instead of an exception.
 * @param distFolder the folder with `library/`, `renderer/` and `main/`
 */
export async function openArchive(
  distFolder: string,
  { settings, dataFolder, opened = new OpenedTexts(), printer, logError }: OpenArchiveOptions,
): Promise<Archive> {
  const libraryFolder = join(distFolder, 'library');
  const [content, renderer] = await Promise.all([
    openContent(libraryFolder),
    openRendererFiles(join(distFolder, 'renderer')).catch(() => ({
      reason: 'The files of the reading window are missing',
    })),
  ]);
  return createArchive({
    content,
    renderer,
    settings,
    packs: openPacks(dataFolder),
    opened,
    printing: { printer, logError },
    logError,
  });
}

async function openContent(libraryFolder: string) {
  // Built beside the entries, so that it is found both in the built program and in its packaged archive.
  const search = startSearch(new URL('./search-worker.js', import.meta.url), libraryFolder);
  try {
    return { library: await loadLibrary(libraryFolder), search };
  } catch (error) {
    await search.close();
    if (!(error instanceof LibraryDamagedError)) throw error;
    return { reason: `The compiled library is missing or damaged: ${error.message}` };
  }
}
