/** `npm start`: opens the desktop application, or the same library in a browser where Electron cannot be had. */
import { electronRuntime, fetchElectronRuntime } from './electron-runtime.ts';
import { ensureBuilt } from './ensure-built.ts';
import { statusOf } from './run-step.ts';

await ensureBuilt();
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const electron = electronRuntime() ?? fetchElectronRuntime();
if (electron && hasDisplay) {
  process.exitCode = await statusOf(electron, ['.', ...process.argv.slice(2)]);
} else {
  const why = electron ? 'There is no display' : "Electron's runtime is not installed and cannot be fetched";
  process.stdout.write(`${why}, so the same library is served to a browser on this machine.\n`);
  await import(new URL('../dist/main/serve.js', import.meta.url).href);
}
