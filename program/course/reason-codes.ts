/** Why something was decided, as codes. The words live in curriculum/<locale>/reasons.yaml. */
/** The rows of the decision table, in its order. */
export const RULE_IDS = [
  'AD-01',
  'AD-02',
  'AD-03',
  'AD-04',
  'AD-05',
  'AD-06',
  'AD-07',
  'AD-08',
  'AD-09',
  'AD-10',
  'AD-11',
  'AD-12',
  'AD-13',
  'AD-14',
  'AD-15',
  'AD-16',
  'AD-17',
  'AD-18',
  'AD-18b',
  'AD-18c',
  'AD-19',
  'AD-20',
  'AD-21',
  'AD-22',
] as const;

/** One code per rule row, per modifier, per held gate; the registry of words is exhaustive over it. */
export const REASON_CODES = [
  ...RULE_IDS,
  'MD-1',
  'MD-2',
  'MD-3',
  'MD-4',
  'MD-5',
  'MD-6',
  'MD-7',
  'MD-10',
  'MD-11',
  'MD-12',
  'MD-13',
  'MD-14',
  /** silence and incomplete answers (docs/clinical-rules.md §9.5) */
  'silence',
  /** no answer, but the runner did something else in that week */
  'silence-heard',
  'burst',
  'incomplete',
  'fever',
  /** what moved and what did not */
  'strength-up',
  'strength-down',
  'strength-same',
  'running-up',
  'running-down',
  'running-same',
  'only-strength-moves',
  'strength-test-missing',
  'strength-test-pain',
  'test-waits',
  /** a test passed at most fourteen days ago opened the step (docs/clinical-rules.md §12 A23) */
  'test-remembered',
  /** the number of raises says less than the tick (docs/clinical-rules.md §12 A17) */
  'raises-below-other',
  'raises-below-target',
  /** the stiffness of the morning was not told (docs/clinical-rules.md §12 A12) */
  'stiffness-missing',
  'run-test-missing',
  'run-test-pain',
  'runs-missing',
  'level-weeks-not-served',
  'early-after-sudden',
  /** why strength goes no further, each with its own way out (docs/clinical-rules.md §12 A10) */
  'capped-long-pain',
  'capped-until-seen',
  'capped-no-raise',
  'capped-one-raise',
  'capped-unproved-raise',
  'capped-medicine',
  'no-progress-after-break',
  /** the list of stop signs beside unread words was left open (docs/clinical-rules.md §12 A4) */
  'words-open',
  /** a race: nothing rises in the week before it, no running after it (docs/clinical-rules.md §12 A16) */
  'race-week',
  'race-after',
  'floor-reached',
  'rk-eased',
  'rk-to-ladder',
  'foot-core-eased',
  /** pain at the heel bone: stretches and hops return, or wait again (docs/clinical-rules.md §9.2) */
  'heel-bone-calm',
  'heel-bone-sore',
  /** why running waits although its test passed, and RK's longer longest run */
  'run-level-needed',
  'run-level-reached',
  'run-after-regress',
  'running-needs-calm',
  'rk-up',
  /**
   * RK: three raises, then a week that stays; the usual longest run is reached; both measures of a run too
   * long (docs/clinical-rules.md §12 A5, A6)
   */
  'rk-level-week',
  'rk-usual',
  'rk-spike',
  /** pain in strength work alone: what to change (docs/clinical-rules.md §12 A14) */
  'strength-only',
  /**
   * what is still open before the end of the course, each with its numbers (docs/clinical-rules.md §12 A15)
   */
  'mark-running',
  'mark-raises',
  'mark-symmetry',
  'mark-foot-core',
  'mark-calm',
  /** the runner's own choice and the start */
  'chose-easier',
  'chose-repeat',
  'start',
  'start-sudden',
  'start-physio',
  /**
   * run pain of 3 to 5: a few days off first (S-22); the tendon that keeps running (docs/clinical-rules.md
   * §12 A12)
   */
  'start-rest-first',
  'start-tendon',
  /**
   * a journey without a change, or a clot risk beside pain from exercise (docs/clinical-rules.md §12 A1, A2)
   */
  'watch-leg',
  /** answers left open were read the safest way (docs/clinical-rules.md §12, blank answers) */
  'blank-careful',
  'contradiction',
  'returned',
  'flare',
  'course-extended',
  'relapse',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
