/**
 * An answer to the weekly question: every one is decided from the state at the week's opening, so answering
 * twice never moves twice (docs/architecture.md §9).
 */

import { relevanceOf } from '../account/optional-pages.ts';
import { decideWeek } from '../adapt/week.ts';
import { answerMaintenance, graduated, graduationMails, openQuestion } from '../aftercare/aftercare.ts';
import type { CheckInAnswers } from '../answers/check-in.ts';
import { localDate, localDaysBetween, nextSlot } from '../calendar.ts';
import { sameTracks } from '../course/tracks.ts';
import type { Opening, Stop, Tracks, WeekDecision } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { evolve } from '../evolve/evolve.ts';
import { assert } from '../kernel/assert.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { checkInMail, dropOwed, lessonMails, owe, stopMails, stopOn } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Explained, Of, Participant } from '../participant/state.ts';
import { withLessons } from '../plan/lessons.ts';
import { sessionsOf } from '../plan/plan-week.ts';
import { withNote } from '../reply/note.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { doubt, inBurst } from './burst.ts';
import { checkedIn, type NotedCheckIn } from './checked-in.ts';
import { choose } from './choices.ts';
import { milestoneMails } from './milestones.ts';

/** Answers to one question that may change the plan; a stop is taken at any time. */
export const ANSWERS_PER_WEEK = 3;
/**
 * Two plan days are never closer than this (docs/architecture.md §8: plans 6–8 days apart after the first
 * week).
 */
const MIN_DAYS_BETWEEN_PLANS = 6;

/** The opening of the asked week, put together from what was frozen when the question went out. */
export const openingOf = (course: Course, asked: Asked): Opening => ({
  week: asked.week,
  tracks: asked.tracks,
  baseline: { ...course.baseline, caps: asked.caps },
  history: course.history.slice(0, asked.historyLength),
  missed: asked.missed,
  sessionsPlanned: asked.sessionsPlanned,
  restriction: asked.restriction,
  previousAverage: asked.previousAverage,
  flared: asked.flared,
  returnedWeek: course.returnedWeek,
  ...(course.aftercare?.again == null ? {} : { again: course.aftercare.again }),
});

/**
 * Refuses: nobody asked (`no-open-week`), an older link (`week-closed`), `paused`, `too-many-answers`,
 * `burst` — but a stop is always taken.
 */
export function submitCheckIn(
  said: CommandOf<'SubmitCheckIn'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
  const command = noted(said);
  switch (state.status) {
    case 'active':
      return answerActive(command, state, curriculum);
    case 'completed': {
      const asked = openQuestion(state, command.at);
      return asked?.week === command.week
        ? answerMaintenance(command, state, asked, curriculum)
        : (stopOnly(command, state) ?? refuse('completed'));
    }
    case 'paused':
      return stopOnly(command, state) ?? refuse('paused');
    case 'stopped':
      return refuse('stopped');
    case 'left':
    case 'erased':
      return refuse('left');
    case 'unconfirmed':
    case 'confirmed':
      return refuse('no-open-week');
  }
}

/** The answer with the stop signs of its note, which come before everything else (docs/decisions/0019). */
function noted(command: CommandOf<'SubmitCheckIn'>): NotedCheckIn {
  const { answers, ask } = withNote(command.answers);
  return { ...command, answers, doubtfulSigns: ask };
}

function answerActive(command: NotedCheckIn, state: Of<'active'>, curriculum: Curriculum): Decided {
  const { at, answers } = command;
  const { course } = state;
  const asked = openQuestion(state, at);
  if (asked === null || asked.week !== command.week)
    return stopOnly(command, state) ?? refuse(course.asked === null ? 'no-open-week' : 'week-closed');
  // The same answer again (a double press, a reload) has one effect.
  if (asked.answer !== null && sameAnswers(asked.answer, answers)) return ok([]);
  const decision = decideWeek(openingOf(course, asked), answers, localDate(at, state.timeZone), curriculum);
  const stops = decision.outcome === 'STOP_DOCTOR' || decision.outcome === 'STOP_EMERGENCY';
  if (!stops && inBurst(asked, at)) return refuse('burst');
  if (!stops && command.burst === true && asked.answer !== null)
    return ok(doubt(state, asked, at, curriculum));
  if (asked.answers >= ANSWERS_PER_WEEK && !stops) return refuse('too-many-answers');
  const answered = checkedIn(asked, command);
  if (stops) {
    const stop = stopOf(at, decision, asked.week);
    return ok([
      answered,
      { type: 'Stopped', stop, consentVersion: null, digest: decision.digest },
      ...stopMails(state, at, stop),
    ]);
  }
  const silenced = dropOwed(
    state,
    'answered',
    (m) =>
      m.kind === 'reminder' ||
      m.kind === 'silent' ||
      m.kind === 'question' ||
      (m.kind === 'check-in' && m.week === asked.week),
  );
  if (decision.graduates)
    return ok([answered, ...silenced, ...graduates(state, asked, at, decision, curriculum)]);
  if (asked.week >= lastWeek(course, curriculum))
    return ok([answered, ...silenced, ...refers(state, asked, at, decision)]);
  return ok(
    withChoice(
      state,
      [answered, ...silenced, ...nextWeekEvents(state, asked, decision, at, curriculum)],
      at,
      curriculum,
    ),
  );
}

