import { spawn } from 'node:child_process';

/**
 * Runs a command with its output shown, and ends this program with its status when it fails.
 * @param command a binary on the PATH, or `node` for the Node this runs in
 */
export async function runStep(command: string, args: readonly string[]): Promise<void> {
  const status = await statusOf(command, args);
  if (status !== 0) process.exit(status);
}

/** The exit status of a command whose output is shown. */
export function statusOf(command: string, args: readonly string[]): Promise<number> {
  const file = command === 'node' ? process.execPath : command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
