/** The ways in from outside: a second start, a link, a file dropped on the program. */
import { app, dialog } from 'electron';
import { CannotOpenError, type OpenedTexts } from '../imports/opened-texts.ts';
import { LINK_SCHEME, addressOfLink, askedToOpen } from './deep-link.ts';
import type { Windows } from './windows.ts';
import { words } from './words.ts';

export interface SystemDoors {
  /** Opens links and files one after the other; tells the reader of what cannot be opened. */
  open(wanted: readonly string[]): Promise<void>;
  chooseFile(): Promise<void>;
}

/** macOS sends links and files as events, perhaps before the program is ready; the others on the command line. */
export function collectEarlyRequests(): { take(onRequest: (wanted: string) => void): void } {
  const early: string[] = [];
  let listener = (wanted: string): void => void early.push(wanted);
  const receive = (event: { preventDefault: () => void }, wanted: string) => {
    event.preventDefault();
    listener(wanted);
  };
  app.on('open-url', receive);
  app.on('open-file', receive);
  return {
    take(onRequest) {
      listener = onRequest;
      early.splice(0).forEach(onRequest);
    },
  };
}

/** Opens what the system hands over, in the window that is in use. */
export function openSystemDoors(windows: Windows, opened: OpenedTexts): SystemDoors {
  const doors: SystemDoors = {
    async open(wanted) {
      for (const each of wanted) {
        const address = addressOfLink(each) ?? (await openFile(each, opened));
        if (address) windows.show(address);
      }
    },
    async chooseFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        properties: ['openFile'],
        filters: [{ name: words.dialog.textFiles, extensions: ['md', 'markdown', 'txt'] }],
      });
      if (!canceled) await doors.open(filePaths);
    },
  };
  app.on('second-instance', (_event, args) => {
    const wanted = askedToOpen(args.slice(1));
    if (wanted.length > 0) void doors.open(wanted);
    else windows.open();
  });
  return doors;
}

/** Makes the program the one that opens october:// links. A copy on a stick leaves the system as it is. */
export function registerLinkScheme(portable: boolean): void {
  if (app.isPackaged && !portable) app.setAsDefaultProtocolClient(LINK_SCHEME);
}

async function openFile(path: string, opened: OpenedTexts): Promise<string | undefined> {
  try {
    const address = await opened.open(path);
    app.addRecentDocument(path);
    return address;
  } catch (error) {
    if (!(error instanceof CannotOpenError)) throw error;
    await dialog.showMessageBox({
      type: 'error',
      message: words.dialog.cannotOpen,
      detail: error.message,
      buttons: [words.dialog.ok],
    });
    return undefined;
  }
}
