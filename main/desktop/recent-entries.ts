import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Archive } from '../archive/archive.ts';
import { openJsonFile } from '../data/json-file.ts';
import type { CatalogueEntry } from '../library/compiled-schema.ts';
import { ARCHIVE_HOME, isArchiveAddress } from './archive-protocol.ts';
import { LINK_SCHEME } from './deep-link.ts';
import { recentFields, withRecent, type RecentEntry } from './recent-list.ts';
import { words } from './words.ts';

export interface RecentEntries {
  readonly list: readonly RecentEntry[];
  /** Notes every entry that a window shows. */
  watch(window: BrowserWindow): void;
  clear(): void;
}

/** The entries read last, kept for the menu and for the system's task bar or dock. */
export function createRecentEntries(
  dataFolder: string,
  catalogue: readonly Pick<CatalogueEntry, 'address' | 'title'>[],
  onChange: (list: readonly RecentEntry[]) => void,
  logError: (error: unknown) => void,
): RecentEntries {
  const file = openJsonFile(join(dataFolder, 'recent.json'), recentFields);
  const titles = new Map(catalogue.map(({ address, title }) => [address, title]));

  function change(entries: RecentEntry[]): void {
    try {
      file.save({ entries });
    } catch (error) {
      logError(error);
    }
    showInTaskBar(entries);
    onChange(entries);
  }

  function note(address: string): void {
    if (!isArchiveAddress(address)) return;
    const { pathname } = new URL(address);
    const title = titles.get(pathname);
    if (!title || file.value.entries[0]?.address === pathname) return;
    change(withRecent(file.value.entries, { address: pathname, title }));
  }

  showInTaskBar(file.value.entries);
  return {
    get list() {
      return file.value.entries;
    },
    watch({ webContents }) {
      webContents.on('did-navigate', (_event, address) => note(address));
      webContents.on('did-navigate-in-page', (_event, address, isMainFrame) => isMainFrame && note(address));
    },
    clear: () => change([]),
  };
}

/** Addresses and titles of the whole library; none where it cannot be opened. */
export async function readCatalogue(archive: Archive): Promise<CatalogueEntry[]> {
  const response = await archive.fetch(new Request(`${ARCHIVE_HOME}api/catalogue`));
  return response.ok ? ((await response.json()) as CatalogueEntry[]) : [];
}

/** Windows' jump list. macOS has its dock menu from menu.ts; Linux has fixed actions in its desktop file. */
function showInTaskBar(entries: readonly RecentEntry[]): void {
  if (process.platform !== 'win32') return;
  app.setJumpList([
    {
      type: 'custom',
      name: words.menu.recent,
      items: entries.map(({ address, title }) => ({
        type: 'task',
        title: title.slice(0, 250),
        program: process.execPath,
        args: `${LINK_SCHEME}:/${address}`,
      })),
    },
  ]);
}
