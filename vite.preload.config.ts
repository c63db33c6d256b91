import { defineConfig } from 'vite';

/** The preload script: CommonJS, for a sandboxed preload can be nothing else. */
export default defineConfig({
  ssr: { external: ['electron'] },
  build: {
    license: { fileName: 'licences.preload.json' },
    ssr: 'main/preload.ts',
    outDir: 'dist/main',
    emptyOutDir: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
});
