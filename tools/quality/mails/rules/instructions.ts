/** What a mail tells somebody to do: sentences that must stand in words, whatever its pictures show. */
import type { PlannedExercise, WeekPlan } from '../../../../program/course/plan.ts';
import type { PlanView } from '../../../../views/mail/views.ts';
import type { GateMail } from '../mail.ts';

/** Every new move step by step: in the written part of any plan. */
const newIn = (plan: WeekPlan): readonly PlannedExercise[] => movesOf(plan).filter((move) => move.isNew);
/**
 * Those that the HTML of a weekly plan shows so: two of today's session, else one where no note and no box
 * needs the room. The others lead to their description, and the written part has them.
 */
function shownIn({ plan, physio, boxes }: PlanView): readonly PlannedExercise[] {
  const strength = plan.strength.filter((move) => move.isNew);
  return strength.length > 0
    ? strength.slice(0, 2)
    : newIn(plan).slice(0, physio || boxes.length > 0 ? 0 : 1);
}
const movesOf = (plan: WeekPlan): readonly PlannedExercise[] => [
  ...plan.strength,
  ...(plan.warmUp === null ? [] : [plan.warmUp]),
  ...plan.addOn,
  ...plan.footCoreMoves,
  ...plan.stretches,
];

/** The one stop rule of the week, also in a week with nothing new; none where every move has its own. */
const stopRuleOfAll = (plan: WeekPlan): readonly string[] => {
  const rules = [...new Set(movesOf(plan).map(({ stopRule }) => stopRule))];
  return rules.length === 1 ? rules : [];
};

/** Sentences that tell somebody what to do; they must stand in words, in both parts. */
export function instructionsOf({ view }: GateMail, part: 'html' | 'text'): readonly string[] {
  if (view === null) return [];
  const { body } = view;
  const plan = 'plan' in body ? body.plan : null;
  const shown = !('plan' in body) ? [] : part === 'text' ? newIn(body.plan) : shownIn(body);
  return [
    ...('headline' in body ? [body.headline] : []),
    ...('steps' in body ? body.steps : []),
    ...('tell' in body ? body.tell : []),
    ...('rest' in body ? [...body.rest, body.restUntil] : []),
    ...('stopped' in body ? [body.stopped] : []),
    ...('painRule' in body ? [...body.painRule, body.nextMorningRule] : []),
    ...('action' in body && body.action !== null ? [body.action] : []),
    ...('tests' in body && body.kind === 'check-in' ? body.tests : []),
    ...(plan === null ? [] : [...movesOf(plan).map(({ name }) => name), ...stopRuleOfAll(plan)]),
    ...shown.flatMap((move) => [move.setUp, ...move.steps, move.cue, move.stopRule]),
  ].filter((sentence) => sentence !== '');
}
