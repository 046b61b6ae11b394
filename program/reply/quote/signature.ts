/**
 * Footers of devices and the way people close a letter. What is taken off is kept apart: stop signs are
 * looked for in it all the same.
 */

import { folded } from '../lines.ts';
import { isBodily } from '../unread/unread.ts';
import { DEVICE_FOOTERS, SIGN_OFFS } from '../words/footers.ts';
import { isRule } from './header-block.ts';
import { wordsOnly } from './tokens.ts';

const FOOTER_CHARS = 120;
/** Name, role, company, street, telephone: no more lines than that. */
const LINES_AFTER = 5;
const SIGN_OFF_CHARS = 40;
const CLOSERS: ReadonlySet<string> = new Set(SIGN_OFFS);

/** `-- ` of RFC 3676 §4.3, its forgetful cousins, or a rule. */
export const isSignatureMark = (line: string): boolean =>
  /^\s*(?:--|—|––)\s*$/.test(line.slice(0, 20)) || isRule(line);

/** Links and what holds them are no part of a footer's words: "Mail<https://…> for Windows". */
const withoutLinks = (line: string): string =>
  line.replace(/[<([]?(?:https?:|mailto:|www\.)[^\s<>)\]]*[>)\]]?/gi, ' ').replace(/\s+/g, ' ');

/** True of a line that a mail program writes under a mail ("Sent from my …"), links left aside. */
export const isDeviceFooter = (line: string): boolean => {
  const bare = line.length > 2 * FOOTER_CHARS ? line : withoutLinks(line);
  if (bare.length > FOOTER_CHARS) return false;
  const text = folded(bare);
  return (
    text !== '' && DEVICE_FOOTERS.some(([start, holds]) => text.startsWith(start) && text.includes(holds))
  );
};

const isSignOff = (line: string): boolean =>
  line.length <= SIGN_OFF_CHARS &&
  CLOSERS.has(
    folded(line)
      .replace(/[\s,.!;:。、)(🙂👍-]+$/u, '')
      .trim(),
  );

const isName = (line: string): boolean =>
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]{0,30}[ ,|]{0,3}){1,5}$/u.test(line.trim());
const isContact = (line: string): boolean =>
  line.length <= FOOTER_CHARS &&
  /^[\p{Lu}\p{Lo}+(]/u.test(line.trim()) &&
  /@|www\.|https?:|\d{4}|\d \d|tel|fax|[|,]/i.test(line);

/** "10 High Street": a house number before a capital; only below a name. */
const isStreet = (line: string): boolean =>
  line.length <= FOOTER_CHARS && /^\d{1,5}[a-z]? \p{Lu}\p{L}{2,}/u.test(line.trim());

/**
 * Letters are signed at the end: a sign-off with nothing below it but a name and how to reach it. Never the
 * first words of a mail.
 */
export function signOffAt(lines: readonly string[]): number {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  for (let k = Math.max(1, filled.length - LINES_AFTER - 1); k < filled.length; k++) {
    const at = filled[k] ?? 0;
    if (!isSignOff(lines[at] ?? '')) continue;
    const after = filled.slice(k + 1).map((index) => lines[index] ?? '');
    const [name, ...rest] = after;
    if (name === undefined) return at;
    if (
      (isName(name) || isContact(name)) &&
      rest.every((line) => isName(line) || isContact(line) || isStreet(line))
    )
      return at;
  }
  return lines.length;
}

/**
 * Makers and mail apps that sign a footer in any language; with them a short line below the answer is a
 * footer.
 */
const BRAND =
  /iphone|ipad|android|samsung|galaxy|huawei|xiaomi|redmi|oppo|oneplus|pixel|nokia|motorola|xperia|fairphone|blackberry|outlook|windows|yahoo|gmail|hotmail|icloud|proton|tutanota|thunderbird|mailbird|blue ?mail|k-9|gmx|web\.de|yandex|mail\.ru|zoho|fastmail|superhuman|mailspring|airmail|aol\b/i;
const MOST_FOOTER_WORDS = 10;
/** Sentences of law firms and virus scanners; what stands below them is theirs too. */
const DISCLAIMER =
  /confidential|intended (?:only )?(?:recipient|for)|privileged|disclaimer|vertraulich|confidencial|confidentiel|vertrouwelijk|riservat|poufn|konfidentiell|virus-?free|virenfrei|avast|avg\b|consider the environment|before printing|umwelt|registered (?:in|office|number)|company (?:no|number)/i;
const PLACE_OR_ROLE = new RegExp(
  [
    String.raw`\b(?:floor|flat|apt|apartment|suite|unit|room|building|street|road|avenue|lane|house`,
    '|stra(?:ß|ss)e|weg|platz',
    '|rue|calle|via|rua|ulica|gatan|ltd|llc|inc|gmbh|plc|bv|ab|s\\.?a|partners?|directors?|managers?',
    '|engineer(?:s|ing)?|consultant(?:s|ing)?|tel(?:ephone|efon|efax)?|phone|mobile?|mob|fax',
    String.raw`)\b|\b[mt]:`,
  ].join(''),
  'i',
);
/** "Hello", "Dear coach,": what comes next is not signed, and nothing was said yet. */
const GREETING = /^\W*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening))\b/i;
const MOST_GREETING_WORDS = 4;
const isGreeting = (line: string): boolean =>
  GREETING.test(line) && line.trim().split(/\s+/).length <= MOST_GREETING_WORDS && !/[?!.].*\S/.test(line);
