/**
 * What one mail is for, as data: its kind, and what tells it from every other mail of that kind. The key of an
 * occasion names the mail for ever (docs/architecture.md §7); nothing is read back from a key.
 */
import * as z from 'zod';
import { LETTERS, type Letter } from '../course/letters.ts';
import { type AskedCard, askedCard } from '../curriculum/asked-card.ts';
import type { MailKind } from './mail-kinds.ts';

/** What an acknowledgement of a reply says. */
export const ACK_CODES = [
  'answered',
  'kept',
  'closed',
  'enough',
  'paused',
  'completed',
  'stopped',
  'not-started',
  'help',
  'worse',
  'running',
  'resumed',
  'chosen',
  'sender',
  'unread',
  'card',
  'signs',
  'link',
] as const;
export type AckCode = (typeof ACK_CODES)[number];

/** Days after a stop on which a mail asks whether the leg was seen (docs/clinical-rules.md §6.1.3). */
export const CLEARANCE_DAYS = [3, 14] as const;

/** What a mail has to know beyond its kind and week. */
export const about = z.discriminatedUnion('of', [
  /**
   * `unproved`: it answers a sender who was not proved, out of a budget of its own. `cards`: reviewed answers
   * in it.
   */
  z
    .strictObject({
      of: z.literal('reply'),
      says: z.enum(ACK_CODES),
      unproved: z.literal(true).optional(),
      cards: z.array(askedCard).readonly().optional(),
    })
    .readonly(),
  z.strictObject({ of: z.literal('question'), unproved: z.literal(true) }).readonly(),
  /** Words that nobody could read, quoted with the list of stop signs (docs/clinical-rules.md §12 A4). */
  z.strictObject({ of: z.literal('words') }).readonly(),
  /** A line of the list of stop signs that stood alone in a reply: the list is asked. */
  z.strictObject({ of: z.literal('line') }).readonly(),
  /** A link that proves the mailbox: of the address on file, or of the one that is to take its place. */
  z.strictObject({ of: z.literal('request'), mailbox: z.enum(['known', 'new']) }).readonly(),
  z.strictObject({ of: z.literal('clearance'), day: z.literal(CLEARANCE_DAYS) }).readonly(),
  /** A round of maintenance: its mail asks how it went. */
  z.strictObject({ of: z.literal('round') }).readonly(),
  /** A letter worth keeping, in the place of the week's second lesson (BC-7). */
  z.strictObject({ of: z.literal('letter'), letter: z.enum(LETTERS) }).readonly(),
  /** The year of maintenance is over. */
  z.strictObject({ of: z.literal('year') }).readonly(),
]);
export type About = z.infer<typeof about>;

/** `n` = the participant's counter, where the same kind can come twice in a week. */
export type Occasion =
  | { readonly kind: 'start' }
  | { readonly kind: 'confirm' | 'already' | 'safety' | 'flare' | 'paused'; readonly n: number }
  | { readonly kind: 'question'; readonly n: number; readonly unproved?: true }
  /**
   * The mail about unread words of a week, or with `n` about a line of the list that stood alone; asked a
   * second time at most.
   */
  | { readonly kind: 'words'; readonly week: number; readonly nth: 1 | 2 }
  | { readonly kind: 'words'; readonly n: number; readonly nth: 1 | 2 }
  | {
      readonly kind: 'plan' | 'lesson' | 'check-in' | 'reminder' | 'silent';
      readonly week: number;
      readonly n?: number;
    }
  | { readonly kind: 'letter'; readonly week: number; readonly letter: Letter }
  | { readonly kind: 'decision'; readonly week: number; readonly nth: number }
  | {
      readonly kind: 'ack';
      readonly says: AckCode;
      readonly n: number;
      readonly unproved?: true;
      readonly cards?: readonly AskedCard[];
    }
  | { readonly kind: 'request'; readonly mailbox: 'known' | 'new'; readonly n: number }
  | { readonly kind: 'links'; readonly n: number }
  | { readonly kind: 'clearance'; readonly day: (typeof CLEARANCE_DAYS)[number]; readonly n: number }
  | { readonly kind: 'graduation'; readonly n?: number }
  | { readonly kind: 'round' | 'settled'; readonly week: number }
  | { readonly kind: 'closed' | 'year' };

