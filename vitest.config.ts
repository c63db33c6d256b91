import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,content,archive,browser,desktop,packaging,visual}/**/*.test.ts'],
    // The built program and the stand-in run as Node runs them, so that the one can take Electron's place in the other.
    server: { deps: { external: [/\/dist\/main\//, /\/tests\/desktop\/stand-in\//] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for takes longer on a loaded machine.
    expect: { poll: { timeout: 10_000 } },
    // Two cores: a browser a file, and the unit tests beside it.
    maxWorkers: 2,
  },
});
