/**
 * The list of stop signs alone, answered after words that nobody could read (docs/clinical-rules.md §12 A4):
 * the week is decided anew from its opening, outside the three answers.
 */
import { decideWeek } from '../adapt/decide-week.ts';
import { checkInAnswers } from '../answers/check-in.ts';
import { localDate } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import { listOpenFor, openQuestion } from '../participant/open-question.ts';
import type { Participant } from '../participant/state.ts';
import { moved, stopBy, stopOnly } from './answer.ts';
import { openingOf } from './asked-week.ts';
import { inBurst } from './burst.ts';

/** A ticked sign stops whatever the question; "none" counts only where unread words opened the list. */
export function answerList(
  command: CommandOf<'AnswerList'>,
  state: Participant,
  curriculum: Curriculum,
): Decided {
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