/** The name, kind and facts of the mail of an occasion. */
export interface MailName {
  readonly occasion: string;
  readonly kind: MailKind;
  readonly n?: number;
  readonly about?: About;
}

const numbered = (key: string, n: number | undefined): string => (n === undefined ? key : `${key}-n${n}`);
const withN = (n: number | undefined): { readonly n?: number } => (n === undefined ? {} : { n });

/** The mails that answer a reply. */
function answerName(occasion: Extract<Occasion, { kind: 'ack' | 'question' }>): MailName {
  const { kind, n } = occasion;
  const by = occasion.unproved === undefined ? {} : { unproved: occasion.unproved };
  if (occasion.kind === 'question') {
    const about = occasion.unproved === undefined ? {} : { about: { of: 'question', ...by } as About };
    return { occasion: numbered(kind, n), kind, n, ...about };
  }
  const { says, cards } = occasion;
  const asked = cards === undefined ? {} : { cards };
  return { occasion: numbered(`ack-${says}`, n), kind, n, about: { of: 'reply', says, ...by, ...asked } };
}

/** The mails that ask the list of stop signs. */
function listName(occasion: Extract<Occasion, { kind: 'words' }>): MailName {
  const { nth } = occasion;
  if (!('n' in occasion))
    return { occasion: `w${occasion.week}-words-${nth}`, kind: 'question', about: { of: 'words' } };
  const { n } = occasion;
  return { occasion: numbered(`line-${nth}`, n), kind: 'question', n, about: { of: 'line' } };
}

function requestName({ mailbox, n }: Extract<Occasion, { kind: 'request' }>): MailName {
  const [key, kind] = mailbox === 'new' ? (['move', 'confirm'] as const) : (['fresh', 'fresh'] as const);
  return { occasion: numbered(key, n), kind, n, about: { of: 'request', mailbox } };
}

/**
 * Names the mail of an occasion.
 *
 * @example { kind: 'ack', says: 'help', n: 4 } is `ack-help-n4`, a mail of the kind `ack`
 */
export function mailName(occasion: Occasion): MailName {
  switch (occasion.kind) {
    case 'start':
    case 'closed':
      return { occasion: occasion.kind, kind: occasion.kind };
    case 'year':
      return { occasion: 'closed-year', kind: 'closed', about: { of: 'year' } };
    case 'decision':
      return { occasion: `w${occasion.week}-decision-${occasion.nth}`, kind: 'decision' };
    case 'ack':
    case 'question':
      return answerName(occasion);
    case 'words':
      return listName(occasion);
    case 'request':
      return requestName(occasion);
    case 'links':
      return { occasion: numbered('links', occasion.n), kind: 'fresh', n: occasion.n };
    case 'clearance': {
      const { day, n } = occasion;
      return {
        occasion: numbered(`clearance-${day}`, n),
        kind: 'clearance',
        n,
        about: { of: 'clearance', day },
      };
    }
    case 'letter': {
      const { week, letter } = occasion;
      return {
        occasion: `w${week}-letter-${letter}`,
        kind: 'milestone',
        about: { of: 'letter', letter },
      };
    }
    case 'round':
      return { occasion: `w${occasion.week}-maintenance`, kind: 'maintenance', about: { of: 'round' } };
    case 'settled':
      return { occasion: `w${occasion.week}-settled`, kind: 'maintenance' };
    case 'confirm':
    case 'already':
    case 'safety':
    case 'flare':
    case 'paused':
    case 'graduation':
      return { occasion: numbered(occasion.kind, occasion.n), kind: occasion.kind, ...withN(occasion.n) };
    default:
      return {
        occasion: numbered(`w${occasion.week}-${occasion.kind}`, occasion.n),
        kind: occasion.kind,
        ...withN(occasion.n),
      };
  }
}
