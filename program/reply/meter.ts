/**
 * Counts the work of the readers, in characters or tokens looked at, so that a test can show it grows no
 * faster than the mail. The one thing in this folder that is written to.
 */
export interface Meter {
  steps: number;
}

/** A meter that has counted nothing. */
export const newMeter = (): Meter => ({ steps: 0 });

/** Adds `steps` when a meter is given. */
export const count = (meter: Meter | undefined, steps: number): void => {
  if (meter !== undefined) meter.steps += steps;
};

/** A mail is read this far (characters); what lies behind is never looked at (docs/architecture.md §9.5). */
export const MAX_TEXT = 262_144;
/** And this many lines. */
export const MAX_LINES = 6_000;
/** Of one line, this much decides what it is. No pattern ever runs on more. */
export const MAX_LINE = 300;
/** Of the new text, this much is read for stop signs, commands and numbers: its head and its tail. */
export const MAX_NEW = 12_000;
/**
 * Longer new text than this is no answer in numbers; stop signs are still looked for
 * (docs/architecture.md §9.7).
 */
export const MAX_ANSWER = 600;
