/**
 * The plan day came without an answer: the week is repeated; the third time in a row the mails pause instead
 * (docs/clinical-rules.md §9.5).
 */
import { decideSilence } from '../adapt/decide-week.ts';
import { outsideQuietHours } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { dropOwed, newMail, owe } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { mailName } from '../participant/occasion.ts';
import type { Asked, Of } from '../participant/state.ts';
import { openingOf, weekAfter } from './asked-week.ts';
import { openWeek, planDayAfter } from './open-week.ts';

/**
 * The third unanswered check-in in a row pauses the exercise mails; in the eighth week of silence we say
 * goodbye.
 */
export const MISSED_BEFORE_PAUSE = 3;
const SILENCE_CLOSES_AFTER_DAYS = 35;

/** The plan day of the question `asked` has come without an answer. */
export function silence(
  state: Of<'active'>,
  asked: Asked,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  // A check-in that is not known to have left was not left unanswered.
  const waiting = state.inflight.some((f) => f.kind === 'check-in' && f.week === asked.week);
  const missed = asked.missed + (asked.unproved === true || waiting ? 0 : 1);
  // After a break no exercise comes before the answer (docs/clinical-rules.md §12 A20).
  if (missed >= MISSED_BEFORE_PAUSE || asked.fromBreak === true) return silencePauses(state, at);
  const decision = decideSilence(openingOf(state.course, asked), curriculum);
  const week = asked.week + 1;
  const { facts, mails } = openWeek(
    state,
    {
      week,
      tracks: decision.tracks,
      baseline: { ...state.course.baseline, caps: asked.caps },
      at,
      nextPlanAt: planDayAfter(state, at),
      closing: state.course,
      sent: state.course.lessons,
      plan: { ...mailName({ kind: 'plan', week }), due: at, byPerson: false },
    },
    curriculum,
  );
  return [
    {
      type: 'WeekUnanswered',
      at,
      week,
      ...weekAfter(asked, decision),
      openedAt: at,
      ...facts,
      caps: asked.caps,
      missed,
    },
    owe(mails),
  ];
}

function silencePauses(state: Of<'active'>, at: Instant): readonly ParticipantEvent[] {
  const { counter, course, timeZone } = state;
  const endsAt = outsideQuietHours(addMinutes(at, SILENCE_CLOSES_AFTER_DAYS * MINUTES_PER_DAY), timeZone);
  return [
    ...dropOwed(state, 'silence', () => true),
    { type: 'Paused', at, by: 'silence', until: null, endsAt },
    owe([newMail({ kind: 'paused', n: counter + 1 }, { due: at, week: course.week, byPerson: false })]),
  ];
}
