/**
 * An answer to the weekly question. Every answer is decided from the state at the week's opening, so
 * answering twice never moves twice (docs/architecture.md §9).
 */
import { decideWeek } from '../adapt/decide-week.ts';
import { easierOf } from '../adapt/eased-tracks.ts';
import { answerMaintenance } from '../aftercare/maintenance.ts';
import type { CheckInAnswers } from '../answers/check-in.ts';
import { localDate } from '../calendar.ts';
import { sameTracks } from '../course/tracks.ts';
import type { WeekDecision } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { evolve } from '../evolve/evolve.ts';
import { assert } from '../kernel/assert.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { dropOwed } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import { holdsExercise, openQuestion } from '../participant/open-question.ts';
import type { Asked, Course, Of, OwedMail, Participant } from '../participant/state.ts';
import { readNote, withNote } from '../reply/note.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { openingOf } from './asked-week.ts';
import { doubt, inBurst } from './burst.ts';
import { checkedIn, type NotedCheckIn } from './checked-in.ts';
import { choose } from './choices.ts';
import { courseEnds } from './course-ends.ts';
import { withLogged } from './from-log.ts';
import { nextWeekEvents } from './next-week.ts';
import { stopOn } from './stop.ts';
import { together, unreadBeside } from './unread-beside.ts';

/** Answers to one question that may change the plan; a stop and what is more careful count always. */
export const ANSWERS_PER_WEEK = 3;

/**
 * Refuses: no question is open (`no-open-week`), an older link (`week-closed`), `paused`, `too-many-answers`,
 * `burst` — but a stop is always taken, and so is an answer that eases more than what stands.
 */
