/**
 * Why the operator may want to look at a participant: at most one need, the gravest. It follows from the
 * state alone, and no mail that moves changes it, so that the row of the worklist is written with decisions
 * only.
 */
import type { Course, Participant } from './state.ts';

/** The gravest first. `unreachable`: stopped for safety, and the address has been closed to our mails. */
export const NEEDS = ['unreachable', 'stopped', 'rising', 'silent'] as const;
export type Need = (typeof NEEDS)[number];

/** Averages that rise from one to the next make two weeks of rising pain. */
const RISING_ANSWERS = 3;
/** Unanswered check-ins in a row; the third pauses the mails (`program/week/silence.ts`). */
const SILENT_WEEKS = 2;
/** Endings that the address made, not the person. */
const CLOSED: ReadonlySet<string> = new Set(['bounce', 'complaint']);

/** The participant's need; null where there is none, or nobody. */
export function needOf(participant: Participant | null): Need | null {
  switch (participant?.status) {
    case 'stopped':
      return 'stopped';
    case 'left':
      return participant.stop !== null && CLOSED.has(participant.reason) ? 'unreachable' : null;
    case 'active':
      return isRising(participant.course) ? 'rising' : isSilent(participant.course) ? 'silent' : null;
    case 'paused':
      if (participant.pause.by === 'silence') return 'silent';
      return isRising(participant.course) ? 'rising' : null;
    case 'unconfirmed':
    case 'confirmed':
    case 'completed':
    case 'erased':
    case undefined:
      return null;
  }
}

const isSilent = ({ missed }: Course): boolean => missed >= SILENT_WEEKS;

/** Pain rose twice in a row, in answers that told it. */
function isRising({ history }: Course): boolean {
  const last = history.slice(-RISING_ANSWERS).map(({ average }) => average);
  return (
    last.length === RISING_ANSWERS &&
    last.every((average, i) => average !== null && (i === 0 || average > (last[i - 1] ?? average)))
  );
}
