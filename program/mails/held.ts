/**
 * What the operator's switch does not let out although it is due (docs/architecture.md §7.10).
 */
import { addMinutes, type Instant } from '../kernel/time.ts';
import type { EventOf } from '../participant/events.ts';
import { EXERCISE_KINDS, MAINTENANCE_KIND } from '../participant/mail-kinds.ts';
import type { Sending, SendingMode } from '../participant/sending.ts';
import type { OwedMail } from '../participant/state.ts';

/** A mail that is held is looked at again after this long; a stop text sooner, for it must not wait. */
export const HELD_MINUTES = 60;
export const SAFETY_HELD_MINUTES = 15;

/** Nothing holds anything back. */
export const FREE: Sending = { mode: 'on', suppressed: {} };

/** True when the switch does not let this mail out. */
export function isHeld({ kind, byPerson }: Pick<OwedMail, 'kind' | 'byPerson'>, mode: SendingMode): boolean {
  switch (mode) {
    case 'on':
      return false;
    case 'safety-only': {
      const exercise = EXERCISE_KINDS.includes(kind) || kind === MAINTENANCE_KIND;
      return kind !== 'safety' && (!byPerson || exercise);
    }
    case 'off':
      return true;
  }
}

/** A mail put off because the switch holds it: safety mail looks again sooner. */
export const held = (mail: OwedMail, at: Instant): EventOf<'MailPostponed'> => ({
  type: 'MailPostponed',
  occasion: mail.occasion,
  due: addMinutes(at, mail.kind === 'safety' ? SAFETY_HELD_MINUTES : HELD_MINUTES),
  why: 'held',
});
