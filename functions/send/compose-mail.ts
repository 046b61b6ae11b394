/**
 * From a participant with a claimed mail to the bytes of the message, with the last checks before anything
 * leaves (docs/architecture.md §7.1).
 */
import { createHash } from 'node:crypto';
import { headersFor } from '../../emails/headers.ts';
import { writeMessage } from '../../emails/mime.ts';
import { renderMail } from '../../emails/render.ts';
import { recipientOf } from '../../program/account/fresh-link.ts';
import { freeTexts } from '../../program/answers/about-running.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { Inflight, Person } from '../../program/participant/state.ts';
import { assertMaintenanceWithinCap, assertWithinCap, assertWithinLimits } from '../../program/plan/cap.ts';
import { currentLimits } from '../../program/week/current-plan.ts';
import { mailView } from '../../views/mail/mail-view.ts';
import type { MailView } from '../../views/mail/views.ts';
import type { App } from '../shell/app.ts';
import { mailLinks } from '../shell/web/links.ts';

/** Gmail clips at about 102 KB; we refuse to send anything near it (docs/architecture.md §10.2). */
export const MAX_MESSAGE_BYTES = 100_000;

export interface ComposedMail {
  readonly raw: Uint8Array;
  readonly contentHash: string;
}

/** What a gap in a template would leave in a mail. */
const NO_VALUE = /\bundefined\b|\bNaN\b|\[object |\{\{/;
const ownWordsOf = (person: Person): readonly string[] => [
  ...(person.firstName === null ? [] : [person.firstName]),
  ...(person.aboutRunning === undefined ? [] : freeTexts(person.aboutRunning)),
];

/**
 * `handle` = of the reply address; without one answers go to the operator. Renders and checks; throws on a
 * broken template or a dose above its cap, before anything was claimed.
 */
export async function composeMail(
  app: App<'send'>,
  person: Person,
  { mail, at, handle }: { readonly mail: Inflight; readonly at: Instant; readonly handle: string | null },
): Promise<ComposedMail> {
  const { env, curriculum } = app;
  const operator = {
    name: env.OPERATOR_NAME,
    postal: env.OPERATOR_POSTAL,
    email: env.OPERATOR_EMAIL,
    referral: env.REFERRAL_LINE ?? null,
  };
  const links = await mailLinks(app, person, mail.week);
  const view = mailView({
    person,
    kind: mail.kind,
    week: mail.week,
    about: mail.about,
    at,
    curriculum,
    operator,
    links,
  });
  assertSafeToSend(app, person, view);
  const rendered = renderMail(view);
  const headers = headersFor(view, {
    subject: rendered.subject,
    from: { name: env.MAIL_FROM_NAME, address: env.MAIL_FROM_ADDRESS },
    to: recipientOf(person, mail),
    replyTo: handle === null ? env.OPERATOR_EMAIL : `r-${handle}@${env.REPLY_DOMAIN}`,
    ...(handle === null ? {} : { unsubscribeMailto: `unsubscribe-${handle}@${env.REPLY_DOMAIN}` }),
    mailDomain: env.MAIL_DOMAIN,
    at,
    messageId: `${person.id}.${mail.occasion}.${mail.attempt}`,
  });
  const raw = writeMessage(headers, rendered.text, rendered.html);
  assert(
    raw.byteLength <= MAX_MESSAGE_BYTES,
    `${mail.kind}: a message of ${raw.byteLength} bytes is too large`,
  );
  // A person may write such a word: their own plan must not keep their mails from them.
  const own = ownWordsOf(person).some((words) => NO_VALUE.test(words));
  for (const part of [rendered.text, rendered.html]) {
    assert(own || !NO_VALUE.test(part), `${mail.kind}: something in the mail has no value`);
    assert(mail.kind === 'confirm' || part.includes('/u/'), `${mail.kind}: a mail needs its way out`);
    assert(part.includes('/safety'), `${mail.kind}: a mail needs the safety page`);
  }
  return { raw, contentHash: createHash('sha256').update(raw).digest('hex').slice(0, 32) };
}

/**
 * No load above the level's cap, and no exercise for anybody who is not active: kept on in production
 * (docs/architecture.md §7.1).
 */
function assertSafeToSend(app: App<'send'>, person: Person, view: MailView): void {
  const { body } = view;
  if (body.kind === 'maintenance') {
    assert(
      person.status === 'completed',
      `maintenance: no exercise mail for somebody who is ${person.status}`,
    );
    assertMaintenanceWithinCap(body.keep, person.course.tracks.level, app.curriculum);
  }
  if (body.kind !== 'start' && body.kind !== 'plan' && body.kind !== 'decision') return;
  assert(person.status === 'active', `${body.kind}: no exercise mail for somebody who is ${person.status}`);
  assertWithinCap(body.plan, person.course.tracks, app.curriculum);
  assertWithinLimits(body.plan, currentLimits(person.course), app.curriculum);
}
