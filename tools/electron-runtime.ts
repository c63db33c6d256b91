import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'electron');
/** Longer than a slow line needs, short enough not to be taken for a hang. */
const DOWNLOAD_LIMIT_MS = 180_000;

/** Path of Electron's executable, where its runtime is installed. */
export function electronRuntime(): string | undefined {
  const named = join(PACKAGE, 'path.txt');
  if (!existsSync(named)) return undefined;
  const executable = join(PACKAGE, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

/** Fetches the runtime with Electron's own installer, which checks its checksum. Undefined where it cannot be had. */
export function fetchElectronRuntime(): string | undefined {
  const installer = join(PACKAGE, 'install.js');
  if (!existsSync(installer)) return undefined;
  spawnSync(process.execPath, [installer], {
    cwd: dirname(installer),
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  return electronRuntime();
}
