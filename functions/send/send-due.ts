/**
 * The send protocol (docs/architecture.md §7): load, decide, render, claim, send, confirm. One person, one
 * hint; run as often as it likes. Nothing is sent that was not claimed in a commit of its own, and nobody
 * calls the provider twice for one claim.
 */

import { recipientOf } from '../../program/account/fresh-link.ts';
import { apply, decide } from '../../program/decide.ts';
import { assert } from '../../program/kernel/assert.ts';
import { addMinutes, type Instant } from '../../program/kernel/time.ts';
import type { Command } from '../../program/participant/commands.ts';
import type { EventOf, ParticipantEvent } from '../../program/participant/events.ts';
import type { Inflight, Participant } from '../../program/participant/state.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import { execute } from '../shell/execute.ts';
import type { Commit, CommitResult, Loaded, ReplyHandle, SendOutcome } from '../shell/ports.ts';
import { type ComposedMail, composeMail } from './compose-mail.ts';

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
const CONFLICTS = 3;
/** How long a mail can be replied to: STOP must still be heard a year later. */
const HANDLE_DAYS = 400;

export interface Time {
  remainingMs(): number;
}
type Round = 'again' | 'rest';

/**
 * Works off what is due for one participant. Throws only on faults of the world, which put the hint back on
 * the queue.
 */
export async function sendDue(app: App<'send'>, participantId: string, time: Time): Promise<void> {
  let conflicts = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await wakeOnce(app, participantId, time);
    if (outcome === 'rest') return;
    if (outcome === 'conflict') {
      conflicts += 1;
      if (conflicts > CONFLICTS) return;
    }
  }
}

async function wakeOnce(app: App<'send'>, id: string, time: Time): Promise<Round | 'conflict'> {
  const loaded = await app.store.load(id);
  if (loaded === null || loaded.participant.status === 'erased') return 'rest';
  const at = app.clock.now();
  const waiting = loaded.participant.inflight.some((f) => f.checkAt <= at);
  const command: Command = {
    type: 'Wake',
    at,
    owner: app.ids.owner(),
    evidenceUntil: waiting ? await app.store.watermark() : null,
  };
  const decided = decide(command, loaded.participant, app.curriculum);
  if (!decided.ok) return 'rest';
  const { events } = decided.value;
  const next = apply(loaded.participant, decided.value);
  assert(next !== null, 'a wake keeps the participant');
  alarmOn(app, id, events);
  const claimed = events.find((e): e is EventOf<'MailClaimed'> => e.type === 'MailClaimed')?.mail ?? null;
  if (claimed === null || next.status === 'erased')
    return (await commitWake(app, loaded, next, events, command, null)).kind === 'conflict'
      ? 'conflict'
      : 'again';
  if (time.remainingMs() < CALL_NEEDS_MS) return 'rest';
  const handle = await replyHandleOf(app, id, claimed, at);
  const composed = await composeMail(app, next, claimed, at, handle?.handle ?? null);
  const claimBegan = app.clock.monotonic();
  const commit = await commitWake(app, loaded, next, events, command, { mail: claimed, composed, handle });
  if (commit.kind === 'conflict') return 'conflict';
  if (commit.kind !== 'committed') return 'rest';
  await deliver(app, recipientOf(next, claimed), id, claimed, composed, claimBegan, time);
  return 'again';
}

interface Claimed {
  readonly mail: Inflight;
  readonly composed: ComposedMail;
  readonly handle: ReplyHandle | null;
}
const besideClaim = (
  { mail, composed, handle }: Claimed,
  at: Instant,
): Pick<Commit, 'dispatch' | 'handle'> => ({
  dispatch: {
    occasion: mail.occasion,
    kind: mail.kind,
    status: 'claimed',
    attempt: mail.attempt,
    at,
    contentHash: composed.contentHash,
    ...(handle === null ? {} : { replyHandle: handle.handle }),
  },
  ...(handle === null ? {} : { handle }),
});

/**
 * The reply address of a mail, the same at every attempt. The two notices prove nothing about who reads them
 * and get none.
 */
async function replyHandleOf(
  app: App<'send'>,
  id: string,
  mail: Inflight,
  at: Instant,
): Promise<ReplyHandle | null> {
  if (mail.kind === 'confirm' || mail.kind === 'already') return null;
  const before = mail.attempt > 1 || mail.refusals > 0 ? await app.store.dispatch(id, mail.occasion) : null;
  const handle = before?.replyHandle ?? app.ids.handle();
  const { occasion, kind, week } = mail;
  return {
    handle,
    participantId: id,
    occasion,
    kind,
    week,
    expiresAt: addMinutes(at, HANDLE_DAYS * 24 * 60),
  };
}

/**
 * Step 2 of the protocol: one commit, only if nothing changed since the read. The dispatch row exists before
 * the provider can report on it.
 */
async function commitWake(
  app: App<'send'>,
  loaded: Loaded,
  next: Participant,
  events: readonly ParticipantEvent[],
  command: Command & { type: 'Wake' },
  claimed: Claimed | null,
): Promise<CommitResult> {
  const { id } = loaded.participant;
  const lapsed =
    next.status === 'erased' && loaded.participant.status !== 'erased'
      ? await addressKeyOf(app, loaded.participant.email)
      : null;
  return app.store.commit({
    id,
    expectedRev: loaded.rev,
    next,
    events,
    command: { type: 'Wake', id: `wake.${command.owner}`, at: command.at, actor: 'time' },
    outcome: { ok: true, code: 'woken' },
    ...(claimed === null ? {} : besideClaim(claimed, command.at)),
    ...(lapsed === null ? {} : { claim: { key: lapsed, action: 'release' } }),
  });
}

/** Steps 3 to 6: guard, one call, then confirm, release, or — when nobody can know — leave it in flight. */
async function deliver(
  app: App<'send'>,
  to: string,
  id: string,
  mail: Inflight,
  composed: ComposedMail,
  claimBegan: number,
  time: Time,
): Promise<void> {
  const { env } = app;
  if (app.clock.monotonic() - claimBegan > CLAIM_FRESH_MS || time.remainingMs() < CALL_NEEDS_MS) {
    app.log.warn('claim-too-old', { participantId: id, occasion: mail.occasion });
    return;
  }
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
  await record(app, id, mail, outcome);
}

async function record(app: App<'send'>, id: string, mail: Inflight, outcome: SendOutcome): Promise<void> {
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
      await app.store.raiseDispatch(id, occasion, 'sent', at, outcome.messageId);
      await execute(app, id, () => ({ type: 'RecordSent', at, occasion }), `sent.${owner}`, 'send');
      return;
    case 'refused-later':
    case 'refused-stop': {
      const lasting = outcome.kind === 'refused-stop';
      if (lasting)
        app.log.error('mail-refused', { participantId: id, occasion, kind: mail.kind, error: outcome.error });
      await execute(
        app,
        id,
        () => ({ type: 'RecordRefused', at, occasion, owner, lasting }),
        `refused.${owner}`,
        'send',
      );
      return;
    }
    case 'ambiguous':
      app.log.warn('mail-ambiguous', { participantId: id, occasion, kind: mail.kind, error: outcome.error });
  }
}

/** Facts an operator must hear about (docs/runbook.md). */
function alarmOn(app: App<'send'>, id: string, events: readonly ParticipantEvent[]): void {
  for (const event of events)
    if (event.type === 'MailAbandoned')
      app.log.error('mail-abandoned', { participantId: id, occasion: event.occasion });
}
