/**
 * Mail that a machine wrote is never an answer and is never answered (RFC 3834 §2;
 * docs/architecture.md §9.6).
 */
import { count, type Meter } from './meter.ts';
import {
  MACHINE_HEADERS,
  MACHINE_SUBJECTS,
  PRECEDENCES,
  REACTION_SUBJECTS,
  REACTION_TYPE,
  SYSTEM_SENDERS,
} from './words/automatic.ts';

export const AUTOMATIC_SIGNS = [
  'own-mail',
  'auto-submitted',
  'null-return-path',
  'report',
  'reaction',
  'machine-header',
  'precedence',
  'list',
  'system-sender',
  'subject',
] as const;
export type AutomaticSign = (typeof AUTOMATIC_SIGNS)[number];
export interface Automatic {
  readonly automatic: boolean;
  /** The strongest sign seen; null for a person's mail. `subject` alone is the weakest: only words say so. */
  readonly why: AutomaticSign | null;
}

const MAX_HEADERS = 300;
const MAX_VALUE = 998;
const MACHINES: ReadonlySet<string> = new Set(MACHINE_HEADERS);
const SENDERS: ReadonlySet<string> = new Set(SYSTEM_SENDERS);
const PRECEDENCE: ReadonlySet<string> = new Set(PRECEDENCES);

/** `r-` and 26 base-32 characters: only our own replies-to look so (docs/contract.md §3). */
const OUR_ADDRESS = /(?:^|<|\s)r-[a-z2-7]{26}@/;

const addressOf = (from: string): string =>
  (from.includes('<') ? from.slice(from.lastIndexOf('<') + 1) : from).trim();

/** RFC 3834 §5: the value without its parameters and comment. */
const firstWord = (value: string): string => value.split(/[;(\s]/, 1)[0]?.trim() ?? '';

const isEmptyPath = (path: string): boolean => path.trim() === '' || path.trim() === '<>';

function signOf(name: string, value: string): AutomaticSign | null {
  if (name === 'x-calf-kind') return 'own-mail';
  if (name === 'from' && OUR_ADDRESS.test(value)) return 'own-mail';
  if (name === 'auto-submitted')
    return firstWord(value) === 'no' || value.trim() === '' ? null : 'auto-submitted';
  if (name === 'return-path') return isEmptyPath(value) ? 'null-return-path' : null;
  if (name === 'content-type') {
    if (
      /^\s*(?:multipart\/report|message\/(?:delivery-status|feedback-report|disposition-notification))/.test(
        value,
      )
    )
      return 'report';
    return value.includes(REACTION_TYPE) ? 'reaction' : null;
  }
  if (MACHINES.has(name) || (name === 'x-post-messageclass' && value.includes('autoresponder')))
    return 'machine-header';
  if (name === 'delivered-to' && value.trim() === 'autoresponder') return 'machine-header';
  if (name === 'precedence') return PRECEDENCE.has(firstWord(value)) ? 'precedence' : null;
  if (name === 'list-id') return 'list';
  if (name === 'from')
    return SENDERS.has(addressOf(value).split('@', 1)[0]?.replace(/[._-]/g, '') ?? '')
      ? 'system-sender'
      : null;
  return null;
}

const saysSo = (subject: string): boolean => {
  const text = subject
    .normalize('NFKC')
    .slice(0, MAX_VALUE)
    .toLowerCase()
    // "[External] Re: Automatic reply": labels of gateways and answers to answers stand in front.
    .replace(/^(?:\s|\[[^\]]{1,30}\]|(?:re|aw|sv|antw|fw|fwd|tr|wg|external|extern|spam)\s?:)+/, '')
    .trim();
  if (REACTION_SUBJECTS.some((words) => text.includes(words))) return true;
  return MACHINE_SUBJECTS.some((words) => {
    if (!words.endsWith('$')) return text.startsWith(words);
    const phrase = words.slice(0, -1);
    return (
      text.startsWith(phrase) &&
      /^(?:\s*(?:$|[:,;!(–—-]|re\b|auto|until|till|from|\d))/.test(text.slice(phrase.length))
    );
  });
};

/**
 * Whether a machine wrote this mail, from its headers (name and decoded value, any case), the envelope sender
 * (`''` or `<>` = none was given, null = not known) and the subject. Looks at no more than `MAX_HEADERS`
 * headers of `MAX_VALUE` characters.
 */
export function readAutomatic(
  headers: readonly (readonly [name: string, value: string])[],
  returnPath: string | null,
  subject: string,
  meter?: Meter,
): Automatic {
  const signs = new Set<AutomaticSign>();
  for (const [name, value] of headers.slice(0, MAX_HEADERS)) {
    count(meter, Math.min(value.length, MAX_VALUE));
    const sign = signOf(name.slice(0, 80).trim().toLowerCase(), value.slice(0, MAX_VALUE).toLowerCase());
    if (sign !== null) signs.add(sign);
  }
  if (returnPath !== null && isEmptyPath(returnPath)) signs.add('null-return-path');
  count(meter, Math.min(subject.length, MAX_VALUE));
  if (saysSo(subject)) signs.add('subject');
  const why = AUTOMATIC_SIGNS.find((sign) => signs.has(sign)) ?? null;
  return { automatic: why !== null, why };
}
