/** Every kind of mail (docs/contract.md §3) with its promise (docs/architecture.md §7) and who caused it. */
export const MAIL_KINDS = [
  'confirm',
  'already',
  'start',
  'plan',
  'lesson',
  'check-in',
  'reminder',
  'decision',
  'flare',
  'safety',
  'paused',
  'silent',
  'clearance',
  'ack',
  'question',
  'fresh',
  'milestone',
  'graduation',
  'maintenance',
  'closed',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** at-least-once · once (at most once plus evidence) · at-most-once (docs/architecture.md §7). */
export type SendPromise = 'at-least-once' | 'once' | 'at-most-once';
export const PROMISES: Readonly<Record<MailKind, SendPromise>> = {
  confirm: 'at-most-once',
  already: 'at-most-once',
  start: 'once',
  plan: 'once',
  lesson: 'once',
  'check-in': 'once',
  reminder: 'at-most-once',
  decision: 'once',
  safety: 'at-least-once',
  paused: 'at-most-once',
  silent: 'at-most-once',
  flare: 'once',
  fresh: 'at-most-once',
  clearance: 'once',
  ack: 'at-most-once',
  question: 'at-most-once',
  milestone: 'at-most-once',
  graduation: 'once',
  maintenance: 'once',
  closed: 'at-most-once',
};

/**
 * Lower goes first when several are due (docs/architecture.md §7: safety > decision > check-in > plan >
 * lesson > reminder).
 */
export const PRIORITY: Readonly<Record<MailKind, number>> = {
  safety: 0,
  confirm: 1,
  already: 1,
  start: 1,
  flare: 1,
  fresh: 1,
  decision: 2,
  graduation: 2,
  paused: 2,
  closed: 2,
  clearance: 3,
  ack: 3,
  question: 3,
  'check-in': 4,
  maintenance: 4,
  plan: 5,
  lesson: 6,
  milestone: 7,
  silent: 8,
  reminder: 9,
};

/** Mails that carry exercise; none of them is ever claimed for a stopped participant. */
export const EXERCISE_KINDS: readonly MailKind[] = ['start', 'plan', 'decision'];

/**
 * Carries exercise as well, for those who finished the course and keep it up (docs/clinical-rules.md §9.11).
 */
export const MAINTENANCE_KIND: MailKind = 'maintenance';

/**
 * Mails that anybody with a link or the address can set off: at most three in 24 hours to one address
 * (docs/architecture.md §9.4).
 */
export const NOTICE_KINDS: readonly MailKind[] = ['confirm', 'already', 'fresh'];

/** What only a participant who is stopped can be told. */
export const STOP_KINDS: readonly MailKind[] = ['safety', 'clearance'];

/** Mails of a running course: a participant who is stopped, paused or gone gets none of them. */
export const COURSE_KINDS: readonly MailKind[] = [
  ...EXERCISE_KINDS,
  'lesson',
  'flare',
  'check-in',
  'reminder',
  'silent',
];
