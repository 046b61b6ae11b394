/** The sender: takes hints from the queues, one bad hint never spoils the batch (partial batch failures). */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { addMinutes, type Instant } from '../../program/kernel/time.ts';
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import { isBusy } from '../shell/execute.ts';
import { makeMailer } from '../shell/mail/mailer.ts';
import type { Clock } from '../shell/ports.ts';
import { CALL_NEEDS_MS, sendDue } from './send-due.ts';

const hint = z.strictObject({
  participantId: z.string().min(1).max(64),
  at: z.iso.datetime().optional(),
});
/** Clocks of two machines are no further apart. */
const SKEW_MINUTES = 1 / 12;
/** Where no Lambda context tells (the local run), there is always a minute. */
const MINUTE_MS = 60_000;

export const makeHandler =
  (app: App<'send'>) =>
  async (event: SQSEvent, context?: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const time = { remainingMs: () => context?.getRemainingTimeInMillis() ?? MINUTE_MS };
    const failed: { itemIdentifier: string }[] = [];
    for (const record of event.Records) {
      try {
        // Comes back by itself; nothing is wrong with it.
        if (time.remainingMs() < CALL_NEEDS_MS) failed.push({ itemIdentifier: record.messageId });
        else {
          const { participantId, at } = hint.parse(JSON.parse(record.body));
          await sendDue(at === undefined ? app : notBefore(app, at), participantId, time);
        }
      } catch (error) {
        app.log.error('send-failed', {
          messageId: record.messageId,
          error: error instanceof Error ? error.message : 'unknown',
        });
        if (!(await isPutOff(app, record, error))) failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  };

/** The app with a clock that is not behind the one of a hint, as far as clocks are apart. */
function notBefore(app: App<'send'>, at: Instant): App<'send'> {
  const now = (): Instant => {
    const mine = app.clock.now();
    return at > mine && at <= addMinutes(mine, SKEW_MINUTES) ? at : mine;
  };
  const clock: Clock = { ...app.clock, now };
  return Object.create(app, { clock: { value: clock } }) as App<'send'>;
}

/** A fault of the world passes by itself: only who fails again is put off. */
const TRIES = 2;

/**
 * Puts off whoever cannot be worked off, and lets the hint go: their alarm rings again later. False = the
 * hint has to come back.
 */
async function isPutOff(
  app: App<'send'>,
  record: SQSEvent['Records'][number],
  error: unknown,
): Promise<boolean> {
  if (isBusy(error) || Number(record.attributes.ApproximateReceiveCount) < TRIES) return false;
  try {
    const { participantId } = hint.parse(JSON.parse(record.body));
    if ((await app.store.putOff(participantId, app.clock.now())) !== null)
      app.log.error('person-put-off', { participantId });
    return true;
  } catch {
    return false;
  }
}

export const create = (overrides: Overrides = {}) =>
  makeHandler(makeApp('send', process.env, { mailer: makeMailer(), ...overrides }));
export const handler = create();
