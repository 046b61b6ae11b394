/** Which moves of a week are new, which of them get a card in the mail, and the stop rule they share. */
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { PlanView } from '../../views/mail/views.ts';

/** All moves of the week in the order of the sheet: strength first, as today begins with it. */
const movesOf = ({
  strength,
  warmUp,
  addOn,
  footCoreMoves,
  stretches,
}: WeekPlan): readonly PlannedExercise[] => [
  ...strength,
  ...(warmUp === null ? [] : [warmUp]),
  ...addOn,
  ...footCoreMoves,
  ...stretches,
];

/** Everything that is new this week, in the order of the sheet. */
export const newMoves = (plan: WeekPlan): readonly PlannedExercise[] =>
  movesOf(plan).filter((move) => move.isNew);
/**
 * Cards of new strength moves in a weekly plan, and of others where nothing else is new: with more it would
 * be longer than four screens of a phone.
 */
const STRENGTH_CARDS = 2;
const OTHER_CARDS = 1;
/**
 * The new moves that the HTML of a weekly plan shows step by step: those of today's session, else the first
 * of the week, unless a note or a box needs the room. The others have their cue and lead to their
 * description, and the written part has all of them step by step.
 */
export function cardMoves({
  plan,
  physio,
  boxes,
}: Pick<PlanView, 'plan' | 'physio' | 'boxes'>): readonly PlannedExercise[] {
  const all = newMoves(plan);
  const strength = all.filter((move) => plan.strength.includes(move));
  if (strength.length > 0) return strength.slice(0, STRENGTH_CARDS);
  return physio || boxes.length > 0 ? [] : all.slice(0, OTHER_CARDS);
}

/**
 * The stop rule that all moves of the week share, said once beside the pain rule; null where they differ, and
 * each says its own.
 */
export function sharedStopRule(plan: WeekPlan): string | null {
  const [first, ...others] = movesOf(plan);
  return first !== undefined && others.every(({ stopRule }) => stopRule === first.stopRule)
    ? first.stopRule
    : null;
}
/** The same as lines: none or one. */
export const stopRuleOf = (plan: WeekPlan | undefined): readonly string[] => {
  const rule = plan === undefined ? null : sharedStopRule(plan);
  return rule === null ? [] : [rule];
};
