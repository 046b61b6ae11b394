/** What no view may bring along: holes, numbers that are none, control characters, a person's name over two lines. */
import type { MailView } from '../program/explain/views.ts';

const CONTROL = /\p{Cc}/u;
const BREAK = /[\r\n\u2028\u2029]/;

function walk(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (CONTROL.test(value.replace(/[\n\r\t]/g, ''))) throw new TypeError(`mail view: ${path} has a control character`);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`mail view: ${path} is no finite number`);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`);
  } else throw new TypeError(`mail view: ${path} is missing`);
}

/** Throws TypeError with the path of the first bad field. */
export function checkView(view: MailView): void {
  walk(view.frame, 'frame');
  walk(view.body, 'body');
  const { frame, body } = view;
  if (frame.kind !== body.kind) throw new TypeError(`mail view: frame.kind is ${frame.kind} and body.kind is ${body.kind}`);
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
