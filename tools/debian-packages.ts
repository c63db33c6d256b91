import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const APT_LOCK = join(tmpdir(), 'october-apt.lock');

/** The path of a command on the PATH, if it is there. */
export function findCommand(command: string): string | undefined {
  const names = process.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`] : [command];
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Finds a command, or as root on Debian installs the package that has it.
 * Undefined where it is neither there nor to be had this way.
 * @param debianPackage the Debian package that ships the command
 */
export function ensureCommand(command: string, debianPackage: string): string | undefined {
  const found = findCommand(command);
  if (found) return found;
  installDebianPackage(debianPackage);
  return findCommand(command);
}

/** Installs a Debian package where that can be done unasked: as root, on Debian. Elsewhere it does nothing. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', name],
  ]) {
    // Test files run side by side, and apt-get gives up when another one is at work.
    spawnSync('flock', [APT_LOCK, 'apt-get', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}
