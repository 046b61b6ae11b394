/**
 * Which optional questions belong to this week's check-in (docs/contract.md §2.2): at most one test a track,
 * the next gate's own.
 */
import type { RuleNumbers } from '../course/tracks.ts';
import type { Opening } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';
import {
  canAccelerate,
  type GateOpening,
  hasRunTest,
  hasWaited,
  runningBarrier,
  strengthBarrier,
} from './gates.ts';
import { onlyRaisesMissing } from './graduation.ts';

/** Far from any onset: what is due when the day is not known. */
const SOME_LATER_DAY: LocalDate = '9999-12-31';

/**
 * The self-tests a passed answer could open this week. Not at the top, under a cap, in the first fourteen
 * days after a sudden onset, in a week that cannot progress, or before the minimum weeks are served.
 * `checkInDay` = local date of the check-in that ends the week.
 */
export const testsDue = (
  opening: GateOpening,
  numbers: RuleNumbers,
  checkInDay: LocalDate | null = null,
): { readonly strength: boolean; readonly running: boolean } => {
  const day = checkInDay ?? SOME_LATER_DAY;
  const mayWaive = hasWaited(opening, numbers) || canAccelerate(opening);
  return {
    strength: mayWaive && strengthBarrier(opening, day, numbers) === null,
    running: hasRunTest(opening, numbers) && runningBarrier(opening, day, numbers) === null,
  };
};

/** The optional fields due, in the order of the form. Those not due are accepted and change nothing. */
export const dueFields = (
  opening: Opening,
  numbers: RuleNumbers,
  checkInDay: LocalDate | null = null,
): readonly string[] => {
  const tests = testsDue(opening, numbers, checkInDay);
  const { week, tracks } = opening;
  const measured = numbers.measures.weeks.includes(week);
  // docs/clinical-rules.md §9.11: weekly once nothing else is missing.
  const lastMeasure = Math.max(...numbers.measures.weeks);
  const raises = measured || (week > lastMeasure && onlyRaisesMissing(opening, numbers));
  const knowsRaises = opening.history.some((d) => d.raises !== null);
  return [
    ...(tests.strength ? ['gateStrength'] : []),
    ...(tests.running ? ['gateRun'] : []),
    ...(tracks.stage === 'R0' ? [] : ['runsDone']),
    ...(raises ? ['raisesSore', 'raisesOther'] : []),
    ...(raises && !knowsRaises ? ['normSex'] : []),
    ...(measured ? ['psfs', 'change', 'conditions'] : []),
  ];
};
