/** Where the program keeps what is the reader's: settings, window places, logs, and later notes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

const NAME = 'In Defence of October';
/** A folder of this name beside the program makes it portable: everything is kept there. */
export const PORTABLE_FOLDER = `${NAME} data`;
/** Stands in the usual folder and names another. */
const POINTER = 'data-folder.txt';

/** The machine, as far as the choice depends on it. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** The running program's file. */
  executable: string;
  home: string;
  /** What stands after `--data` on the command line. */
  asked?: string | undefined;
}

export interface DataFolder {
  path: string;
  /** Kept beside the program, as on a USB stick: then nothing is registered with the system. */
  portable: boolean;
}

/** The surroundings of this process. */
export function ownSurroundings(args: readonly string[] = process.argv): Surroundings {
  const { platform, env, execPath } = process;
  const at = args.indexOf('--data');
  const asked = at < 0 ? undefined : args[at + 1];
  return { platform, env, executable: execPath, home: homedir(), ...(asked && { asked: resolve(asked) }) };
}

/** Chooses the folder: asked for, beside the program, named by the reader, or the system's usual place. */
export function chooseDataFolder(from: Surroundings): DataFolder {
  if (from.asked) return { path: from.asked, portable: false };
  const beside = portableFolder(from);
  if (beside) return { path: beside, portable: true };
  const usual = usualFolder(from);
  return { path: readPointer(join(usual, POINTER)) ?? usual, portable: false };
}

/**
 * Remembers another folder for the next start.
 * @throws when the usual folder cannot be written
 */
export function rememberDataFolder(path: string, from: Surroundings): void {
  const usual = usualFolder(from);
  mkdirSync(usual, { recursive: true });
  writeFileSync(join(usual, POINTER), `${path}\n`);
}

/** %APPDATA%, Application Support, or the XDG base directory of configuration. */
export function usualFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  const xdg = env['XDG_CONFIG_HOME'];
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.config'), NAME);
}

function portableFolder({ platform, env, executable }: Surroundings): string | undefined {
  // electron-builder's portable program for Windows unpacks itself elsewhere and says where it came from.
  const portableProgram = env['PORTABLE_EXECUTABLE_DIR'];
  if (platform === 'win32' && portableProgram) return join(portableProgram, PORTABLE_FOLDER);
  const program = (platform === 'linux' && env['APPIMAGE']) || executable;
  // On macOS the program is Name.app/Contents/MacOS/Name, and its neighbours are those of Name.app.
  const folder = platform === 'darwin' ? resolve(program, '../../../..') : dirname(program);
  const beside = join(folder, PORTABLE_FOLDER);
  return existsSync(beside) ? beside : undefined;
}

function readPointer(file: string): string | undefined {
  try {
    const path = readFileSync(file, 'utf8').trim();
    return isAbsolute(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
