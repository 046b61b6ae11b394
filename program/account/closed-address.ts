/** No mail to an address that came back, complained or was blocked, whoever told it. */
import type { Instant } from '../kernel/time.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Sending } from '../participant/sending.ts';
import type { OwedMail, Person } from '../participant/state.ts';
import { toNewAddress } from './fresh-link.ts';

/** Reasons of a suppression that the state of a participant knows as well. */
const LEFT_BY: Readonly<Record<string, 'bounce' | 'complaint'>> = {
  bounce: 'bounce',
  complaint: 'complaint',
};

/**
 * What follows when a due mail would go to an address that must not be mailed: the participant at that
 * address has left; a mail to an address that is not on file yet is dropped alone. No event when nothing is
 * due there.
 */
export function closedAddress(
  state: Person,
  at: Instant,
  { suppressed, own: shutOwn }: Pick<Sending, 'suppressed' | 'own'>,
): readonly ParticipantEvent[] {
  const whyOf = (mail: OwedMail): string | undefined =>
    suppressed[mail.occasion] ?? (toNewAddress(mail) ? undefined : shutOwn);
  const shut = state.owed.filter((mail) => mail.due <= at && whyOf(mail) !== undefined);
  const own = shut.find((mail) => !toNewAddress(mail));
  if (own !== undefined) return [{ type: 'Left', at, reason: LEFT_BY[whyOf(own) ?? ''] ?? 'unsubscribed' }];
  return shut.length === 0
    ? []
    : [{ type: 'MailsDropped', occasions: shut.map((mail) => mail.occasion), why: 'suppressed' }];
}
