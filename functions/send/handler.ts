/** The sender: takes hints from the queues, one bad hint never spoils the batch (partial batch failures). */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import { makeMailer } from '../shell/mail/mailer.ts';
import { CALL_NEEDS_MS, sendDue } from './send-due.ts';

const hint = z.strictObject({ participantId: z.string().min(1).max(64) });
/** Where no Lambda context tells (the local run), there is always a minute. */
const MINUTE_MS = 60_000;

export const makeHandler =
  (app: App<'send'>) =>
  async (event: SQSEvent, context?: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const time = { remainingMs: () => context?.getRemainingTimeInMillis() ?? MINUTE_MS };
    const failed: { itemIdentifier: string }[] = [];
    for (const record of event.Records) {
      try {
        if (time.remainingMs() < CALL_NEEDS_MS) throw new Error('no time left in this invocation');
        await sendDue(app, hint.parse(JSON.parse(record.body)).participantId, time);
      } catch (error) {
        app.log.error('send-failed', {
          messageId: record.messageId,
          error: error instanceof Error ? error.message : 'unknown',
        });
        failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  };

export const create = (overrides: Overrides = {}) =>
  makeHandler(makeApp('send', process.env, { mailer: makeMailer(), ...overrides }));
export const handler = create();
