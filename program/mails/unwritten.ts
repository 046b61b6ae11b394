/**
 * A mail that cannot be written holds itself and nobody: the participant's other mails go on, and it is tried
 * again later and later (docs/architecture.md §7).
 */
import { ok } from '../kernel/result.ts';
import { addMinutes } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { Decided } from '../participant/decided.ts';
import type { Participant } from '../participant/state.ts';

/** Minutes until the next try after the first failure, the second, and each one after that. */
export const HOLDS_MINUTES = [10, 60, 360] as const;

/** Puts one owed mail off; a safety mail by ten minutes each time. Nothing when it is not owed any more. */
export function holdMail({ at, occasion }: CommandOf<'HoldMail'>, state: Participant): Decided {
  const mail = state.status === 'erased' ? undefined : state.owed.find((m) => m.occasion === occasion);
  if (mail === undefined) return ok([]);
  const nth = mail.kind === 'safety' ? 0 : Math.min(mail.holds ?? 0, HOLDS_MINUTES.length - 1);
  const due = addMinutes(at, HOLDS_MINUTES[nth] ?? HOLDS_MINUTES[2]);
  return ok([{ type: 'MailPostponed', occasion, due, why: 'unwritten' }]);
}
