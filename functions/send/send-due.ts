/**
 * The send protocol (docs/architecture.md §7): load, decide, render, claim, send, confirm. One person, one
 * hint; run as often as it likes. Nothing is sent that was not claimed in a commit of its own, and nobody
 * calls the provider twice for one claim.
 */

import { recipientOf } from '../../program/account/fresh-link.ts';
import { turnOf } from '../../program/mails/turn.ts';
import { wakeAt } from '../../program/mails/wake-at.ts';
import type { Command } from '../../program/participant/commands.ts';
import type { EventOf, ParticipantEvent } from '../../program/participant/events.ts';
import type { Inflight, Participant } from '../../program/participant/state.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import { type Beside, type Executed, execute, type Ready } from '../shell/execute.ts';
import type { Loaded, Mark, ReplyHandle, SendOutcome } from '../shell/ports.ts';
import { type ComposedMail, composeMail } from './compose-mail.ts';
import { fatesOf } from './fates.ts';
import { replyHandleOf } from './reply-handle.ts';
import { sendingFor } from './sending-for.ts';
import { heldUnwritten, written } from './unwritten.ts';

/**
 * A claim older than this is not sent by the worker that made it: the reconciliation may have taken over
 * (docs/architecture.md §7.3).
 */
export const CLAIM_FRESH_MS = 45_000;
/** Below this much Lambda time left no call to the provider is begun. */
export const CALL_NEEDS_MS = 15_000;
export const PROVIDER_TIMEOUT_MS = 10_000;
/**
 * Wakes one hint may cause: what time brought about, a mail, and the next; the alarm rings again for the
 * rest.
 */
const ROUNDS = 6;

export interface Time {
  remainingMs(): number;
}
type Round = 'again' | 'rest';

/**
 * Works off what is due for one participant. Throws on faults of the world and when others keep changing the
 * same person: both put the hint back on the queue.
 */
export async function sendDue(app: App<'send'>, participantId: string, time: Time): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      if ((await wakeOnce(app, participantId, time)) === 'rest') return;
    } catch (error) {
      if (!(await heldUnwritten(app, participantId, error))) throw error;
    }
  }
}

/**
 * One wake: decide, render, claim, send. The mail is rendered between the decision and its commit, so that a
 * broken template strands nothing.
 */
async function wakeOnce(app: App<'send'>, id: string, time: Time): Promise<Round> {
  const owner = app.ids.owner();
  const ready: { claimed: Claimed | null } = { claimed: null };
  const done = await execute(app, {
    id,
    commandOf: (person) => wakeOf(app, person, { owner, time }),
    commandId: `wake.${owner}`,
    once: true,
    actor: 'time',
    prepare: async (decided) => {
      const { after, events, command } = decided;
      ready.claimed = null;
      const mail = claimOf(events);
      const marks = marksOf(decided);
      if (mail === null || after.status === 'erased') return { ...(await releaseOf(app, decided)), marks };
      if (time.remainingMs() < CALL_NEEDS_MS) return null;
      const handle = await replyHandleOf(app, id, mail, command.at);
      // The keys of its links are read first: a table that is down is no fault of the mail.
      await app.tokens();
      const composed = await written(
        mail,
        composeMail(app, after, { mail, at: command.at, handle: handle?.handle ?? null }),
      );
      const to = recipientOf(after, mail);
      ready.claimed = { mail, composed, handle, to, began: app.clock.monotonic() };
      return { marks };
    },
  });
  if (done.kind !== 'committed') return 'rest';
  alarmOn(app, id, done);
  const known = { participant: done.after, rev: done.rev };
  const last = ready.claimed === null ? null : await deliver(app, known, ready.claimed, time);
  if (last === null || last.kind !== 'committed') return 'again';
  // As the mail left it, nobody is due: there is nothing to look up.
  const alarm = wakeAt(last.after);
  return alarm === null || alarm > app.clock.now() ? 'rest' : 'again';
}

async function wakeOf(
  app: App<'send'>,
  person: Participant | null,
  { owner, time }: { readonly owner: string; readonly time: Time },
): Promise<Command> {
  const at = app.clock.now();
  const fates = await fatesOf(app, person, { at, remainingMs: time.remainingMs });
  return { type: 'Wake', at, owner, fates, sending: await sendingFor(app, person, at) };
}

const claimOf = (events: readonly ParticipantEvent[]): Inflight | null =>
  events.find((e): e is EventOf<'MailClaimed'> => e.type === 'MailClaimed')?.mail ?? null;

/** Whoever is forgotten by time alone lets the address go. */
async function releaseOf(app: App<'send'>, { before, after }: Ready): Promise<Beside> {
  if (after.status !== 'erased' || before === null || before.status === 'erased') return {};
  return { claim: { key: await addressKeyOf(app, before.email), action: 'release' } };
}

/** A mail that is ready to leave once its claim is committed. */
interface Claimed {
  readonly mail: Inflight;
  readonly composed: ComposedMail;
  readonly handle: ReplyHandle | null;
  /** The address it goes to. */
  readonly to: string;
  /** By the clock that never runs backwards. */
  readonly began: number;
}
/** What the rows of mails say of the decisions about them. */
const marksOf = ({ events }: Pick<Ready, 'events'>): readonly Mark[] =>
  events.flatMap((event): readonly Mark[] => {
    if (event.type === 'MailAbandoned')
      return [{ occasion: event.occasion, status: 'abandoned', at: event.at }];
    return event.type === 'MailRefused'
      ? [{ occasion: event.occasion, status: 'refused', at: event.at }]
      : [];
  });

