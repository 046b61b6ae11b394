/** What holds due mails back: the operator's switch, and addresses that must not be mailed. */
import { recipientOf, toNewAddress } from '../../program/account/fresh-link.ts';
import type { Instant } from '../../program/kernel/time.ts';
import { FREE } from '../../program/mails/held.ts';
import { wakeAt } from '../../program/mails/wake-at.ts';
import type { Sending } from '../../program/participant/sending.ts';
import type { OwedMail, Participant, Person } from '../../program/participant/state.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import type { SendingRow } from '../shell/ports.ts';

/**
 * Asked of the table whenever an alarm has come: time itself may bring about a mail that leaves in the same
 * wake, such as the plan after a week without an answer.
 */
export async function sendingFor(
  app: App<'send'>,
  person: Participant | null,
  at: Instant,
): Promise<Sending> {
  if (person === null || person.status === 'erased') return FREE;
  const alarm = wakeAt(person);
  if (alarm === null || alarm > at) return FREE;
  const due = person.owed.filter((mail) => mail.due <= at);
  const [row, addresses] = await Promise.all([app.store.sending(), suppressedAmong(app, person, due)]);
  return { mode: modeOf(row, app.curriculum.version), ...addresses };
}

/** A version that was withdrawn holds its exercises back; what keeps people safe goes on. */
const modeOf = ({ mode, withdrawn }: SendingRow, version: string): Sending['mode'] =>
  mode === 'on' && withdrawn.includes(version) ? 'safety-only' : mode;

async function suppressedAmong(
  app: App<'send'>,
  person: Person,
  due: readonly OwedMail[],
): Promise<Omit<Sending, 'mode'>> {
  // The new address of a request that is gone is not known any more; its mail is stale.
  const known = due.filter((mail) => !toNewAddress(mail) || person.fresh?.email !== undefined);
  const reasons = new Map<string, Promise<string | null>>();
  const reasonOf = (email: string): Promise<string | null> => {
    const asked = reasons.get(email) ?? addressKeyOf(app, email).then((key) => app.store.suppressed(key));
    reasons.set(email, asked);
    return asked;
  };
  const found = await Promise.all(
    known.map(async (mail) => [mail.occasion, await reasonOf(recipientOf(person, mail))] as const),
  );
  const own = await reasonOf(person.email);
  return {
    suppressed: Object.fromEntries(
      found.flatMap(([occasion, why]) => (why === null ? [] : [[occasion, why]])),
    ),
    ...(own === null ? {} : { own }),
  };
}