export function submitCheckIn(
  said: CommandOf<'SubmitCheckIn'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
  const command = noted(withEarlierNote(said, state), state);
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

/**
 * The form never shows a note again, for whoever was forwarded the mail opens it too: an answer without one
 * keeps the one before, and what it may mean.
 */
function withEarlierNote(
  command: CommandOf<'SubmitCheckIn'>,
  state: Participant,
): CommandOf<'SubmitCheckIn'> {
  const open = state.status === 'active' || state.status === 'completed';
  const asked = open ? openQuestion(state, command.at) : null;
  const note = asked?.week === command.week ? (asked.answer?.note ?? null) : null;
  return note === null || command.answers.note !== null
    ? command
    : { ...command, answers: { ...command.answers, note } };
}

/**
 * The answer with what its note says: stop signs, which come before everything else (docs/decisions/0019),
 * and words that nobody could read. Those a reply had beside its answer were read with it.
 */
function noted(command: CommandOf<'SubmitCheckIn'>, state: Participant): NotedCheckIn {
  const { answers, ask } = withNote(withLogged(command.answers, command.logged));
  const cleared = state.status === 'active' ? state.course.clearedWords : [];
  const beside = command.answers.note === null ? null : readNote(command.answers.note, cleared).unread;
  const words = [command.unread ?? null, beside].filter((unread) => unread !== null);
  const unread = together(unreadBeside(words, answers), stillOpen(command, state));
  return { ...command, answers, doubtfulSigns: ask, unread };
}

/** Words of an answer before to the same question, as long as no answer has said anything of the list. */
function stillOpen({ answers, week, at }: CommandOf<'SubmitCheckIn'>, state: Participant): Asked['unread'] {
  const asked = state.status === 'active' ? openQuestion(state, at) : null;
  return asked?.week === week && answers.redFlags === null ? asked.unread : undefined;
}

function answerActive(command: NotedCheckIn, state: Of<'active'>, curriculum: Curriculum): Decided {
  const { at, answers } = command;
  const { course } = state;
  const asked = openQuestion(state, at);
  if (asked === null || asked.week !== command.week)
    return stopOnly(command, state) ?? refuse(course.asked === null ? 'no-open-week' : 'week-closed');
  // The same answer again (a double press, a reload) has one effect.
  if (asked.answer !== null && sameAnswers(asked.answer, answers)) return ok([]);
  const opening = { ...openingOf(course, asked), unread: command.unread?.kind };
  const decision = decideWeek(opening, answers, localDate(at, state.timeZone), curriculum);
  const answered = checkedIn(asked, command);
  if (decision.outcome === 'STOP_DOCTOR' || decision.outcome === 'STOP_EMERGENCY')
    return ok([answered, ...stopBy(decision, state, asked, at)]);
  const limit = limitOf(command, asked);
  if (limit === null) return ok(moved(state, answered, { asked, decision, at }, curriculum));
  const careful = moreCareful(course, decision, limit);
  switch (limit) {
    case 'too-many-answers':
      return careful === null
        ? refuse(limit)
        : ok(moved(state, answered, { asked, decision: careful, at }, curriculum));
    case 'burst':
      return careful === null ? refuse(limit) : ok(doubt(state, { asked, careful, at }, curriculum));
    case 'doubt':
      return ok(doubt(state, { asked, careful, at }, curriculum));
  }
}

/** What stands in the way of one more answer; null = nothing. */
function limitOf({ at, burst }: NotedCheckIn, asked: Asked): 'burst' | 'doubt' | 'too-many-answers' | null {
  if (inBurst(asked, at)) return 'burst';
  if (burst === true && asked.answer !== null) return 'doubt';
  return asked.answers >= ANSWERS_PER_WEEK ? 'too-many-answers' : null;
}

/**
 * What an answer past a limit still brings: the parts of it that are more careful than what stands, so that
 * nobody who answered before uses up an easing. Among answers of a machine only an easing counts. Null = it
 * brings nothing.
 */
function moreCareful(
  { decided, explained, week }: Course,
  decision: WeekDecision,
  limit: 'burst' | 'doubt' | 'too-many-answers',
): WeekDecision | null {
  const eases = decision.outcome === 'REGRESS';
  if (!eases && (decision.outcome !== 'HOLD' || limit !== 'too-many-answers')) return null;
  const tracks = easierOf(decided, decision.tracks);
  const newly = !sameTracks(tracks, decided) || (eases && explained.outcome !== 'REGRESS');
  if (decision.digest.week + 1 !== week || !newly) return null;
  return { ...decision, tracks, liftedCaps: [] };
}

/** An answer that stops nothing: the course ends by it, or the next week stands as it says. */
export function moved(
  state: Of<'active'>,
  answered: EventOf<'CheckedIn'>,
  by: { readonly asked: Asked; readonly decision: WeekDecision; readonly at: Instant },
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const before = [answered, ...dropOwed(state, 'answered', (m) => asksAgain(m, by.asked))];
  const ends = courseEnds(state, by, curriculum);
  if (ends !== null) return [...before, ...ends];
  const week = { ...by, waits: holdsExercise(answered) };
  return withChoice(state, [...before, ...nextWeekEvents(state, week, curriculum)], by.at, curriculum);
}

/** True for a mail that asks what has just been answered. */
const asksAgain = ({ kind, week }: OwedMail, asked: Asked): boolean =>
  kind === 'reminder' ||
  kind === 'silent' ||
  kind === 'question' ||
  (kind === 'check-in' && week === asked.week);

/** The answer stops the course; its digest stays in the history. */
export function stopBy(
  { findings, digest }: WeekDecision,
  state: Of<'active'>,
  { week }: Asked,
  at: Instant,
): readonly ParticipantEvent[] {
  const first = findings.find((f) => f.route !== 'note');
  assert(first !== undefined && first.route !== 'note', 'a stop has a finding');
  return stopOn(state, at, { route: first.route, findings }, { from: 'check-in', week, digest });
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
  return chosen.ok ? [...events, ...chosen.value.map(nothingShown)] : events;
}
/** What the plan that was out had printed is kept; the one decided a moment ago was read by nobody. */
const nothingShown = (event: ParticipantEvent): ParticipantEvent => {
  if (event.type !== 'Chose') return event;
  const { shown: _, ...chose } = event;
  return chose;
};

/**
 * An answer that does not belong to an open question may only move towards caution: a red flag or a 7 stops
 * all the same.
 */
export function stopOnly(
  command: Pick<CommandOf<'SubmitCheckIn'>, 'at' | 'answers'>,
  state: Of<'active' | 'paused' | 'completed'>,
): Decided | null {
  const triage = triageCheckIn(command.answers, state.course.baseline);
  if (triage.route === 'eligible') return null;
  return ok(stopOn(state, command.at, triage, { from: 'check-in', week: state.course.week }));
}

const sameAnswers = (a: CheckInAnswers, b: CheckInAnswers): boolean => canonical(a) === canonical(b);
const canonical = (a: CheckInAnswers): string =>
  JSON.stringify(Object.entries(a).sort(([x], [y]) => (x < y ? -1 : 1)));
