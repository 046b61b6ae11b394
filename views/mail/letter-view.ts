/** What a letter may know, and what it shares with plans and graduation. */
import type { Letter } from '../../program/course/letters.ts';
import type { Standing } from '../plan/standing.ts';

/**
 * What a person wrote, word for word, under a label of ours. Looks must escape and isolate `words`; nothing
 * else may read them.
 */
export interface OwnWords {
  readonly label: string;
  readonly words: string;
}

export interface PainPoint {
  readonly week: number;
  readonly average: number | null;
}

/** A letter worth keeping: what was told, what it means, and the way there in the person's own numbers. */
export interface LetterView {
  readonly kind: 'milestone';
  readonly letter: Letter;
  readonly title: string;
  /** Behind "Week 5:", on a lock screen. */
  readonly subject: string;
  /** The check-in that tells of it, with its day and numbers. */
  readonly told: string;
  readonly meaning: string;
  readonly next: string;
  readonly numbers: readonly string[];
  readonly painByWeek: readonly PainPoint[];
  readonly raises: Standing['raises'];
  /** What the person wanted to run for, in their own words; null = not told. */
  readonly goal: OwnWords | null;
  /** The plan stays as it is. */
  readonly unchanged: string;
  readonly meUrl: string;
}
