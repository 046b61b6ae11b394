/** What a runner's own answers keep out of every plan. */
import type { Baseline, WeekDigest } from '../course/types.ts';

export interface Limits {
  /**
   * Pain at the heel bone: no step, and (until told otherwise) no stretches over the heel
   * (docs/clinical-rules.md §9.2).
   */
  readonly heelBone: boolean;
  readonly noStretches: boolean;
  /**
   * No hops, jumps or rebounds: heel-bone pain until calm, or tendon medicine
   * (docs/clinical-rules.md §9.2, §6.5).
   */
  readonly noHops: boolean;
  /** Numb feet: shoes stay on (docs/clinical-rules.md §6.5). */
  readonly keepShoesOn: boolean;
}

/** docs/clinical-rules.md §9.2: "until pain ≤ 1 twice". */
const CALM_PAIN = 1;
const CALM_TIMES = 2;
const isCalm = ({ average, worst, complete, flared }: WeekDigest): boolean =>
  complete &&
  average !== null &&
  average <= CALM_PAIN &&
  worst !== null &&
  worst <= CALM_PAIN &&
  flared !== true;

/**
 * The last two answered check-ins before `week` were complete, with average and worst at most 1 and no flare
 * (docs/clinical-rules.md §9.2). Silence changes nothing; one worse answer, or a flare since, undoes it.
 * After a return from a stop only answers from `returnedWeek` on count.
 */
export function heelBoneCalm(history: readonly WeekDigest[], week: number, returnedWeek = 0): boolean {
  const last = history
    .filter((d) => d.average !== null && d.week < week && d.week >= returnedWeek)
    .slice(-CALM_TIMES);
  return last.length === CALM_TIMES && last.every(isCalm);
}

/**
 * `calm` (see `heelBoneCalm`): pain at the heel bone was at most 1 at two check-ins, so stretches and hops
 * may return; the step never does.
 */
export function limitsOf(baseline: Baseline, calm = false): Limits {
  // Pain whose place was not told is read as the heel bone for moves (docs/clinical-rules.md §12, blank
  // answers).
  const heelBone = baseline.site === 'heelbone' || (baseline.site === null && baseline.intent === 'pain');
  const tendonMedicine =
    baseline.caps.includes('tendonMedicine') ||
    baseline.conditions.includes('quinolone6m') ||
    baseline.conditions.includes('steroids');
  return {
    heelBone,
    noStretches: heelBone && !calm,
    noHops: (heelBone && !calm) || tendonMedicine,
    keepShoesOn: baseline.conditions.includes('diabeticFoot'),
  };
}
