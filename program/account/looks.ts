/** Whoever of the operator's opens one person's answers says why, and the person can read it. */
import { ok, refuse } from '../kernel/result.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf } from '../participant/events.ts';
import type { Participant, Person } from '../participant/state.ts';

/** So many looks stand on the person's page; the journal keeps all. */
export const LOOKS_SHOWN = 10;

/** Moves no plan and owes no mail. */
export const noteLook = ({ at, reason }: CommandOf<'NoteLook'>, state: Participant): Decided =>
  state.status === 'erased' ? refuse('left') : ok([{ type: 'LookedAt', at, reason }]);

/** The person with one more look of the operator; the newest `LOOKS_SHOWN` are kept. */
export const withLook = (state: Person, { at, reason }: EventOf<'LookedAt'>): Person => ({
  ...state,
  looks: [...(state.looks ?? []), { at, reason }].slice(-LOOKS_SHOWN),
});
