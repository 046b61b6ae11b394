/** BC-5: one tip in the plan after a week of none or one session, matched to what is known of the barrier. */
import type { WeekDigest } from '../../program/course/types.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Course, Person } from '../../program/participant/state.ts';

/** The tips of the curriculum (`messages.missedTips`). */
export const TIPS = ['fiveMinutes', 'ownPlan', 'makePlan', 'afterSitting', 'chooseDay'] as const;
export type Tip = (typeof TIPS)[number];

/** docs/clinical-rules.md §8.4: none or one. */
const FEW_SESSIONS = 1;

/**
 * AD-17 decided it: every rule about pain, painkillers or silence stands before that one, so time and not
 * pain was what lacked.
 */
const isFew = ({ rule, sessionsDone, flared }: WeekDigest): boolean =>
  rule === 'AD-17' && sessionsDone !== null && sessionsDone <= FEW_SESSIONS && flared !== true;

/** How many weeks in a row, the last one included, had few sessions. */
function fewInARow(history: readonly WeekDigest[], lastWeek: number): number {
  const found = history.find(({ week }) => week === lastWeek);
  return found === undefined || !isFew(found) ? 0 : 1 + fewInARow(history, lastWeek - 1);
}

/**
 * Something else explains the week, or matters more than time: pain that rises, a fever, a pause or a flare,
 * a physiotherapist to see.
 */
const isOtherCause = ({ explained, restriction, flaredAt }: Course): boolean =>
  explained.rule !== 'AD-17' ||
  explained.physio ||
  explained.reasons.some(({ code }) => code === 'fever') ||
  (explained.average !== null &&
    explained.previousAverage !== null &&
    explained.average > explained.previousAverage) ||
  restriction === 'noProgress' ||
  flaredAt !== null;

/**
 * The tip of the course's current week (BC-5); null = none. The first of some weeks in a row goes by the
 * sessions done, the second by what else is known, and so on in turn: no two weeks running have the same
 * words.
 */
export function missedTip(person: Pick<Person, 'aboutRunning'>, course: Course): Tip | null {
  const weeks = fewInARow(course.history, course.week - 1);
  if (weeks === 0 || isOtherCause(course)) return null;
  if (weeks % 2 === 0) return person.aboutRunning?.sitsLong === 'yes' ? 'afterSitting' : 'chooseDay';
  const done = course.history.find(({ week }) => week === course.week - 1)?.sessionsDone;
  if (done === 0) return 'fiveMinutes';
  return (person.aboutRunning?.planWhen ?? null) === null ? 'makePlan' : 'ownPlan';
}

/** The words of a tip. */
export const tipText = (tip: Tip, curriculum: Curriculum): string => curriculum.messages.missedTips[tip];
