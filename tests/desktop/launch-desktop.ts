import { mkdtemp, rm } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronRuntime } from '../../tools/electron-runtime.ts';
import { PROJECT } from '../support/served-library.ts';
import { startUnderStandIn, type StandIn } from './stand-in/control.ts';

export interface Desktop {
  /** Which of the two the spec ran in. */
  mode: 'Electron' | 'the stand-in over Chromium';
  /** The first window. */
  page: Page;
  dataFolder: string;
  /** Every window, the oldest first. */
  pages(): Promise<Page[]>;
  /** Chooses an item of the application menu. */
  choose(id: string): Promise<void>;
  /** What a second start of the program with these arguments does to this one. */
  startAgain(...args: string[]): Promise<void>;
  /** Only under the stand-in. */
  standIn?: StandIn;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The folder with package.json and dist/, where it is not the project. */
  app?: string;
  args?: string[];
  dataFolder?: string;
}

/** Starts the built desktop entry: in Electron where its runtime is installed, else under the stand-in. */
export async function launchDesktop(options: LaunchOptions = {}): Promise<Desktop> {
  const temporary = options.dataFolder ? undefined : await mkdtemp(join(tmpdir(), 'october-data-'));
  const dataFolder = options.dataFolder ?? temporary ?? '';
  const args = ['--data', dataFolder, ...(options.args ?? [])];
  const app = options.app ?? PROJECT;
  const executablePath = electronRuntime();
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY']);
  const desktop =
    executablePath && hasDisplay
      ? await inElectron(executablePath, [app, ...args])
      : await inStandIn(app, args);
  return {
    ...desktop,
    dataFolder,
    close: async () => {
      await desktop.close();
      if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function inElectron(executablePath: string, args: string[]): Promise<Omit<Desktop, 'dataFolder'>> {
  const application: ElectronApplication = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
  });
  return {
    mode: 'Electron',
    page: await application.firstWindow(),
    pages: async () => application.windows(),
    choose: (id) =>
      application.evaluate(({ Menu }, item) => {
        Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
      }, id),
    startAgain: (...more) =>
      application.evaluate(
        ({ app }, wanted) => void app.emit('second-instance', {}, wanted),
        [executablePath, ...more],
      ),
    close: () => application.close(),
  };
}

async function inStandIn(app: string, args: string[]): Promise<Omit<Desktop, 'dataFolder'>> {
  if (process.env['REQUIRE_ELECTRON']) {
    throw new Error(
      'REQUIRE_ELECTRON is set, but there is no runtime or no display. Run "node node_modules/electron/install.js", on Linux under xvfb-run.',
    );
  }
  const module = pathToFileURL(join(import.meta.dirname, 'stand-in', 'electron.ts')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: module, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
  const entry = pathToFileURL(join(app, 'dist', 'main', 'desktop.js')).href;
  const standIn = await startUnderStandIn(entry, args);
  const [window] = standIn.record.windows;
  if (!window) throw new Error('the desktop entry opened no window');
  return {
    mode: 'the stand-in over Chromium',
    page: await window.page,
    // Not those that only print.
    pages: () =>
      Promise.all(
        standIn.record.windows
          .filter(({ options }) => options.webPreferences?.preload)
          .map(({ page }) => page),
      ),
    choose: async (id) => standIn.choose(id),
    startAgain: async (...more) => standIn.startAgain(more),
    standIn,
    close: standIn.close,
  };
}
