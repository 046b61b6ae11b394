import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { HANGS_AFTER_MS } from './test/support/patience.ts';

/** Files that need the started system, a browser, or the deployment tools; everything else is `pure`. */
const LOCAL = ['test/local/**/*.test.ts'];
const BROWSER = ['test/browser/**/*.test.ts', 'test/web/browser.test.ts'];
const TOOLS = ['test/{cli,infra,guards,tools}/**/*.test.ts'];

const LEAVES_AS_FOUND = ['test/support/environment.ts'];

/** Files of one kind share a worker, with its modules, its started system and its browser. */
const project = (
  name: string,
  include: string[],
  { exclude = [], setupFiles = [] }: { exclude?: string[]; setupFiles?: string[] } = {},
): TestProjectInlineConfiguration => ({
  test: {
    name,
    include,
    exclude,
    setupFiles,
    pool: 'forks',
    isolate: false,
    // Nothing is decided by a clock: a machine may be as slow as it likes.
    testTimeout: HANGS_AFTER_MS,
    hookTimeout: HANGS_AFTER_MS,
    expect: { poll: { timeout: HANGS_AFTER_MS } },
    allowOnly: false,
    unstubEnvs: true,
    // What the build wrote is run as it is, not compiled once more.
    server: { deps: { external: [/\/dist\/[a-z-]+\/index\.mjs$/] } },
  },
});

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    // Two workers: the suite must fit a small machine, and the browser and the database engine need a core as
    // well.
    maxWorkers: 2,
    teardownTimeout: HANGS_AFTER_MS,
    passWithNoTests: false,
    watch: false,
    projects: [
      project('pure', ['test/**/*.test.ts'], {
        exclude: [...LOCAL, ...BROWSER, ...TOOLS],
        setupFiles: LEAVES_AS_FOUND,
      }),
      // The started system keeps its environment from the first file of a worker to the last.
      project('local', LOCAL),
      project('browser', BROWSER),
      project('tools', TOOLS, { setupFiles: LEAVES_AS_FOUND }),
    ],
  },
});