/** Asked, or said of oneself or to us: no line of a signature, however it is capitalised. */
const IS_SAID = /\b(?:i(?!\.)|i'?[md]|my|you|your|is|was|how|when|what|why)\b|\?\s*$/i;
/** Words of an answer: a line with one of them is no signature. */
const ANSWER_WORDS =
  /\b(?:pain|average|worst|did|ran|run|sessions?|morning|painkillers?|signs?|tests?|fine|stop|help|pause|resume|worse|easier|repeat|yes|no|ok|calm|raises)\b/i;

const isFullName = (line: string): boolean =>
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}[ ,]{1,2}){1,4}\p{Lu}[\p{L}\p{M}.'’-]{0,30}\.?$/u.test(line.trim());
const startsWithName = (line: string): boolean =>
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30} ?){1,4}\s?[|·•,/–—-]\s?\S/u.test(line.trim()) && PLACE_OR_ROLE.test(line);
const isSaid = (line: string): boolean => GREETING.test(line) || IS_SAID.test(line);
const mayBeTheirs = (line: string): boolean =>
  line.length <= 2 * FOOTER_CHARS &&
  !ANSWER_WORDS.test(line) &&
  !wordsOnly(line).some((word) => isBodily(word) && !PLACE_OR_ROLE.test(word));
const isNamed = (line: string): boolean =>
  (isFullName(line) || startsWithName(line)) && mayBeTheirs(line) && !isSaid(line);
/** A line of a footer or an introduction that is worth reading for stop signs. */
export const mayTellOfBody = (line: string): boolean => !mayBeTheirs(line);
const isOfSignature = (line: string): boolean =>
  mayBeTheirs(line) &&
  !isSaid(line) &&
  (isName(line) || isContact(line) || isStreet(line) || PLACE_OR_ROLE.test(line));

const isBrandFooter = (line: string): boolean => {
  const bare = withoutLinks(line);
  return (
    BRAND.test(bare) &&
    mayBeTheirs(line) &&
    bare.split(/\s+/).length <= MOST_FOOTER_WORDS &&
    !/\b(?:i|my|me)\b/i.test(bare)
  );
};

/**
 * Where a signature or footer without a mark begins: a full name with its roles and places below what was
 * said, a line that names a mail app, a disclaimer. Not the first words of a reply (`isLater` = something was
 * said above) unless they are a name with its role; never a line with a word of the body or of an answer.
 */
export function signatureAt(lines: readonly string[], isLater: boolean): number {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  for (let k = Math.max(0, filled.length - 12); k < filled.length; k++) {
    const line = lines[filled[k] ?? 0] ?? '';
    // Alone in a reply with nothing typed a signature still says its roles and places behind the name.
    const above = filled.slice(0, k).map((index) => lines[index] ?? '');
    if (!isLater && above.every(isGreeting) && !startsWithName(line)) continue;
    const after = filled.slice(k + 1).map((index) => lines[index] ?? '');
    const named = isNamed(line) && after.every(isOfSignature);
    const footer =
      isBrandFooter(line) && after.every((later) => isOfSignature(later) || isBrandFooter(later));
    const aloneAbove = k > 0 && (lines[(filled[k] ?? 0) - 1] ?? '').trim() === '';
    if (named || footer || (DISCLAIMER.test(line) && aloneAbove && line.length > 40))
      return filled[k] ?? lines.length;
  }
  return lines.length;
}
