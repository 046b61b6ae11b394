/**
 * The list of stop signs alone (docs/clinical-rules.md §12 A4). It is answered after words that nobody could
 * read: the week is decided anew from its opening, outside the three answers. And it is asked where one line
 * of it stood alone in a reply: a mail program may have left it behind, or somebody copied what is true. No
 * mail with exercise leaves until then; the same once more is an answer, and stops.
 */
import { decideWeek } from '../adapt/decide-week.ts';
import { checkInAnswers } from '../answers/check-in.ts';
import { localDate } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { newMail, owe, REMINDER_MINUTES } from '../mails/owed.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { listOpenFor, openQuestion } from '../participant/open-question.ts';
import type { Of, Participant } from '../participant/state.ts';
import { moved, stopBy, stopOnly } from './answer.ts';
import { openingOf } from './asked-week.ts';
import { inBurst } from './burst.ts';
import { planWaits } from './decision-mail.ts';

/**
 * A ticked sign stops whatever the question; "none" counts only where unread words opened the list, or a line
 * of it that stood alone.
 */
export function answerList(
  command: CommandOf<'AnswerList'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
  const { at, week, redFlags } = command;
  if (state.status !== 'active' || state.course.listLine === undefined || redFlags.length > 0)
    return answerWords(command, state, curriculum);
  if (listOpenFor(state, at) !== week) return refuse('week-closed');
  // Words beside an answer have opened the same list: its answer decides the week, and the plan goes with it.
  if (openQuestion(state, at)?.unread !== undefined) return answerWords(command, state, curriculum);
  return ok(listCleared(state, at));
}

function answerWords(command: CommandOf<'AnswerList'>, state: Participant, curriculum: Curriculum): Decided {
  const { at, week, redFlags } = command;
  if (state.status !== 'active' && state.status !== 'paused' && state.status !== 'completed')
    return refuse(state.status === 'stopped' ? 'stopped' : 'left');
  const asked = state.status === 'active' ? openQuestion(state, at) : null;
  if (
    state.status !== 'active' ||
    asked?.week !== week ||
    asked.answer === null ||
    asked.unread === undefined
  ) {
    const alone = checkInAnswers.parse({ painAverage: 0, redFlags });
    return (
      stopOnly({ at, answers: alone }, state) ??
      refuse(state.status === 'active' ? 'week-closed' : state.status)
    );
  }
  const answers = { ...asked.answer, redFlags };
  const decision = decideWeek(
    openingOf(state.course, asked),
    answers,
    localDate(at, state.timeZone),
    curriculum,
  );
  const answered = {
    type: 'CheckedIn',
    at,
    week,
    number: asked.answers,
    answers,
    source: 'web',
    ...(redFlags.length === 0 ? { cleared: asked.unread.keys } : {}),
  } as const;
  if (decision.outcome === 'STOP_DOCTOR' || decision.outcome === 'STOP_EMERGENCY')
    return ok([answered, ...stopBy(decision, state, asked, at)]);
  if (inBurst(asked, at)) return refuse('burst');
  return ok(moved(state, answered, { asked, decision, at }, curriculum));
}

/** "No stop signs" alone, as a reply of a proved sender, answers the list that is open. */
export const noSigns = (state: Participant, at: Instant, curriculum: Curriculum): Decided =>
  answerList({ type: 'AnswerList', at, week: listOpenFor(state, at) ?? 0, redFlags: [] }, state, curriculum);

/**
 * Asks at once, and once more after two days; mails with exercise that are owed are held at their claim. Null
 * = there was more in the reply, no course runs, or the line came before: it is taken as what it says.
 */
export function leftListLine(
  { said, at }: CommandOf<'ReceiveReply'>,
  state: Participant,
): readonly ParticipantEvent[] | null {
  if (said.kind !== 'redFlags' || said.listLine !== true) return null;
  if (state.status !== 'active' || state.course.listLine !== undefined) return null;
  const n = state.counter + 1;
  const week = openQuestion(state, at)?.week ?? state.course.week;
  return [
    { type: 'ListLine', at, flags: said.flags },
    owe([
      newMail({ kind: 'words', n, nth: 1 }, { due: at, week, byPerson: true }),
      newMail({ kind: 'words', n, nth: 2 }, { due: addMinutes(at, REMINDER_MINUTES), week, byPerson: false }),
    ]),
  ];
}

/** None of the list is true: a plan that was held at its claim leaves now. */
export function listCleared(state: Of<'active'>, at: Instant): readonly ParticipantEvent[] {
  const { week, planOut, fromBreak } = state.course;
  const plan = newMail(week === 1 ? { kind: 'start' } : { kind: 'plan', week }, {
    due: at,
    week,
    byPerson: true,
  });
  return [
    { type: 'ListLine', at, flags: [] },
    ...(planOut || fromBreak === true || planWaits(state) ? [] : [owe([plan])]),
  ];
}
