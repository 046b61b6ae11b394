/**
 * A broken assumption of ours, never of a participant: crash the invocation, send nothing. Kept on in
 * production.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}

/** Exhaustiveness: an unhandled case is a compile error, and a crash if it happens all the same. */
export function unreachable(value: never, what: string): never {
  throw new Error(`unhandled ${what}: ${JSON.stringify(value)}`);
}
