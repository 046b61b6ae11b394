/**
 * The tests of the benchmark: they load the peers, so `npm run bench -- --equal` runs them and `npm test`
 * does not.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tools/bench/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 600_000,
    allowOnly: false,
    watch: false,
  },
});
