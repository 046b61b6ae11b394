/**
 * One line of JSON for each thing worth knowing. Only allow-listed fields get out, so that no address, name,
 * answer or sentence of a person can: a wrong field does not compile, and one that slips past the compiler is
 * dropped here (docs/architecture.md §19.1).
 */
import type { Log, LogFields } from './ports.ts';

type Allowed = { readonly [K in keyof Required<LogFields>]: 'code' | 'number' };
const ALLOWED: Allowed = {
  fn: 'code',
  participantId: 'code',
  commandId: 'code',
  command: 'code',
  occasion: 'code',
  kind: 'code',
  attempt: 'number',
  outcome: 'code',
  code: 'code',
  error: 'code',
  why: 'code',
  bounce: 'code',
  messageId: 'code',
  status: 'number',
  route: 'code',
  shard: 'number',
  count: 'number',
  due: 'number',
  rev: 'number',
  ms: 'number',
};
const MAX_LENGTH = 200;
/** Cut before anything is searched, at the end of a word: half a token would no longer look like one. */
const MAX_READ = 600;

/**
 * A text that must never be read: it prints, joins and serialises as a mark. `reveal` is the one way to it.
 */
export interface Redacted {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}
/** A text that prints as `[redacted]` wherever it is logged; `reveal` alone gives it back. */
export const redacted = (text: string): Redacted =>
  Object.freeze({ reveal: () => text, toString: () => '[redacted]', toJSON: () => '[redacted]' });

/**
 * Anything that looks like an address or a link goes, whatever field it came in; error texts of libraries
 * quote what they were given.
 */
export const scrub = (text: string): string =>
  (text.length > MAX_READ ? text.slice(0, MAX_READ).replace(/\S{1,200}$/, '') : text)
    .replace(/\S*@\S*/g, '[address]')
    .replace(/https?:\/\/\S+/g, '[link]')
    .replace(/[A-Za-z0-9_-]{46}/g, '[token]')
    .slice(0, MAX_LENGTH);

function allowed(fields: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    const type = Object.hasOwn(ALLOWED, name) ? ALLOWED[name as keyof LogFields] : undefined;
    if (type === 'number' && typeof value === 'number') kept[name] = value;
    if (type === 'code' && typeof value === 'string') kept[name] = scrub(value);
  }
  return kept;
}

/** A log whose every line carries `base`; `write` is standard output unless given. */
export function makeLog(
  base: LogFields = {},
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Log {
  const line =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      write(JSON.stringify({ level, message: scrub(message), ...allowed({ ...base, ...fields }) }));
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
