/**
 * How the weekly course ends by an answer: graduated, or referred after its last week (docs/clinical-rules.md
 * §9.11).
 */
import { graduated, graduationMails } from '../aftercare/graduation.ts';
import type { WeekDecision } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { Instant } from '../kernel/time.ts';
import { dropOwed, newMail, owe } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Of } from '../participant/state.ts';
import { explain } from './asked-week.ts';
import { newlyShown } from './current-plan.ts';

/** What decides about the end of the course: the question, its decision and when it was answered. */
interface Answered {
  readonly asked: Asked;
  readonly decision: WeekDecision;
  readonly at: Instant;
}

/** Week 20; once more that long after a cleared stop, and the shortest course after a relapse. */
const lastWeek = ({ aftercare }: Course, { weeks }: Curriculum): number => {
  const again = aftercare?.again ?? null;
  return again === null ? weeks.max : again.week - 1 + (again.whole ? weeks.max : weeks.min);
};

/** The events of the end of the course, or null while it goes on. */
export function courseEnds(
  state: Of<'active'>,
  answered: Answered,
  curriculum: Curriculum,
): readonly ParticipantEvent[] | null {
  if (answered.decision.graduates) return graduates(state, answered, curriculum);
  return answered.asked.week >= lastWeek(state.course, curriculum)
    ? refers(state, answered, curriculum)
    : null;
}

const ending = ({ asked, decision, at }: Answered) => ({
  at,
  digest: decision.digest,
  historyLength: asked.historyLength,
  explained: explain(decision, asked.previousAverage),
});

function graduates(
  state: Of<'active'>,
  answered: Answered,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { asked, decision, at } = answered;
  const aftercare = graduated(state, at, decision.digest.average, curriculum);
  return [
    { type: 'Graduated', ...ending(answered), ...newlyShown(state, state.course, curriculum), aftercare },
    ...dropOwed(state, 'Graduated', () => true),
    ...graduationMails(state, asked.week, at, aftercare),
  ];
}

function refers(
  state: Of<'active'>,
  answered: Answered,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { asked, at } = answered;
  return [
    { type: 'Referred', ...ending(answered), ...newlyShown(state, state.course, curriculum) },
    ...dropOwed(state, 'Referred', () => true),
    owe([newMail({ kind: 'closed' }, { due: at, week: asked.week, byPerson: true })]),
  ];
}