/**
 * The runner's own easier or repeat outlives a later answer to the same question: what was chosen for caution
 * is not taken back by a form.
 */
function withChoice(
  state: Of<'active'>,
  events: readonly ParticipantEvent[],
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { choice, week } = state.course;
  const after = events.reduce<Participant>(evolve, state);
  if (choice === null || after.status !== 'active' || after.course.week !== week) return events;
  const chosen = choose({ type: 'Choose', at, choice }, after, curriculum);
  return chosen.ok ? [...events, ...chosen.value] : events;
}

/**
 * An answer that does not belong to an open question may only move towards caution: a red flag or a 7 stops
 * all the same.
 */
function stopOnly(
  command: CommandOf<'SubmitCheckIn'>,
  state: Of<'active' | 'paused' | 'completed'>,
): Decided | null {
  const triage = triageCheckIn(command.answers, state.course.baseline);
  if (triage.route === 'eligible') return null;
  return ok(stopOn(state, command.at, triage, { from: 'check-in', week: state.course.week }));
}

function stopOf(at: Instant, decision: WeekDecision, week: number): Stop {
  const findings = decision.findings.filter((f) => f.route !== 'note');
  const first = findings[0];
  assert(first !== undefined && first.route !== 'note', 'a stop has a finding');
  return { at, route: first.route, findings, from: 'check-in', week };
}

export const explain = (decision: WeekDecision, previousAverage: number): Explained => ({
  outcome: decision.outcome,
  rule: decision.rule,
  reasons: decision.reasons,
  physio: decision.physio,
  missing: decision.missing,
  average: decision.digest.average,
  worst: decision.digest.worst,
  previousAverage,
});

/**
 * Week 20 (docs/clinical-rules.md §9.11); once more that long after a cleared stop, and the shortest course
 * after a relapse.
 */
const lastWeek = ({ aftercare }: Course, { weeks }: Curriculum): number => {
  const again = aftercare?.again ?? null;
  return again === null ? weeks.max : again.week - 1 + (again.whole ? weeks.max : weeks.min);
};

const ending = (asked: Asked, at: Instant, decision: WeekDecision) => ({
  at,
  digest: decision.digest,
  historyLength: asked.historyLength,
  explained: explain(decision, asked.previousAverage),
});

function graduates(
  state: Of<'active'>,
  asked: Asked,
  at: Instant,
  decision: WeekDecision,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const aftercare = graduated(state, at, decision.digest.average, curriculum);
  return [
    { type: 'Graduated', ...ending(asked, at, decision), aftercare },
    ...dropOwed(state, 'Graduated', () => true),
    ...graduationMails(state, asked.week, at, aftercare),
  ];
}

function refers(
  state: Of<'active'>,
  asked: Asked,
  at: Instant,
  decision: WeekDecision,
): readonly ParticipantEvent[] {
  return [
    { type: 'Referred', ...ending(asked, at, decision) },
    ...dropOwed(state, 'Referred', () => true),
    owe([{ occasion: 'closed', kind: 'closed', due: at, week: asked.week, byPerson: true }]),
  ];
}

const MOVED = {
  PROGRESS: 'Progressed',
  ACCELERATE: 'Progressed',
  HOLD: 'Held',
  REGRESS: 'Regressed',
} as const;

/**
 * The facts of the week after the asked one, and the mail that carries them: `plan` if it is not out yet,
 * else `decision`.
 */
export function nextWeekEvents(
  state: Of<'active'>,
  asked: Asked,
  decision: WeekDecision,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  assert(decision.outcome in MOVED, 'a stop opens no week');
  const { course } = state;
  const week = asked.week + 1;
  const again = course.week === week;
  const schedule = again
    ? { openedAt: course.openedAt, nextPlanAt: course.nextPlanAt, days: course.days }
    : nextSchedule(state, at);
  const caps = asked.caps.filter((cap) => !decision.liftedCaps.includes(cap));
  const facts = weekFacts(
    state,
    { week, tracks: decision.tracks, previous: asked.tracks, caps, at, days: schedule.days, again },
    curriculum,
  );
  const event: ParticipantEvent = {
    type: MOVED[decision.outcome as keyof typeof MOVED],
    at,
    week,
    ...weekAfter(asked, decision),
    ...schedule,
    ...facts,
    caps,
    missed: 0,
  };
  const milestone = milestoneMails(
    state,
    { week, outcome: decision.outcome, tracks: decision.tracks, previous: asked.tracks },
    at,
    curriculum,
  );
  return [
    event,
    ...mailsOfNewWeek(
      state,
      { week, again, ...schedule, lessons: facts.lessons },
      at,
      changed(course, decision, again),
    ),
    ...(milestone.length === 0 ? [] : [owe(milestone)]),
  ];
}

