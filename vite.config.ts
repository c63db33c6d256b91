import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The reading window. */
export default defineConfig({
  root: 'renderer',
  plugins: [svelte({ configFile: false })],
  build: {
    license: { fileName: 'licences.window.json' },
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:1918' } },
});
