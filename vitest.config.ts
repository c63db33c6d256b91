import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,content,archive,browser,desktop,packaging}/**/*.test.ts'],
    // The built program runs as Node runs it, so that the stand-in can take Electron's place.
    server: { deps: { external: [/\/dist\/main\//] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: a browser a file, and the unit tests beside it.
    maxWorkers: 2,
  },
});
