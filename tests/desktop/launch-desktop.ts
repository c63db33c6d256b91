import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type Page } from 'playwright-core';
import { electronRuntime } from '../../tools/electron-runtime.ts';
import { PROJECT } from '../support/served-library.ts';
import type { StandInRecord } from './electron-stand-in.ts';

export interface Desktop {
  /** Which of the two the spec ran in. */
  mode: 'Electron' | 'the stand-in over Chromium';
  page: Page;
  /** Only under the stand-in. */
  record?: StandInRecord;
  close: () => Promise<unknown>;
}

/**
 * Starts the built desktop entry: in Electron where its runtime is installed, else under the stand-in.
 * @param options.app the folder with package.json and dist/, where it is not the project
 */
export async function launchDesktop({ app = PROJECT } = {}): Promise<Desktop> {
  const executablePath = electronRuntime();
  if (executablePath && (process.env['DISPLAY'] || process.platform !== 'linux')) {
    const application = await _electron.launch({ executablePath, args: [app] });
    return { mode: 'Electron', page: await application.firstWindow(), close: () => application.close() };
  }
  if (process.env['REQUIRE_ELECTRON']) {
    throw new Error(
      'REQUIRE_ELECTRON is set, but there is no runtime or no display. Run "node node_modules/electron/install.js", on Linux under xvfb-run.',
    );
  }
  const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: standIn, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
  await import(pathToFileURL(join(app, 'dist', 'main', 'desktop.js')).href);
  const { electronStandIn: record } = globalThis as { electronStandIn?: StandInRecord };
  const window = record?.windows[0];
  if (!record || !window) throw new Error('the desktop entry opened no window');
  return { mode: 'the stand-in over Chromium', page: await window.page, record, close: record.close };
}
