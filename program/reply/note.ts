/**
 * The note of a check-in is kept as text and never a reason to progress; words of a stop sign in it count, as
 * in a reply (docs/decisions/0013).
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { RED_FLAGS, type RedFlag } from '../answers/intake.ts';
import { readRedFlags } from './red-flags.ts';

export interface NotedAnswers {
  readonly answers: CheckInAnswers;
  /** Stop signs the note may mean and nobody ticked: to be asked about. */
  readonly ask: readonly RedFlag[];
}

/**
 * Adds to an answer what its note says. Clear words count as ticked. Unclear ones (a misspelling, an
 * uncertain "no") make the list of stop signs unanswered, which cannot progress, and are asked about, until
 * they are ticked or the note says something else. Never takes a sign away.
 */
export function withNote(answers: CheckInAnswers): NotedAnswers {
  const said = answers.note === null ? { flags: [], certain: true } : readRedFlags(answers.note);
  const ticked = answers.redFlags ?? [];
  const more = said.flags.filter((flag) => !ticked.includes(flag));
  if (more.length === 0) return { answers, ask: [] };
  if (said.certain)
    return {
      answers: {
        ...answers,
        redFlags: RED_FLAGS.filter((flag) => ticked.includes(flag) || more.includes(flag)),
      },
      ask: [],
    };
  return { answers: ticked.length > 0 ? answers : { ...answers, redFlags: null }, ask: more };
}
