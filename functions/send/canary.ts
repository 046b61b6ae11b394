/**
 * A mail to nobody: the provider takes it as any other and tells of it in the same stream, so that whoever
 * waits for an event learns whether events come at all. Sent only while somebody waits, by whoever looks
 * first, once in five minutes however many wait.
 */
import type { Instant } from '../../program/kernel/time.ts';
import type { App } from '../shell/app.ts';
import { CANARY } from '../shell/canary.ts';
import { NOBODY } from '../shell/env.ts';

const CALL_MS = 10_000;
/** The mail of the person comes first: with less time than this left the canary waits for another look. */
const NEEDS_MS = 25_000;

/** Somebody looks for the fate of a mail, with so much time of the platform left. */
export interface Look {
  readonly at: Instant;
  remainingMs(): number;
}

export async function sendCanary(app: App<'send'>, { at, remainingMs }: Look): Promise<void> {
  if (remainingMs() < NEEDS_MS || (await app.store.sending()).mode === 'off') return;
  const name = await app.store.takeCanary(at);
  if (name === null) return;
  const { MAIL_FROM_ADDRESS: from, COACHING_CONFIGURATION_SET: configurationSet } = app.env;
  const raw = new TextEncoder().encode(
    [
      `From: <${from}>`,
      `To: <${NOBODY}>`,
      'Subject: Do events arrive?',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      NOBODY,
      '',
    ].join('\r\n'),
  );
  const tags = { dispatch: `${CANARY}_${name}` };
  const outcome = await app.mailer.send({ from, to: NOBODY, raw, tags, configurationSet }, CALL_MS);
  app.log.info('canary', {
    outcome: outcome.kind,
    ...('error' in outcome ? { error: outcome.error } : {}),
  });
  if (outcome.kind === 'accepted') await app.store.markCanary(name, 'accepted', app.clock.now());
}