/**
 * What follows from the asked week by itself, answered or not: where the tracks go and where they stood, why,
 * and what the history keeps of it.
 */
export const weekAfter = (asked: Asked, decision: WeekDecision) => ({
  tracks: decision.tracks,
  previous: asked.tracks,
  explained: explain(decision, asked.previousAverage),
  digest: decision.digest,
  historyLength: asked.historyLength,
});

/** Would the reader of a plan that is out see anything new? */
const changed = (course: Course, decision: WeekDecision, again: boolean): boolean =>
  !again ||
  !sameTracks(course.decided, decision.tracks) ||
  course.explained.rule !== decision.rule ||
  course.explained.physio !== decision.physio;

interface OpenedWeek {
  readonly week: number;
  readonly again: boolean;
  readonly openedAt: Instant;
  readonly nextPlanAt: Instant;
  readonly days: number;
  readonly lessons: readonly string[];
}
function mailsOfNewWeek(
  state: Of<'active'>,
  opened: OpenedWeek,
  at: Instant,
  news: boolean,
): readonly ParticipantEvent[] {
  const { week, again } = opened;
  const planOwed = state.owed.some((m) => m.kind === 'plan' || m.kind === 'decision');
  if (!again) {
    const lessons = lessonMails(state, week, opened);
    const stale = dropOwed(state, 'next week', (m) => m.kind === 'lesson' || m.kind === 'milestone');
    return [
      ...stale,
      owe([
        { occasion: `w${week}-plan`, kind: 'plan', due: at, week, byPerson: true },
        ...lessons,
        checkInMail(week, opened.nextPlanAt, state.timeZone),
      ]),
    ];
  }
  // A plan or decision that has not left yet is rendered from the newest state when it does.
  if (planOwed || !state.course.planOut || !news) return [];
  return [
    owe([
      {
        occasion: `w${week}-decision-${state.course.decisionsSent + 1}`,
        kind: 'decision',
        due: at,
        week,
        byPerson: true,
      },
    ]),
  ];
}

/**
 * When the week after the asked one began and ends. Answered before its plan day, a week runs to the plan day
 * after that.
 */
export function nextSchedule(
  state: Of<'active'>,
  at: Instant,
): { readonly openedAt: Instant; readonly nextPlanAt: Instant; readonly days: number } {
  const wish = { weekday: state.weekday, hour: state.hour, timeZone: state.timeZone };
  const planDay = state.course.nextPlanAt > at ? state.course.nextPlanAt : at;
  const nextPlanAt = nextSlot(addMinutes(planDay, (MIN_DAYS_BETWEEN_PLANS - 1) * 24 * 60), wish);
  return { openedAt: at, nextPlanAt, days: localDaysBetween(at, nextPlanAt, state.timeZone) };
}

interface NewWeek {
  readonly week: number;
  readonly tracks: Tracks;
  readonly previous: Tracks;
  readonly caps: Course['baseline']['caps'];
  readonly at: Instant;
  readonly days: number;
  readonly again: boolean;
}
/**
 * Sessions and lessons of a week, from its plan. A week decided again keeps its lessons: nobody gets one
 * twice.
 */
export function weekFacts(
  state: Of<'active'>,
  w: NewWeek,
  curriculum: Curriculum,
): { readonly sessionsPlanned: number; readonly lessons: readonly string[] } {
  const baseline = { ...state.course.baseline, caps: w.caps };
  const today = localDate(w.at, state.timeZone);
  const sessionsPlanned = sessionsOf({ week: w.week, tracks: w.tracks, days: 7 }, curriculum);
  const sent = state.course.lessons;
  const relevance = relevanceOf(state, baseline, w.tracks.stage, curriculum);
  const lessons = w.again
    ? sent
    : withLessons(w.week, { tracks: w.tracks, baseline, sent, today, relevance }, curriculum);
  return { sessionsPlanned, lessons };
}

const sameAnswers = (a: CheckInAnswers, b: CheckInAnswers): boolean => canonical(a) === canonical(b);
const canonical = (a: CheckInAnswers): string =>
  JSON.stringify(Object.entries(a).sort(([x], [y]) => (x < y ? -1 : 1)));
