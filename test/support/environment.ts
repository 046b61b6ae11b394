/**
 * Files of one worker share its process, so that each leaves the environment as it found it: a file that ran
 * before must not decide what the next one sees.
 */
import { afterAll } from 'vitest';

const before = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
