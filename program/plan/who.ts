/** What a runner's own answers keep out of every plan. */
import type { Baseline } from '../course/types.ts';

export interface Limits {
  /** Pain at the heel bone: no step, and (until told otherwise) no stretches over the heel (§9.2). */
  readonly heelBone: boolean;
  readonly noStretches: boolean;
  /** No hops, jumps or rebounds: heel-bone pain until calm, or tendon medicine (§9.2, §6.5). */
  readonly noHops: boolean;
  /** Numb feet: shoes stay on (§6.5). */
  readonly keepShoesOn: boolean;
}

/** `heelBoneCalm`: pain at the heel bone was at most 1 at two check-ins, so stretches and hops may return; the step never does. */
export function limitsOf(baseline: Baseline, heelBoneCalm = false): Limits {
  const heelBone = baseline.site === 'heelbone';
  const tendonMedicine =
    baseline.caps.includes('tendonMedicine') || baseline.conditions.includes('quinolone6m') || baseline.conditions.includes('steroids');
  return {
    heelBone,
    noStretches: heelBone && !heelBoneCalm,
    noHops: (heelBone && !heelBoneCalm) || tendonMedicine,
    keepShoesOn: baseline.conditions.includes('diabeticFoot'),
  };
}
