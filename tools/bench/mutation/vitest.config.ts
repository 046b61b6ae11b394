/**
 * The tests a mutant meets: the quick ones of the safety rules, one worker. The sweep of the whole table and
 * the random properties are left out, so that what kills a mutant is an example a person can read. `npm test`
 * runs them all.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/program/{adapt,triage}/*.test.ts'],
    exclude: ['test/program/adapt/sweep.test.ts', 'test/program/{adapt,triage}/*properties.test.ts'],
    testTimeout: 30_000,
    allowOnly: false,
    watch: false,
  },
});
