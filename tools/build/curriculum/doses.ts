/** A dose says how much, and a build-up goes up: what the schema of its single fields cannot see. */
import type { Path, Report, Source } from './files.ts';

/** From and to. Repetitions may go down, as the load goes up (EX-08h, docs/clinical-rules.md §2.9). */
const RISING = [
  ['seconds', 'toSeconds'],
  ['sets', 'toSets'],
  ['restSeconds', 'restSecondsTo'],
] as const;

function checkDose(
  dose: Readonly<Record<string, unknown>>,
  path: Path,
  source: Source,
  report: Report,
): void {
  if (!['reps', 'seconds', 'metres'].some((field) => field in dose))
    report(source, path, {
      expected: '`reps`, `seconds` or `metres` in the dose',
      found: 'none of them',
      remedy: 'say how much one set is',
    });
  for (const [from, to] of RISING) {
    const [low, high] = [dose[from], dose[to]];
    if (typeof low === 'number' && typeof high === 'number' && high <= low)
      report(source, [...path, to], {
        expected: `more than ${low} for \`${to}\``,
        found: String(high),
        remedy: 'write the number to begin with first, the one to work up to second',
      });
  }
}

/** Every `dose:` of a file, wherever it stands. */
export function checkDoses(
  source: Source,
  report: Report,
  data: unknown = source.data,
  path: Path = [],
): void {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (key === 'dose' && typeof value === 'object' && value !== null)
      checkDose(value as Readonly<Record<string, unknown>>, here, source, report);
    checkDoses(source, report, value, here);
  }
}
