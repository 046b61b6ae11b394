/**
 * The week after an answered one: it opens, or, when it stands open already, it is decided again in place.
 */

import { sameTracks } from '../course/tracks.ts';
import type { WeekDecision } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import type { Instant } from '../kernel/time.ts';
import { dropOwed, owe } from '../mails/owed.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import { mailName } from '../participant/occasion.ts';
import type { Asked, Course, Of } from '../participant/state.ts';
import { weekAfter } from './asked-week.ts';
import { newlyShown } from './current-plan.ts';
import { decisionMail } from './decision-mail.ts';
import { milestoneMails } from './milestones.ts';
import { clearOfRace, openWeek, planDayAfter, sessionsPlanned } from './open-week.ts';

const MOVED = {
  PROGRESS: 'Progressed',
  ACCELERATE: 'Progressed',
  HOLD: 'Held',
  REGRESS: 'Regressed',
} as const;

type Moved = EventOf<'Progressed' | 'Held' | 'Regressed'>;

/**
 * The facts of the week after the asked one, and the mail that carries them: `plan` if it is not out yet,
 * else `decision`.
 */
export function nextWeekEvents(
  state: Of<'active'>,
  { asked, decision, at }: { readonly asked: Asked; readonly decision: WeekDecision; readonly at: Instant },
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
  const milestone = milestoneMails(
    state,
    { week, outcome: decision.outcome, tracks: decision.tracks, previous: asked.tracks },
    at,
    curriculum,
  );
  return [
    ...(course.week === week ? decidedAgain(state, facts, curriculum) : opened(state, facts, curriculum)),
    ...(milestone.length === 0 ? [] : [owe(milestone)]),
  ];
}

type Facts = Omit<Moved, 'openedAt' | 'nextPlanAt' | 'days' | 'sessionsPlanned' | 'lessons' | 'shown'>;

/** The next week opens. Lessons and milestones of the week before are overtaken. */
function opened(state: Of<'active'>, facts: Facts, curriculum: Curriculum): readonly ParticipantEvent[] {
  const { at, week, tracks, caps } = facts;
  const opening = openWeek(
    state,
    {
      week,
      tracks,
      baseline: { ...state.course.baseline, caps },
      at,
      nextPlanAt: planDayAfter(state, at),
      closing: state.course,
      sent: state.course.lessons,
      plan: { ...mailName({ kind: 'plan', week }), due: clearOfRace(at, state), byPerson: true },
    },
    curriculum,
  );
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
  const { openedAt, nextPlanAt, days, lessons } = course;
  const sessions = sessionsPlanned({ week: facts.week, tracks: facts.tracks, days }, curriculum);
  const shown = newlyShown(state, course, curriculum);
  // A flare has eased what the question asks about; the plan that was followed until then stays the earlier
  // one.
  const previous = course.previous ?? facts.previous;
  const event = {
    ...facts,
    previous,
    openedAt,
    nextPlanAt,
    days,
    sessionsPlanned: sessions,
    lessons,
    ...shown,
  };
  return [event, ...(changed(course, facts) ? decisionMail(state, facts.at) : [])];
}

/** Would the reader of a plan that is out see anything new? */
const changed = (course: Course, { tracks, explained }: Facts): boolean =>
  !sameTracks(course.decided, tracks) ||
  course.explained.rule !== explained.rule ||
  course.explained.physio !== explained.physio;
