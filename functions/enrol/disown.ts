/**
 * "This was not me" on the page of a confirmation: the sign-up is forgotten, and the address takes none for a
 * year (docs/architecture.md §9.4).
 */
import type { Context } from 'hono';
import { addMinutes, MINUTES_PER_DAY } from '../../program/kernel/time.ts';
import type { Person } from '../../program/participant/state.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { act } from '../shell/act.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import { deadLink } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

/** How long no sign-up is taken for an address whose owner never asked for one. */
export const DISOWNED_DAYS = 365;

export async function disown(app: App<'enrol'>, c: Context, participant: Person): Promise<Response> {
  const at = app.clock.now();
  // Only who never confirmed is shut out: after a confirmation the same mailbox has said both, and may sign
  // up again.
  const key = participant.status === 'unconfirmed' ? await addressKeyOf(app, participant.email) : null;
  const until = addMinutes(at, DISOWNED_DAYS * MINUTES_PER_DAY);
  const beside = key === null ? {} : { suppress: { key, reason: 'not-me', until } };
  const done = await act(app, participant, { type: 'Disown' }, { name: 'disown', beside });
  if (done.kind === 'refused' && done.refusal.code !== 'already-started') return deadLink(app, c);
  const forgotten = done.kind !== 'refused';
  const notice = forgotten ? NOTICES.forgotten : NOTICES.runsAlready;
  return c.html(noticePage(pageFrame(app, participant.country), notice, '/privacy'), 200);
}
