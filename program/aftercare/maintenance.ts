/**
 * Maintenance: the time from graduation to month 12 (docs/clinical-rules.md §9.11). A question every two
 * weeks for six months, then every four; an answer may only keep things as they are, bring the weekly plans
 * back (a relapse), or stop. Silence changes nothing.
 */
import { isRelapse } from '../adapt/relapse.ts';
import { nextSlot, type WallClock } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant, latest, MINUTES_PER_DAY } from '../kernel/time.ts';
import { dropOwed, newMail, owe } from '../mails/owed.ts';
import type { Aftercare } from '../participant/aftercare-state.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Of, OwedMail } from '../participant/state.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { checkedIn, type NotedCheckIn } from '../week/checked-in.ts';
import { letterAfterAnswer } from '../week/milestones.ts';
import { stopOn } from '../week/stop.ts';
import { relapse } from './relapse.ts';

/** Fortnightly for six months, then every four weeks (docs/clinical-rules.md §9.11). */
const FORTNIGHTLY_UNTIL_WEEK = 26;
const FORTNIGHT = 2;
const MONTH = 4;
/** No question so short before the last mail. */
const CLEAR_OF_END_DAYS = 7;
const ANSWERS = 3;
/**
 * Heel raises every 12 weeks (docs/clinical-rules.md §9.11), conditions every four, as in the course
 * (docs/clinical-rules.md §6.5).
 */
const RAISES_EVERY = 12;
const CONDITIONS_EVERY = 4;

/** Which of the maintenance mails it is, from 0, by the weeks of maintenance it closes. */
export const maintenanceRound = (weeks: number): number =>
  Math.floor(
    Math.min(weeks, FORTNIGHTLY_UNTIL_WEEK) / FORTNIGHT + Math.max(0, weeks - FORTNIGHTLY_UNTIL_WEEK) / MONTH,
  );

/** The optional fields due with a maintenance question. */
export function maintenanceDue({ weeks }: Pick<Aftercare, 'weeks'>): readonly string[] {
  const before = weeks - (weeks <= FORTNIGHTLY_UNTIL_WEEK ? FORTNIGHT : MONTH);
  const passes = (every: number): boolean => Math.floor(weeks / every) > Math.floor(before / every);
  return [
    ...(passes(RAISES_EVERY) ? ['raisesSore', 'raisesOther'] : []),
    ...(passes(CONDITIONS_EVERY) ? ['conditions'] : []),
  ];
}

/**
 * Where the maintenance stands: the week of the newest question, the weeks of maintenance up to it, and month
 * 12.
 */
type Standing = Pick<Course, 'week'> & Pick<Aftercare, 'weeks' | 'endsAt'>;
/**
 * The next question on the chosen weekday and hour, or the last mail of all. `soon` = after a break, on the
 * next chosen day.
 */
export function nextMaintenance(
  wish: WallClock,
  { week: asked, weeks, endsAt }: Standing,
  at: Instant,
  soon = false,
): EventOf<'MailsOwed'> {
  const step = weeks < FORTNIGHTLY_UNTIL_WEEK ? FORTNIGHT : MONTH;
  const due = nextSlot(addMinutes(at, soon ? MINUTES_PER_DAY : (step * 7 - 1) * MINUTES_PER_DAY), wish);
  if (due < addMinutes(endsAt, -CLEAR_OF_END_DAYS * MINUTES_PER_DAY)) {
    const week = asked + step;
    return owe([newMail({ kind: 'round', week }, { due, week, byPerson: false })]);
  }
  const last = latest(endsAt, addMinutes(at, MINUTES_PER_DAY));
  return owe([newMail({ kind: 'year' }, { due: nextSlot(last, wish), week: asked, byPerson: false })]);
}

/**
 * With a maintenance mail its question opens and the next one is owed; tried again after a refusal, the
 * question stands.
 */
export function maintenanceOpening(
  state: Of<'completed'>,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { course } = state;
  const { aftercare } = course;
  const asks = mail.about?.of === 'round';
  if (!asks || aftercare === undefined || aftercare.asked === mail.week) return [];
  const asked: Asked = {
    week: mail.week,
    sentAt: at,
    tracks: course.tracks,
    caps: course.baseline.caps,
    missed: 0,
    sessionsPlanned: curriculum.maintenance.strengthPerWeek,
    restriction: 'none',
    previousAverage: course.previousAverage,
    historyLength: course.history.length,
    flared: false,
    answers: 0,
    answer: null,
  };
  const weeks = aftercare.weeks + mail.week - course.week;
  return [
    { type: 'CheckInOpened', asked },
    nextMaintenance(state, { week: mail.week, weeks, endsAt: aftercare.endsAt }, at),
  ];
}

/**
 * An answer in maintenance. A red flag or a 7 stops; a sore answer brings the weekly plans back and closes
 * the question; a calm one is kept.
 */
export function answerMaintenance(
  command: NotedCheckIn,
  state: Of<'completed'>,
  asked: Asked,
  curriculum: Curriculum,
): Decided {
  const { at, answers } = command;
  if (asked.answer !== null && JSON.stringify(asked.answer) === JSON.stringify(answers)) return ok([]);
  const answered = checkedIn(asked, command);
  const triage = triageCheckIn(answers, state.course.baseline);
  if (triage.route !== 'eligible')
    return ok([answered, ...stopOn(state, at, triage, { from: 'check-in', week: asked.week })]);
  if (command.burst === true) return refuse('burst');
  if (isRelapse(answers))
    return ok([answered, ...relapse(state, at, curriculum, { by: 'check-in', answers })]);
  if (asked.answers >= ANSWERS) return refuse('too-many-answers');
  const letter = letterAfterAnswer(state, asked.week, at);
  return ok([
    answered,
    ...dropOwed(state, 'answered', (m) => m.kind === 'question'),
    ...(letter.length === 0 ? [] : [owe(letter)]),
  ]);
}
