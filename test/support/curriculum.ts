/**
 * The curriculum as the bundles see it: what the build wrote, read once in a worker. Tests of the loader load
 * it themselves.
 */
import { readFileSync } from 'node:fs';
import { type Curriculum, curriculum as schema } from '../../program/curriculum/schema.ts';

const FILE = new URL('../../dist/curriculum.json', import.meta.url);
let read: Curriculum | null = null;

/** Throws when the build has not run. */
export function theCurriculum(): Curriculum {
  read ??= schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return read;
}
