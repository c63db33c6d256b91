/** `npm run dev`: the window with hot reload, over an archive that is rebuilt when content or main/ change. */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { build, createServer } from 'vite';
import { ensureBuilt } from './ensure-built.ts';
import { statusOf } from './run-step.ts';

/** The port vite.config.ts passes /api on to. */
const ARCHIVE_PORT = '1918';

await ensureBuilt();
let archive: ChildProcess = startArchive();
let pending: NodeJS.Timeout | undefined;
for (const folder of ['content', 'main']) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(() => void rebuild(), 200);
  });
}
const server = await createServer({ configFile: 'vite.config.ts' });
await server.listen();
server.printUrls();

function startArchive(): ChildProcess {
  return spawn(process.execPath, ['dist/main/serve.js', '--no-open', '--port', ARCHIVE_PORT], {
    stdio: 'inherit',
  });
}

async function rebuild(): Promise<void> {
  const compiled = await statusOf('node', ['main/library/compile.ts']);
  if (compiled !== 0) return;
  // Licences are joined by a whole build only.
  await build({ configFile: 'vite.main.config.ts', logLevel: 'warn', build: { license: false } });
  archive.kill();
  archive = startArchive();
  server.ws.send({ type: 'full-reload' });
}
