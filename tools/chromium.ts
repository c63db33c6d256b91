import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { installDebianPackage } from './debian-packages.ts';

/** No GPU, no first-run page, and nothing of Chromium's own that would reach for a network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** CHROMIUM_PATH, the system's Chromium, or Playwright's, whichever is there. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...SYSTEM_PATHS, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

/**
 * Finds a Chromium, or as root on Debian installs its package.
 * @throws with a sentence that says what to install.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  installDebianPackage('chromium');
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium. Install the package "chromium", or set CHROMIUM_PATH to one.',
  );
}
