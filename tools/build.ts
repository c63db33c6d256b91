/** Builds everything into dist/: the library, the map's land, the Node side, the preload, the window, the licences of their packages. */
import { build } from 'vite';
import { makeGeography } from './geography.ts';
import { joinLicences } from './licences.ts';
import { runStep } from './run-step.ts';

await runStep('node', ['main/library/compile.ts']);
await makeGeography();
for (const configFile of ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.config.ts']) {
  await build({ configFile, logLevel: 'warn' });
}
await joinLicences('dist');
