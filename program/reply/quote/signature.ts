/**
 * Footers of devices and the way people close a letter. What is taken off is kept apart: stop signs are
 * looked for in it all the same.
 */

import { folded } from '../lines.ts';
import { DEVICE_FOOTERS, SIGN_OFFS } from '../words/mail.ts';
import { isRule } from './header-block.ts';

const FOOTER_CHARS = 120;
/** Name, role, company, street, telephone: no more lines than that. */
const LINES_AFTER = 5;
const SIGN_OFF_CHARS = 40;
const CLOSERS: ReadonlySet<string> = new Set(SIGN_OFFS);

/** `-- ` of RFC 3676 §4.3, its forgetful cousins, or a rule. */
export const isSignatureMark = (line: string): boolean =>
  /^\s*(?:--|—|––)\s*$/.test(line.slice(0, 20)) || isRule(line);

export const isDeviceFooter = (line: string): boolean => {
  if (line.length > FOOTER_CHARS) return false;
  const text = folded(line);
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
