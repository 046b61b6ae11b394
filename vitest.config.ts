import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // Two workers: the suite must fit a small machine, and the browser and the database engine need a core as
    // well.
    pool: 'forks',
    maxWorkers: 2,
    isolate: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    allowOnly: false,
    passWithNoTests: false,
    watch: false,
    unstubEnvs: true,
  },
});
