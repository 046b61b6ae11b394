/**
 * What triage looks at: the answers of an intake, of a check-in or of a report of worse, and what is known
 * from before.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { Condition, IntakeAnswers, NextDay, RedFlag, SinceSign } from '../answers/intake.ts';

/** What a row may look at. Questions that were not asked are null (or empty for lists, false for `early`). */
export interface TriageFacts {
  readonly redFlags: readonly RedFlag[];
  /** At a check-in: only those that are new since the intake. */
  readonly conditions: readonly Condition[];
  /** `prevent` only when really nothing hurts; otherwise the answer is read as pain. */
  readonly intent: IntakeAnswers['intent'];
  readonly side: IntakeAnswers['side'] | null;
  readonly site: IntakeAnswers['site'];
  readonly hurtsWhen: IntakeAnswers['hurtsWhen'];
  readonly clotRisk: IntakeAnswers['clotRisk'];
  readonly painAverage: number | null;
  readonly painWorst: number | null;
  /** Pain in the runs of the last fourteen days (S-37). */
  readonly painRunning: number | null;
  readonly calfSince: IntakeAnswers['calfSince'];
  /**
   * Ticked at an earlier question, at most 28 days ago: asked about again, not ticked again
   * (docs/clinical-rules.md §12 A1).
   */
  readonly standing: readonly SinceSign[];
  /**
   * Average or worst two points or more above the last answer, or sore for longer than a day for the first
   * time.
   */
  readonly worsened: boolean;
  readonly twoLegRaise: IntakeAnswers['twoLegRaise'];
  readonly singleLegRaise: IntakeAnswers['singleLegRaise'];
  readonly strainLast12m: IntakeAnswers['strainLast12m'] | null;
  readonly sudden: boolean;
  /** Days since the pain began; null = never told. */
  readonly onsetDays: number | null;
}

const NOTHING: TriageFacts = {
  redFlags: [],
  conditions: [],
  intent: 'pain',
  side: null,
  site: null,
  hurtsWhen: null,
  clotRisk: null,
  painAverage: null,
  painWorst: null,
  painRunning: null,
  calfSince: null,
  standing: [],
  worsened: false,
  twoLegRaise: null,
  singleLegRaise: null,
  strainLast12m: null,
  sudden: false,
  onsetDays: null,
};

/** Page 1 of the intake alone: everything else is not asked yet. */
export const factsOfSafety = (answers: Pick<IntakeAnswers, 'redFlags' | 'conditions'>): TriageFacts => ({
  ...NOTHING,
  redFlags: answers.redFlags,
  conditions: answers.conditions,
});

/**
 * What is known of the runner when a later answer is looked at. `before` null = nothing: any pain of 2 or
 * more counts as a rise.
 */
export interface KnownBefore {
  readonly conditions: readonly Condition[];
  readonly site: IntakeAnswers['site'];
  readonly before: {
    readonly average: number;
    readonly worst: number | null;
    readonly nextDay: NextDay | null;
    /** Ticks that still count, whose answer is asked for again. */
    readonly standing: readonly SinceSign[];
  } | null;
}

/** Two points on the scale are a change that people notice (Salaffi2004). */
const RISE = 2;
const hasRisen = (now: number | null, before: number | null): boolean =>
  now !== null && now - (before ?? 0) >= RISE;

/** A check-in: new conditions only, the site the intake named, and what changed since the last answer. */
export const factsOfCheckIn = (
  answers: Pick<
    CheckInAnswers,
    'redFlags' | 'conditions' | 'painAverage' | 'painWorst' | 'nextDay' | 'calfSince' | 'singleLegRaise'
  >,
  known: KnownBefore,
): TriageFacts => ({
  ...NOTHING,
  redFlags: answers.redFlags ?? [],
  conditions: (answers.conditions ?? []).filter((c) => !known.conditions.includes(c)),
  site: known.site,
  painAverage: answers.painAverage,
  painWorst: answers.painWorst,
  calfSince: answers.calfSince,
  // Asked only after a report of worse, so a leg that does not rise is a new weakness.
  singleLegRaise: answers.singleLegRaise,
  sudden: answers.singleLegRaise !== null,
  standing: known.before?.standing ?? [],
  worsened:
    hasRisen(answers.painAverage, known.before?.average ?? null) ||
    hasRisen(answers.painWorst, known.before?.worst ?? null) ||
    (answers.nextDay === 'longer' && known.before?.nextDay !== 'longer'),
});
