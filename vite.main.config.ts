import { defineConfig } from 'vite';

/** Everything that runs in Node, with its packages inside: the packaged program needs no node_modules. */
export default defineConfig({
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    license: { fileName: 'licences.main.json' },
    ssr: true,
    target: 'node24',
    outDir: 'dist/main',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        desktop: 'main/desktop.ts',
        serve: 'main/serve.ts',
        'search-worker': 'main/search/worker.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
