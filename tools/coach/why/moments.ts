/** A life as its journal tells it: every fact with the state before and after it. */
import type { JournalEntry } from '../../../functions/shell/ports.ts';
import { evolve } from '../../../program/evolve/evolve.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Participant } from '../../../program/participant/state.ts';

export interface Moment {
  readonly entry: JournalEntry;
  readonly event: ParticipantEvent;
  readonly before: Participant | null;
  readonly after: Participant;
}

/** The journal, oldest entry first, fact by fact. Throws where it does not begin with a sign-up. */
export function momentsOf(journal: readonly JournalEntry[]): readonly Moment[] {
  const moments: Moment[] = [];
  let state: Participant | null = null;
  for (const entry of journal)
    for (const event of entry.events) {
      const after: Participant = evolve(state, event);
      moments.push({ entry, event, before: state, after });
      state = after;
    }
  return moments;
}

/** The last fact up to and including an instant; null = before the sign-up. */
export const lastBy = (moments: readonly Moment[], at: Instant): Moment | null =>
  moments.findLast(({ entry }) => entry.at <= at) ?? null;
