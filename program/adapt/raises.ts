/**
 * A number beats a tick (docs/clinical-rules.md §12 A17): single-leg raises that were counted, against what a
 * test asks for.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { type RuleNumbers, stageRow } from '../course/tracks.ts';
import type { Baseline, Opening, Reason, WeekDigest } from '../course/types.ts';
import type { GateRaises } from '../curriculum/schema.ts';

type Counted = Pick<CheckInAnswers, 'raisesSore' | 'raisesOther'>;
type RaisesOpening = Pick<Opening, 'baseline' | 'history'>;

/** The sore leg's number and the other's; null = not counted. */
interface Raises {
  readonly sore: number | null;
  readonly other: number | null;
}

/** Both sore, or none: the legs are not compared, and the weaker one counts (docs/clinical-rules.md §9.2). */
const hasSide = ({ side }: Baseline): boolean => side === 'left' || side === 'right';

/** The last count stands: this week's, else the newest of the weeks before. */
export const lastRaises = ({ history }: RaisesOpening, answers: Counted): Raises => {
  const before = history.findLast((d) => d.raises !== null)?.raises ?? null;
  return {
    sore: answers.raisesSore ?? before?.sore ?? null,
    other: answers.raisesOther ?? before?.other ?? null,
  };
};

/** The lower of the numbers for the age: what the printed test says (docs/clinical-rules.md §2.5). */
const usualRaises = (ageBand: Baseline['ageBand'], { raises }: RuleNumbers): number => {
  const row = raises.usual.find((u) => u.ageBand === ageBand);
  return row === undefined ? raises.ceiling : Math.min(raises.ceiling, row.male, row.female);
};

/**
 * Why the counted raises keep a gate shut although its test was said to be passed; empty = they do not, or
 * there are none.
 */
export const raisesHeld = (
  opening: RaisesOpening,
  answers: Counted,
  gate: GateRaises | undefined,
  numbers: RuleNumbers,
): readonly Reason[] => {
  if (gate === undefined) return [];
  const { baseline } = opening;
  const { sore, other } = lastRaises(opening, answers);
  const weaker = hasSide(baseline) ? sore : lower(sore, other);
  const needed = Math.max(
    gate.count ?? 0,
    Math.ceil((usualRaises(baseline.ageBand, numbers) * (gate.targetPercent ?? 0)) / 100),
  );
  const tooFew: readonly Reason[] =
    weaker !== null && weaker < needed
      ? [{ code: 'raises-below-target', params: { count: weaker, needed } }]
      : [];
  const percent = gate.otherPercent ?? 0;
  const uneven = hasSide(baseline) && percent > 0 && sore !== null && other !== null;
  // Nothing on the other leg is no measure of the sore one: the safer reading shuts.
  return uneven && (other === 0 || sore * 100 < other * percent)
    ? [
        ...tooFew,
        {
          code: 'raises-below-other',
          params: {
            sore,
            other,
            percent: other === 0 ? 0 : Math.floor((sore * 100) / other),
            needed: percent,
          },
        },
      ]
    : tooFew;
};

const lower = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** What a digest keeps: a count of both legs, in whatever week it was given. */
export const keptRaises = ({ raisesSore, raisesOther }: Counted): WeekDigest['raises'] =>
  raisesSore === null || raisesOther === null ? null : { sore: raisesSore, other: raisesOther };

/** The last count keeps the next level or stage shut, so it is asked for again. */
export const blocksNextGate = (
  opening: RaisesOpening & Pick<Opening, 'tracks'>,
  numbers: RuleNumbers,
): boolean => {
  const none = { raisesSore: null, raisesOther: null };
  const { level, stage } = opening.tracks;
  const gates = [numbers.levels[level]?.gateRaises, stageRow(numbers, stage)?.gateRaises];
  return gates.some((gate) => raisesHeld(opening, none, gate, numbers).length > 0);
};
