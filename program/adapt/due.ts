/**
 * Which optional questions belong to this week's check-in (docs/contract.md §2.2): at most one test a track,
 * the next gate's own.
 */
import { countsTowardsOneRaise, type RuleNumbers } from '../course/tracks.ts';
import type { Opening } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';
import {
  asksStiffness,
  canAccelerate,
  type GateOpening,
  hasRunTest,
  hasWaited,
  mayWaiveWeeks,
  runningBarrier,
  strengthBarrier,
} from './gates.ts';
import { asksForRaises } from './graduation.ts';
import { blocksNextGate } from './raises.ts';
import { rememberedPass } from './remembered.ts';
import { openTicks } from './since.ts';

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
  const waits = hasWaited(opening, numbers) || (mayWaiveWeeks(opening) && canAccelerate(opening, day));
  // Neither leg rises yet: the test is asked although the limit stands, for two passes widen it
  // (docs/clinical-rules.md §12 A10).
  const { level } = opening.tracks;
  const caps = countsTowardsOneRaise(level, opening.baseline.caps)
    ? opening.baseline.caps.filter((cap) => cap !== 'noSingleRaise')
    : opening.baseline.caps;
  const asked = { ...opening, baseline: { ...opening.baseline, caps } };
  const isOpen = strengthBarrier(asked, day, numbers) === null;
  return {
    strength:
      waits &&
      isOpen &&
      (caps !== opening.baseline.caps || rememberedPass(opening, 'strength', day) === null),
    running:
      hasRunTest(opening, numbers) &&
      runningBarrier(opening, day, numbers) === null &&
      rememberedPass(opening, 'run', day) === null,
  };
};

/** A count of heel raises is what the next step, or the finish, waits for. */
export const asksForCount = (opening: Opening, numbers: RuleNumbers): boolean =>
  asksForRaises(opening, numbers) || blocksNextGate(opening, numbers);

/** The optional fields due, in the order of the form. Those not due are accepted and change nothing. */
export const dueFields = (
  opening: Opening,
  numbers: RuleNumbers,
  checkInDay: LocalDate | null = null,
): readonly string[] => {
  const tests = testsDue(opening, numbers, checkInDay);
  const { week, tracks } = opening;
  const measured = numbers.measures.weeks.includes(week);
  // docs/clinical-rules.md §12 A15, A17: every second check-in near the end, and whenever a count keeps the
  // next gate shut.
  const raises = measured || asksForCount(opening, numbers);
  const knowsRaises = opening.history.some((d) => d.raises !== null);
  return [
    ...(tests.strength ? ['gateStrength'] : []),
    ...(tests.running ? ['gateRun'] : []),
    ...(tracks.stage === 'R0' ? [] : ['runsDone']),
    ...(opening.baseline.caps.includes('unprovedRaise') ? ['singleLegRaise'] : []),
    ...(asksStiffness(opening) ? ['stiffMinutes'] : []),
    ...(openTicks(opening, checkInDay).length > 0 ? ['calfSince'] : []),
    ...(opening.fromBreak === true ? ['ranInBreak'] : []),
    ...(raises ? ['raisesSore', 'raisesOther'] : []),
    ...(raises && !knowsRaises ? ['normSex'] : []),
    ...(measured ? ['psfs', 'change', 'conditions'] : []),
  ];
};
