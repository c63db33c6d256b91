/** `npm run serve -- [--port N] [--no-open]`: the library in a browser, on this machine only. */
import { ensureBuilt } from './ensure-built.ts';

await ensureBuilt();
await import(new URL('../dist/main/serve.js', import.meta.url).href);
