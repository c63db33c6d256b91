/** The desktop entry: the archive on its own protocol, in windows. */
import { join } from 'node:path';
import { BrowserWindow, app, clipboard, dialog, nativeTheme, protocol, shell } from 'electron';
import { openArchive } from './archive/open-archive.ts';
import { chooseDataFolder, ownSurroundings } from './data/data-folder.ts';
import { describeProgram, programAsText } from './desktop/about.ts';
import { ARCHIVE_SCHEME, handleArchiveProtocol } from './desktop/archive-protocol.ts';
import { setUpContextMenu } from './desktop/context-menu.ts';
import { askedToOpen } from './desktop/deep-link.ts';
import { guardContents } from './desktop/guard.ts';
import { startLog, watchHealth } from './desktop/log.ts';
import { setApplicationMenu, type MenuActions } from './desktop/menu.ts';
import { moveDataFolder } from './desktop/move-data-folder.ts';
import { createPrintWindows, printFinished } from './desktop/print-windows.ts';
import { createRecentEntries, readCatalogue } from './desktop/recent-entries.ts';
import { answerRequests } from './desktop/requests.ts';
import { createExportSaver } from './desktop/save-export.ts';
import { createFileSaver } from './desktop/save-file.ts';
import { createPdfSaver } from './desktop/save-pdf.ts';
import { collectEarlyRequests, openSystemDoors, registerLinkScheme } from './desktop/system-doors.ts';
import { goBack, goForward, walkByGesture } from './desktop/walk-history.ts';
import { createWindows } from './desktop/windows.ts';
import { words } from './desktop/words.ts';
import { OpenedTexts } from './imports/opened-texts.ts';
import { openSettings } from './settings/settings-store.ts';

const dataFolder = chooseDataFolder(ownSurroundings());
app.setPath('userData', dataFolder.path);
// The appId of electron-builder.yml, so that Windows joins the window and its shortcut in the task bar.
app.setAppUserModelId('org.indefenceofoctober.library');
const log = startLog(dataFolder.path);
const isFirst = app.requestSingleInstanceLock();
// Electron is ready only after this module has been evaluated, so nothing may be awaited at its top level.
if (isFirst) void start().catch(fail);
else app.quit();

async function start(): Promise<void> {
  const early = collectEarlyRequests();
  const settings = openSettings(dataFolder.path);
  const printer = createPrintWindows();
  const isReaders = (window: BrowserWindow) => !printer.has(window);
  const windows = createWindows(dataFolder.path, settings, { isReaders, logError: log.error });
  const opened = new OpenedTexts();

  protocol.registerSchemesAsPrivileged([ARCHIVE_SCHEME]);
  guardContents(app, (address) => windows.open(address));
  setUpContextMenu(app, {
    openWindow: (address) => windows.open(address),
    search: (text) => windows.show(`/search?q=${encodeURIComponent(text)}`),
  });
  app.on('browser-window-created', (_event, window) => {
    if (printer.has(window)) return;
    recent.watch(window);
    walkByGesture(window);
    watchHealth(window, log);
    // Windows that only print must not keep the program alive.
    window.on('closed', () => windows.all().length === 0 && printer.close());
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (windows.all().length === 0) windows.open();
  });

  const distFolder = join(import.meta.dirname, '..');
  const [archive] = await Promise.all([
    openArchive(distFolder, { settings, dataFolder: dataFolder.path, opened, printer, logError: log.error }),
    app.whenReady(),
  ]);
  handleArchiveProtocol(protocol, archive, printer.answer);
  registerLinkScheme(dataFolder.portable);

  const files = createFileSaver(windows);
  const pdf = createPdfSaver(files, () => settings.current.paper);
  const exports = createExportSaver(files, archive);
  const doors = openSystemDoors(windows, opened);
  const onWindow = (act: (window: BrowserWindow) => unknown) => () => {
    const window = BrowserWindow.getFocusedWindow() ?? windows.all()[0];
    if (window) void act(window);
  };
  const openDataFolder = () => void shell.openPath(dataFolder.path);
  const actions: MenuActions = {
    newWindow: () => windows.open(),
    openFile: () => void doors.chooseFile(),
    print: () => windows.send({ name: 'print' }),
    savePdf: () => windows.send({ name: 'save-pdf' }),
    export: () => windows.send({ name: 'export' }),
    closeWindow: onWindow((window) => window.close()),
    find: (name) => windows.send({ name }),
    zoom: windows.zoom,
    typeSize: (step) => windows.send({ name: 'type-size', step }),
    theme: (theme) => windows.send({ name: 'settings', change: { theme } }),
    back: onWindow(goBack),
    forward: onWindow(goForward),
    go: windows.show,
    search: () => windows.send({ name: 'search' }),
    clearRecent: () => recent.clear(),
    about: () => windows.send({ name: 'about' }),
    openDataFolder,
  };
  const showMenu = () => setApplicationMenu(actions, { theme: settings.current.theme, recent: recent.list });
  const recent = createRecentEntries(dataFolder.path, await readCatalogue(archive), showMenu, log.error);
  const followTheme = () => (nativeTheme.themeSource = settings.current.theme);
  settings.onChange(() => {
    followTheme();
    showMenu();
  });
  followTheme();
  showMenu();
  answerRequests({
    about: () => describeProgram(dataFolder, log),
    'copy-log': () => clipboard.writeText(programAsText(describeProgram(dataFolder, log))),
    'open-data-folder': openDataFolder,
    'choose-data-folder': (window) => moveDataFolder(window, dataFolder),
    'show-saved': () => files.lastSaved && shell.showItemInFolder(files.lastSaved),
    print: (window) => window.webContents.print({}),
    'print-document': (window, address, paper) => printFinished({ printer, archive }, window, address, paper),
    'save-pdf': pdf.save,
    export: exports.save,
    'cancel-export': exports.cancel,
  });

  early.take((wanted) => void doors.open([wanted]));
  const wanted = askedToOpen(process.argv.slice(1));
  if (windows.all().length === 0 && wanted.length === 0) windows.open();
  await doors.open(wanted);
}

/** Nothing is shown yet that could tell of it, so the system's own box does. */
function fail(error: unknown): void {
  log.error(error);
  dialog.showErrorBox(words.dialog.cannotStart, String(error));
  app.exit(1);
}
