/**
 * What the provider reports about our mails: evidence that one left, bounces, complaints. Twice, late and out
 * of order are all normal.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import { CANARY } from '../shell/canary.ts';
import { execute } from '../shell/execute.ts';
import type { DispatchRow, DispatchStatus } from '../shell/ports.ts';
import { STATUS_ORDER } from '../shell/store/dispatch-row.ts';
import { type MailEvent, readSesEvent } from './ses-event.ts';

/** Rank of each event on the dispatch row; `Subscription` says nothing about the mail. */
const STATUS: Readonly<Record<MailEvent['type'], DispatchStatus | null>> = {
  Send: 'sent',
  Delivery: 'delivered',
  DeliveryDelay: 'delayed',
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'abandoned',
  'Rendering Failure': 'abandoned',
  Subscription: null,
};

export const makeHandler =
  (app: App<'feedback'>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: { itemIdentifier: string }[] = [];
    for (const record of event.Records) {
      try {
        const read = readSesEvent(record.body);
        if (read.ok) await handleEvent(app, read.value);
        else app.log.warn('mail-event-ignored', { why: read.refusal, messageId: record.messageId });
      } catch (error) {
        app.log.error('feedback-failed', {
          messageId: record.messageId,
          error: error instanceof Error ? error.message : 'unknown',
        });
        failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  };

async function handleEvent(app: App<'feedback'>, event: MailEvent): Promise<void> {
  const { participantId: id, occasion } = event;
  if (id === CANARY) return app.store.markCanary(occasion, 'handled', app.clock.now());
  const status = STATUS[event.type];
  const at = app.clock.now();
  const row = await app.store.dispatch(id, occasion);
  // The state is written before the row: what the row knows already, the state knows too.
  const known = row !== null && status !== null && tells(row, status, event.messageId);
  if (known && event.type === 'Send') return;
  const lost = event.type === 'Bounce' || event.type === 'Reject';
  if (lost && row?.kind === 'safety')
    app.log.error('safety-undelivered', {
      participantId: id,
      occasion,
      bounce: event.bounceType ?? event.type,
    });
  // Any event proves that the provider took the mail (docs/architecture.md §7.5).
  const sent = { type: 'RecordSent', at, occasion } as const;
  if (event.type !== 'Reject') {
    const arrived = event.type === 'Delivery' ? { deliveredAt: event.at } : {};
    const done = await execute(app, {
      id,
      commandOf: () => ({ ...sent, ...arrived }),
      // Told again it finds nothing in flight.
      commandId: `sent.${event.messageId}`,
      once: true,
      actor: 'ses',
    });
    // A mail of somebody who is gone: what a late sender wrote of it goes too.
    if (done.kind === 'refused' && row !== null) return app.store.forget(id);
  }
  if (status !== null && !known)
    await app.store.raiseDispatch(id, occasion, { status, at: event.at, messageId: event.messageId });
  if (event.type === 'Bounce') await heard(app, event, 'RecordBounce');
  if (event.type === 'Complaint') await heard(app, event, 'RecordComplaint');
}

/** Does the row say so already, of this very mail? */
const tells = (row: DispatchRow, status: DispatchStatus, messageId: string): boolean =>
  row.messageId === messageId && STATUS_ORDER.indexOf(row.status) >= STATUS_ORDER.indexOf(status);

/**
 * A dead address or "this is spam": no mail of this programme any more, under this sign-up or another; an
 * address that is away for now is counted by the week and suppressed nowhere. What is said about an earlier
 * address, or about a new one that has not agreed, is no word of the address on file: nobody leaves by it,
 * but a complaint is heard there too.
 */
async function heard(
  app: App<'feedback'>,
  event: MailEvent,
  type: 'RecordBounce' | 'RecordComplaint',
): Promise<void> {
  const { participantId: id, occasion } = event;
  const at = app.clock.now();
  const loaded = await app.store.load(id);
  if (loaded === null || loaded.participant.status === 'erased') return;
  const key = await addressKeyOf(app, loaded.participant.email);
  const reason = type === 'RecordBounce' ? 'bounce' : 'complaint';
  const about = event.destination === null ? key : await addressKeyOf(app, event.destination);
  if (about !== key) {
    app.log.info('mail-event-elsewhere', { participantId: id, occasion, why: reason });
    if (reason === 'complaint') await app.store.suppress(about, reason, at);
    return;
  }
  const { permanent, at: bouncedAt } = event;
  const command =
    type === 'RecordBounce'
      ? ({ type, at, occasion, permanent, bouncedAt } as const)
      : ({ type, at, occasion } as const);
  const forNow = type === 'RecordBounce' && !permanent;
  const beside = forNow ? {} : { suppress: { key, reason } };
  const done = await execute(app, {
    id,
    commandOf: () => command,
    commandId: `${forNow ? 'soft' : reason}.${event.messageId}`,
    actor: 'ses',
    prepare: () => beside,
  });
  // Whoever had left already changes by nothing; the address is closed all the same.
  if (done.kind === 'unchanged' && !forNow) await app.store.suppress(key, reason, at);
}

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('feedback', process.env, overrides));
export const handler = create();
