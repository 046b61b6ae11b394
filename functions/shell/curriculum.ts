/**
 * The curriculum as the build checked and wrote it. Parsed again at the cold start: what was packed is what
 * was reviewed.
 */
import built from '../../dist/curriculum.json' with { type: 'json' };
import { type Curriculum, curriculum as schema } from '../../program/curriculum/schema.ts';

let parsed: Curriculum | null = null;

/** The curriculum of this bundle. */
export function loadCurriculum(): Curriculum {
  parsed ??= schema.parse(built);
  return parsed;
}
