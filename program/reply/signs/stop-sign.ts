/** The shape of one stop sign in words; the words themselves are in words/stop-signs.ts. */
import type { RedFlag } from '../../answers/intake.ts';

export interface StopSign {
  readonly flag: RedFlag;
  readonly patterns: readonly string[];
  /**
   * Words that give the first word another meaning when they follow it directly, or stand up to three words
   * before it.
   */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** The first word is itself a "cannot": a "not" before it does not undo it. */
  readonly negative?: true;
  /** "It has gone" undoes it. Never for what an emergency or a tear leaves behind (TR-E1, TR-D5). */
  readonly passes?: true;
  /** Breathlessness "that is not just from exercise" (TR-E1). */
  readonly exercise?: true;
}