/**
 * Steps 3 to 6: guard, fence, one call, then confirm, release, or — when nobody can know — leave it in
 * flight. Gives what was decided last, null where nothing was.
 */
async function deliver(
  app: App<'send'>,
  known: Loaded,
  claimed: Claimed,
  time: Time,
): Promise<Executed | null> {
  const { env } = app;
  const { mail, composed, to, began, handle } = claimed;
  const { id } = known.participant;
  const { occasion, kind, attempt, owner } = mail;
  const late = (): boolean =>
    app.clock.monotonic() - began > CLAIM_FRESH_MS || time.remainingMs() < CALL_NEEDS_MS;
  const stopped = (): null => {
    app.log.warn('claim-too-old', { participantId: id, occasion });
    return null;
  };
  if (late()) return stopped();
  const { contentHash } = composed;
  const address = handle === null ? {} : { replyHandle: handle.handle };
  const fenced = await app.store.fence(id, {
    turn: turnOf(mail),
    owner,
    dispatch: { occasion, kind, attempt, at: mail.at, contentHash, ...address },
    ...(handle === null ? {} : { handle }),
    claimed: known.participant,
  });
  // Whoever looked for its fate was faster; or the fence itself took too long.
  if (!fenced || late()) return stopped();
  const outcome = await app.mailer.send(
    {
      from: env.MAIL_FROM_ADDRESS,
      to,
      raw: composed.raw,
      tags: { dispatch: `${id}_${mail.occasion}`, attempt: String(mail.attempt) },
      configurationSet:
        mail.kind === 'safety' ? env.SAFETY_CONFIGURATION_SET : env.COACHING_CONFIGURATION_SET,
    },
    PROVIDER_TIMEOUT_MS,
  );
  return record(app, known, mail, outcome);
}

async function record(
  app: App<'send'>,
  known: Loaded,
  mail: Inflight,
  outcome: SendOutcome,
): Promise<Executed | null> {
  const { id } = known.participant;
  const at = app.clock.now();
  const { occasion, owner } = mail;
  app.log.info('mail', {
    participantId: id,
    occasion,
    kind: mail.kind,
    attempt: mail.attempt,
    outcome: outcome.kind,
    ...('error' in outcome ? { error: outcome.error } : {}),
  });
  switch (outcome.kind) {
    case 'accepted':
      return proved(app, known, mail, { occasion, status: 'sent', at, messageId: outcome.messageId });
    case 'refused-later':
    case 'refused-stop': {
      const lasting = outcome.kind === 'refused-stop';
      const soon = outcome.kind === 'refused-later' && outcome.soon === true;
      if (lasting)
        app.log.error('mail-refused', { participantId: id, occasion, kind: mail.kind, error: outcome.error });
      const done = await execute(app, {
        id,
        commandOf: () => ({ type: 'RecordRefused', at, occasion, owner, lasting, soon }),
        commandId: `refused.${owner}`,
        once: true,
        known,
        actor: 'send',
        prepare: (ready) => ({ marks: marksOf(ready) }),
      });
      if (done.kind === 'committed') alarmOn(app, id, done);
      return done;
    }
    case 'ambiguous':
      app.log.warn('mail-ambiguous', { participantId: id, occasion, kind: mail.kind, error: outcome.error });
      return null;
  }
}

/**
 * The provider took it: first the state, then the row. Where the state cannot be written the row says it
 * alone, and whoever looks for the mail's fate finds it there.
 */
async function proved(app: App<'send'>, known: Loaded, mail: Inflight, sent: Mark): Promise<Executed> {
  const { id } = known.participant;
  const { at, occasion, messageId } = sent;
  try {
    const done = await execute(app, {
      id,
      commandOf: () => ({ type: 'RecordSent', at, occasion }),
      commandId: `sent.${mail.owner}`,
      once: true,
      known,
      actor: 'send',
      prepare: () => ({ marks: [sent] }),
    });
    // Erased while its mail was on the way: what the fence wrote goes too.
    if (done.kind === 'refused') await app.store.forget(id);
    return done;
  } catch (error) {
    await app.store.raiseDispatch(id, occasion, { status: 'sent', at, messageId });
    throw error;
  }
}

type Committed = Extract<Executed, { kind: 'committed' }>;
/** Facts an operator must hear about (docs/runbook.md), once they have come about. */
function alarmOn(app: App<'send'>, id: string, { before, events }: Committed): void {
  const owed = before === null || before.status === 'erased' ? [] : before.owed;
  const safety = owed.find((mail) => mail.kind === 'safety')?.occasion;
  for (const event of events) {
    if (event.type === 'MailAbandoned')
      app.log.error('mail-abandoned', { participantId: id, occasion: event.occasion });
    // Minutes after the first try nothing has told that it left.
    if (event.type === 'MailClaimed' && event.mail.kind === 'safety' && event.mail.attempt > 1)
      app.log.error('safety-unproved', {
        participantId: id,
        occasion: event.mail.occasion,
        attempt: event.mail.attempt,
      });
    if (safety === undefined) continue;
    // Whoever was to be told to stop can be told by nobody now, or not before the switch lets it out.
    if (event.type === 'Left')
      app.log.error('safety-undelivered', { participantId: id, occasion: safety, why: event.reason });
    if (event.type === 'MailPostponed' && event.occasion === safety)
      app.log.error('safety-held', { participantId: id, occasion: safety });
  }
}
