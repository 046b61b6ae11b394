/**
 * Consents given and taken back on the person's own page (docs/contract.md §2.1; GDPR art. 7(3)), each with
 * the receipt of its words and its time.
 */
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf } from '../participant/events.ts';
import type { Participant, Person } from '../participant/state.ts';

/**
 * After the consent about health is taken back everything is erased this many days later: not at once, since
 * the page's link stands in mails that may have been passed on, and what erases at once needs a fresh proof
 * of the address (docs/architecture.md §9).
 */
export const CONSENT_ERASE_DAYS = 7;

/**
 * Research: given or taken back; nothing else changes. Health: without it there can be no plan, so the
 * programme ends at once as if the person had left, and everything is erased seven days later. The same again
 * changes nothing. Refuses a participant who left for another reason or has not confirmed.
 */
export function changeConsent(command: CommandOf<'ChangeConsent'>, state: Participant): Decided {
  if (state.status === 'erased') return refuse('left');
  const { at, what, given, version } = command;
  const before = state.consents[what] ?? null;
  if (state.status === 'left')
    return state.reason === 'consent' && before === null && !given ? ok([]) : refuse('left');
  if (state.status === 'unconfirmed') return refuse('not-confirmed');
  if ((before !== null) === given) return ok([]);
  const changed = { type: 'ConsentChanged', at, what, given, version } as const;
  if (what === 'research') return ok([changed]);
  return ok([
    changed,
    { type: 'Left', at, reason: 'consent', eraseAt: addMinutes(at, CONSENT_ERASE_DAYS * MINUTES_PER_DAY) },
  ]);
}

/** The person with a consent given (with its instant and version) or taken back (null). */
export const consentChanged = (
  state: Person,
  { at, what, given, version }: EventOf<'ConsentChanged'>,
): Person => ({
  ...state,
  consents: { ...state.consents, [what]: given ? { at, version } : null },
});
