/**
 * What no view may bring along: holes, numbers that are none, control characters, a person's name over two
 * lines.
 */
import type { MailView } from '../views/mail/views.ts';

const BREAK = /[\r\n\u2028\u2029]/;

/** A control character other than tab and line breaks. */
function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 ? code !== 0x0a && code !== 0x0d && code !== 0x09 : code >= 0x7f && code <= 0x9f)
      return true;
  }
  return false;
}

/**
 * What is wrong with the first bad value and the path to it; null when all is well. Paths are put together on
 * the way back only.
 */
function walk(value: unknown): readonly [path: string, wrong: string] | null {
  if (typeof value === 'string') return hasControl(value) ? ['', 'has a control character'] : null;
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : ['', 'is no finite number'];
  if (typeof value !== 'object') return ['', 'is missing'];
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const found = walk(value[at]);
      if (found !== null) return [`.${at}${found[0]}`, found[1]];
    }
    return null;
  }
  for (const key in value) {
    const found = walk((value as Readonly<Record<string, unknown>>)[key]);
    if (found !== null) return [`.${key}${found[0]}`, found[1]];
  }
  return null;
}
function demandWhole(value: unknown, name: string): void {
  const found = walk(value);
  if (found !== null) throw new TypeError(`mail view: ${name}${found[0]} ${found[1]}`);
}

/** Throws TypeError with the path of the first bad field. */
export function checkView(view: MailView): void {
  demandWhole(view.frame, 'frame');
  demandWhole(view.body, 'body');
  const { frame, body } = view;
  if (frame.kind !== body.kind)
    throw new TypeError(`mail view: frame.kind is ${frame.kind} and body.kind is ${body.kind}`);
  for (const [path, value] of [
    ['frame.firstName', frame.firstName],
    ['frame.operator.name', frame.operator.name],
    ['frame.operator.postal', frame.operator.postal],
  ] as const) {
    if (value !== null && BREAK.test(value)) throw new TypeError(`mail view: ${path} has a line break`);
  }
  if (frame.kind !== 'confirm' && frame.kind !== 'already' && frame.links.unsubscribe === null)
    throw new TypeError('mail view: frame.links.unsubscribe is missing');
}
