/** What every mail carries: the band on top, the footer, the signature of the plain text. */
import type { MailFrame } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join } from '../escape.ts';
import { link, para, sections } from '../plain.ts';

export const BRAND = 'Calf Coach';

const WORDS = {
  education:
    'Calf Coach is education and self-management support. It is not medical advice, and it does not diagnose, treat or monitor.',
  noReplies: 'No person reads replies to this mail. If something worries you, see:',
  safety: 'stop signs and who to call',
  privacy: 'What we keep and why',
  me: 'Your page: pause, change your day, choose an easier week',
  meShort: 'Pause, or your page',
  worse: 'My calf got worse',
  unsubscribe: 'Unsubscribe from all mails',
  unsubscribeShort: 'Unsubscribe',
  review: 'The content of this course awaits review by a clinician.',
  notYou: 'If you did not ask for this, ignore it. Without your click nothing more is sent.',
} as const;

export const band = (label: string): Html => kit.band({ brand: BRAND, label });
/** "Week 3 · Build" */
export const weekLabel = (week: number | null, phase: string | null = null): string =>
  [week === null ? '' : `Week ${week}`, phase ?? ''].filter((w) => w !== '').join(' · ');

interface Links {
  readonly label: string;
  /** In the HTML, where two links share a line of a phone. */
  readonly short: string;
  readonly url: string;
}
function ownLinks(frame: MailFrame): readonly Links[] {
  const { worse, me, unsubscribe } = frame.links;
  return [
    ...(worse === null ? [] : [{ label: WORDS.worse, short: WORDS.worse, url: worse }]),
    ...(me === null ? [] : [{ label: WORDS.me, short: WORDS.meShort, url: me }]),
    ...(unsubscribe === null
      ? []
      : [{ label: WORDS.unsubscribe, short: WORDS.unsubscribeShort, url: unsubscribe }]),
  ];
}
function extraLines(frame: MailFrame): readonly string[] {
  return [
    ...(frame.kind === 'confirm' ? [WORDS.notYou] : []),
    ...(frame.awaitingReview ? [WORDS.review] : []),
  ];
}

export function foot(frame: MailFrame): Html {
  return kit.foot({
    education: [WORDS.education, ...extraLines(frame)].join(' '),
    noReplies: WORDS.noReplies,
    safetyLabel: WORDS.safety,
    safetyUrl: frame.links.safety,
    operator: `Sent by ${frame.operator.name}`,
    postal: frame.operator.postal,
    privacyLabel: WORDS.privacy,
    privacyUrl: frame.links.privacy,
    footLink: join(ownLinks(frame).map(({ short, url }) => kit.footLink({ label: short, url }))),
  });
}

/** `-- ` (RFC 3676 §4.3) and everything that is no part of the message. */
export function signature(frame: MailFrame): string {
  const body = [
    para(WORDS.education),
    link(`${WORDS.noReplies} ${WORDS.safety}`, frame.links.safety),
    ...extraLines(frame).map(para),
    para(`Sent by ${frame.operator.name}, ${frame.operator.postal}`),
    link(WORDS.privacy, frame.links.privacy),
    ...ownLinks(frame).map((own) => link(own.label, own.url)),
  ];
  return ['-- ', ...body].join('\n');
}

/** The plain text: title, the parts, the signature. */
export function plainText(title: string, frame: MailFrame, ...parts: readonly (string | null)[]): string {
  return `${sections(para(title), ...parts, signature(frame))}\n`;
}

/** The page of every question that a reply may ask. */
export const questionsUrl = ({ links }: Pick<MailFrame, 'links'>): string =>
  new URL('/questions', links.site).href;
