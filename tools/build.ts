/** Builds everything into dist/: the library, the Node side, the preload, the window. */
import { build } from 'vite';
import { runStep } from './run-step.ts';

await runStep('node', ['main/library/compile.ts']);
for (const configFile of ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.config.ts']) {
  await build({ configFile, logLevel: 'warn' });
}
