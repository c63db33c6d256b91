/** The loopback entry: the same archive in a browser, on 127.0.0.1 only. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { openArchive } from './archive/open-archive.ts';
import { chooseDataFolder, ownSurroundings } from './data/data-folder.ts';
import { DEFAULT_PORT, serveOnLoopback } from './loopback/serve-on-loopback.ts';
import { createChromiumPrinter } from './printing/chromium-printer.ts';
import { findChromium } from './printing/find-chromium.ts';
import { openSettings } from './settings/settings-store.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: String(DEFAULT_PORT) },
    open: { type: 'boolean', default: true },
    data: { type: 'string' },
  },
  allowNegative: true,
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(
    `--port ${values.port} is not a port. Give a number from 0 (any free port) to 65535.\n`,
  );
  process.exit(2);
}

const dataFolder = chooseDataFolder(ownSurroundings()).path;
// Told to end, it leaves nothing behind: what must be put away listens to `exit`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0));

const settings = openSettings(dataFolder);
for (const notice of settings.notices) process.stdout.write(`${notice}\n`);
const chromium = findChromium();
const archive = await openArchive(join(import.meta.dirname, '..'), {
  settings,
  dataFolder,
  printer: chromium ? createChromiumPrinter(chromium) : undefined,
  logError: (error) => process.stderr.write(`${String(error)}\n`),
});
const { address, movedFrom } = await serveOnLoopback(archive.fetch, port);
if (movedFrom) process.stdout.write(`Port ${movedFrom} is taken, so another was chosen.\n`);
process.stdout.write(`In Defence of October: ${address}\n`);
if (values.open && hasDisplay()) await open(address).catch(() => undefined);

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
