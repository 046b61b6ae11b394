/** The address that replies to one mail come in by. */
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../../program/kernel/time.ts';
import type { Inflight } from '../../program/participant/state.ts';
import type { App } from '../shell/app.ts';
import type { ReplyHandle } from '../shell/ports.ts';

/** How long a mail can be replied to: STOP must still be heard a year later. */
const HANDLE_DAYS = 400;

/**
 * The reply address of a mail, the same at every attempt. The two notices prove nothing about who reads them
 * and get none.
 */
export async function replyHandleOf(
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
    ...(mail.about?.of === 'reply' ? { says: mail.about.says } : {}),
    expiresAt: addMinutes(at, HANDLE_DAYS * MINUTES_PER_DAY),
  };
}
