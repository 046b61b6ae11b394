/**
 * The week after an answered one: it opens, or, when it stands open already, it is decided again in place.
 */

import { sameTracks } from '../course/tracks.ts';
import type { WeekDecision } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { evolve } from '../evolve/evolve.ts';
import { assert } from '../kernel/assert.ts';
import type { Instant } from '../kernel/time.ts';
import { dropOwed, type NewMail, newMail, owe } from '../mails/owed.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Of } from '../participant/state.ts';
import { weekAfter } from './asked-week.ts';
import { newlyShown } from './current-plan.ts';
import { decisionMail, planWaits } from './decision-mail.ts';
import { letterOfWeek } from './milestones.ts';
import { clearOfRace, openWeek, planDayAfter, sessionsPlanned, withLetter } from './open-week.ts';
import { askAboutWords, isExercise } from './unread-beside.ts';

const MOVED = {
  PROGRESS: 'Progressed',
  ACCELERATE: 'Progressed',
  HOLD: 'Held',
  REGRESS: 'Regressed',
} as const;

export interface AnsweredWeek {
  readonly asked: Asked;
  readonly decision: WeekDecision;
  readonly at: Instant;
  /** Words of the body that nobody could read stand beside the answer: no mail with exercise. */
  readonly waits?: boolean;
}

type Moved = EventOf<'Progressed' | 'Held' | 'Regressed'>;

/**
 * The facts of the week after the asked one, and the mail that carries them: `plan` if it is not out yet,
 * else `decision`.
 */
export function nextWeekEvents(
  state: Of<'active'>,
  { asked, decision, at, waits = false }: AnsweredWeek,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  assert(decision.outcome in MOVED, 'a stop opens no week');
  const { course } = state;
  const week = asked.week + 1;
  const caps = [...asked.caps.filter((cap) => !decision.liftedCaps.includes(cap)), ...decision.addedCaps];
  const facts = {
    type: MOVED[decision.outcome as keyof typeof MOVED],
    at,
    week,
    ...weekAfter(asked, decision),
    caps,
    missed: 0,
  } as const;
  if (waits)
    return [
      ...(course.week === week
        ? [eventAgain(state, facts, curriculum)]
        : opened(state, facts, curriculum).map(withoutExercise)),
      ...askAboutWords(state, asked, at),
    ];
  return course.week === week ? decidedAgain(state, facts, curriculum) : opened(state, facts, curriculum);
}

type Facts = Omit<Moved, 'openedAt' | 'nextPlanAt' | 'days' | 'sessionsPlanned' | 'lessons' | 'shown'>;

/** The week opens all the same; its plan leaves when the list has been answered. */
const withoutExercise = (event: ParticipantEvent): ParticipantEvent =>
  event.type === 'MailsOwed' ? { ...event, mails: event.mails.filter((mail) => !isExercise(mail)) } : event;

/**
 * The next week opens. The lesson or the letter of the week before is overtaken. A letter that the answer has
 * brought takes the place of this week's second lesson.
 */
function opened(state: Of<'active'>, facts: Facts, curriculum: Curriculum): readonly ParticipantEvent[] {
  const { at, week, tracks, caps } = facts;
  const plain = openWeek(
    state,
    {
      week,
      tracks,
      baseline: { ...state.course.baseline, caps },
      at,
      nextPlanAt: planDayAfter(state, at),
      closing: state.course,
      sent: state.course.lessons,
      plan: planMail(state, facts),
    },
    curriculum,
  );
  const after = evolve(state, { ...facts, openedAt: at, ...plain.facts });
  const letter = after.status === 'active' ? letterOfWeek(after, at) : null;
  const opening = letter === null ? plain : withLetter(state, plain, { week, letter });
  return [
    { ...facts, openedAt: at, ...opening.facts },
    ...dropOwed(state, 'next week', (m) => m.kind === 'lesson' || m.kind === 'milestone'),
    owe(opening.mails),
  ];
}

/**
 * A later answer to the same question: the week keeps its plan day and its lessons, so that no lesson comes
 * twice.
 */
function decidedAgain(
  state: Of<'active'>,
  facts: Facts,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { course } = state;
  const event = eventAgain(state, facts, curriculum);
  if (heldBack(state)) return [event, owe([planMail(state, facts)])];
  return [event, ...(changed(course, facts) ? decisionMail(state, facts.at) : [])];
}

const eventAgain = (state: Of<'active'>, facts: Facts, curriculum: Curriculum): Moved => {
  const { openedAt, nextPlanAt, days, lessons } = state.course;
  const sessions = sessionsPlanned({ week: facts.week, tracks: facts.tracks, days }, curriculum);
  const shown = newlyShown(state, state.course, curriculum);
  // A flare has eased what the question asks about; the plan followed until then stays the earlier one.
  const previous = state.course.previous ?? facts.previous;
  return { ...facts, previous, openedAt, nextPlanAt, days, sessionsPlanned: sessions, lessons, ...shown };
};

/** Its plan was held back for words that nobody could read, and nothing holds it any more. */
const heldBack = (state: Of<'active'>): boolean => !state.course.planOut && !planWaits(state);

/** The plan of a week that an answer opens; on the day of a race it leaves the next morning. */
const planMail = (state: Of<'active'>, { week, at }: Pick<Facts, 'week' | 'at'>): NewMail =>
  newMail({ kind: 'plan', week }, { due: clearOfRace(at, state), week, byPerson: true });

/** Would the reader of a plan that is out see anything new? */
const changed = (course: Course, { tracks, explained }: Facts): boolean =>
  !sameTracks(course.decided, tracks) ||
  course.explained.rule !== explained.rule ||
  course.explained.physio !== explained.physio;
