/** Versions of what is stored, and the way from an old one to the present. */
import { assert } from '../../../../program/kernel/assert.ts';

/** Version of a `body` of the state. */
export const STATE_VERSION = 2;
/** Version of `events` in the journal. */
export const JOURNAL_VERSION = 1;
export type Upcast = (old: unknown) => unknown;
export type Steps = Readonly<Record<number, Upcast>>;

const same: Upcast = (old) => old;
/**
 * Of each part of a state: `n` turns a body of version n into one of version n + 1. A released version never
 * leaves this list.
 */
export const UPCASTS: Readonly<Record<'head' | 'course' | 'person', Steps>> = {
  /** 2: the move that made a revision stands in HEAD. */
  head: { 1: (old) => ({ ...(old as object), pending: null }) },
  course: { 1: same },
  person: { 1: same },
};

/**
 * Brings a stored body to the present version. Refuses a version from the future: then an old function meets
 * new data, and must not touch it.
 */
export function upcast(body: unknown, version: number, steps: Steps, target = STATE_VERSION): unknown {
  assert(
    Number.isInteger(version) && version >= 1 && version <= target,
    `stored version ${version} is one of 1 to ${target}`,
  );
  let current = body;
  for (let at = version; at < target; at += 1) {
    const step = steps[at];
    assert(step !== undefined, `there is a way from version ${at} to ${at + 1}`);
    current = step(current);
  }
  return current;
}

/**
 * A parser's own error quotes the letters around the fault, which may be a name or a key, and would end in a
 * log line.
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('a stored body is not JSON');
  }
}
