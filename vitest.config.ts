import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,content,archive,browser,desktop}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: a browser a file, and the unit tests beside it.
    maxWorkers: 2,
  },
});
