/**
 * The routing table of docs/clinical-rules.md §6.4 and §6.5: one row per answer that raises something,
 * heaviest first. It only escalates; nothing in it reassures. docs/contract.md §2.1 gives each answer its
 * code.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { CONDITIONS, type Condition, type IntakeAnswers, type RedFlag } from '../answers/intake.ts';
import type { FindingCode, Route } from '../course/types.ts';

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
  readonly twoLegRaise: IntakeAnswers['twoLegRaise'];
  readonly singleLegRaise: IntakeAnswers['singleLegRaise'];
  readonly strainLast12m: IntakeAnswers['strainLast12m'] | null;
  readonly sudden: boolean;
  /** Days since the pain began; null = never told. */
  readonly onsetDays: number | null;
}

export interface TriageRow {
  readonly code: FindingCode;
  readonly route: Route | 'note';
  /** The form option that raises it; the words of a finding hang on it. */
  readonly answer: string;
  readonly asked: 'always' | 'intake' | 'check-in';
  readonly when: (facts: TriageFacts) => boolean;
}

/** S-37, AD-03: severe pain. */
export const SEVERE = 7;
/** TR-P1: more than six weeks. */
export const LONG_PAIN_DAYS = 42;
const EXCLUDED: readonly Condition[] = ['achillesRupture', 'fracture', 'otherMainPain'];
/**
 * Wells items among the conditions (docs/clinical-rules.md §6.3): a clot risk where pain did not clearly
 * start with exercise.
 */
const CLOT_CONDITIONS: readonly Condition[] = [
  'pregnant',
  'surgery12w',
  'clotHistory',
  'clottingDisorder',
  'cancer',
];

const flag = (
  code: FindingCode,
  route: Route,
  redFlag: RedFlag,
  but: (f: TriageFacts) => boolean = () => true,
): TriageRow => ({
  code,
  route,
  answer: `redFlags.${redFlag}`,
  asked: 'always',
  when: (f) => f.redFlags.includes(redFlag) && but(f),
});

const scores = (code: FindingCode, asked: 'intake' | 'check-in'): readonly TriageRow[] =>
  (['painAverage', 'painWorst'] as const).flatMap((field) =>
    [7, 8, 9, 10].map(
      (score): TriageRow => ({
        code,
        route: 'doctor',
        answer: `${field}.${score}`,
        asked,
        when: (f) => f[field] === score,
      }),
    ),
  );

const isTendon = (f: TriageFacts): boolean => f.site === 'achilles' || f.site === 'heelbone';
const hasFever = (f: TriageFacts): boolean => f.redFlags.includes('fever');
const hasClotRisk = (f: TriageFacts): boolean =>
  f.clotRisk === null ||
  f.clotRisk.length > 0 ||
  f.redFlags.includes('newMedicine') ||
  f.conditions.some((c) => CLOT_CONDITIONS.includes(c));

const intake = (
  code: FindingCode,
  route: Route | 'note',
  answer: string,
  when: (f: TriageFacts) => boolean,
): TriageRow => ({
  code,
  route,
  answer,
  asked: 'intake',
  when,
});

const EMERGENCY: readonly TriageRow[] = [
  flag('TR-E1', 'emergency', 'chest'),
  flag('TR-E2', 'emergency', 'numbCold'),
  flag('TR-E2', 'emergency', 'rockHard'),
  flag('TR-E3', 'emergency', 'numbCold'),
  flag('TR-E4', 'emergency', 'fever', (f) => f.redFlags.includes('swelling')),
  flag('TR-E5', 'emergency', 'saddle'),
  flag('TR-E6', 'emergency', 'injury'),
];

const DOCTOR: readonly TriageRow[] = [
  flag('TR-D1', 'doctor', 'walk'),
  flag('TR-D2', 'doctor', 'knee'),
  ...scores('TR-D3', 'intake'),
  flag('TR-D4', 'doctor', 'swelling'),
  // Any clot risk, or none told, with pain that did not clearly start with exercise
  // (docs/clinical-rules.md §6.3); no score is ever subtracted.
  ...(['notLinked', 'unsure'] as const).map((when) =>
    intake(
      'TR-D4',
      'doctor',
      `hurtsWhen.${when}`,
      (f) => f.intent === 'pain' && f.hurtsWhen === when && hasClotRisk(f),
    ),
  ),
  ...(['travel', 'bedRest', 'oestrogen', 'smoking', 'familyClot'] as const).map((risk) =>
    // A ticked risk without the question it belongs to: how it began is unknown, so it counts.
    intake(
      'TR-D4',
      'doctor',
      `clotRisk.${risk}`,
      (f) => f.intent === 'pain' && f.hurtsWhen === null && f.clotRisk?.includes(risk) === true,
    ),
  ),
  flag('TR-D5', 'doctor', 'pop'),
  intake('TR-D5', 'doctor', 'singleLegRaise.cannotWeak', (f) => f.singleLegRaise === 'cannotWeak'),
  intake('TR-D5', 'doctor', 'twoLegRaise.cannotWeak', (f) => f.twoLegRaise === 'cannotWeak'),
  // TR-P3 needs "long-standing"; after a recent sudden onset the safer reading is a new weakness.
  intake(
    'TR-D5',
    'doctor',
    'singleLegRaise.cannotEither',
    (f) => f.singleLegRaise === 'cannotEither' && isRecentSudden(f),
  ),
  intake(
    'TR-D5',
    'doctor',
    'twoLegRaise.cannotEither',
    (f) => f.twoLegRaise === 'cannotEither' && isRecentSudden(f),
  ),
  flag('TR-D6', 'doctor', 'swelling', (f) => !hasFever(f)),
  {
    code: 'TR-D7',
    route: 'doctor',
    answer: 'conditions.quinolone6m',
    asked: 'always',
    when: (f) => f.conditions.includes('quinolone6m') && isTendon(f),
  },
  flag('TR-D8', 'doctor', 'dark'),
  ...scores('AD-03', 'check-in'),
];

const WAIT: readonly TriageRow[] = [
  flag('TR-W1', 'wait', 'wakes'),
  flag('TR-W1', 'wait', 'bone'),
  flag('TR-W2', 'wait', 'walkCramp'),
  flag('TR-W3', 'wait', 'runNumb'),
  flag('TR-W4', 'wait', 'backLeg'),
  flag('TR-W5', 'wait', 'weightLoss'),
  flag('TR-W6', 'wait', 'newMedicine'),
  ...CONDITIONS.filter((c) => !EXCLUDED.includes(c)).map(
    (c): TriageRow => ({
      code: 'TR-W6',
      route: 'wait',
      answer: `conditions.${c}`,
      asked: 'always',
      when: (f) => f.conditions.includes(c) && !(c === 'quinolone6m' && isTendon(f)),
    }),
  ),
  intake(
    'TR-W7',
    'wait',
    'side.both',
    (f) => f.intent === 'pain' && f.side === 'both' && f.hurtsWhen === 'notLinked',
  ),
  ...(['achillesRupture', 'fracture'] as const).map(
    (c): TriageRow => ({
      code: 'TR-X1',
      route: 'wait',
      answer: `conditions.${c}`,
      asked: 'always',
      when: (f) => f.conditions.includes(c),
    }),
  ),
  {
    code: 'TR-X2',
    route: 'wait',
    answer: 'conditions.otherMainPain',
    asked: 'always',
    when: (f) => f.conditions.includes('otherMainPain'),
  },
];

const PHYSIO: readonly TriageRow[] = [
  flag('TR-P2', 'physioFirst', 'bruise'),
  intake('TR-P1', 'note', 'strainLast12m.3+', (f) => f.strainLast12m === '3+'),
  intake(
    'TR-P1',
    'note',
    'onsetDate.over6weeks',
    (f) => f.intent === 'pain' && f.onsetDays !== null && f.onsetDays > LONG_PAIN_DAYS,
  ),
  intake(
    'TR-P3',
    'note',
    'singleLegRaise.cannotEither',
    (f) => f.singleLegRaise === 'cannotEither' && !isRecentSudden(f),
  ),
  intake(
    'TR-P3',
    'note',
    'twoLegRaise.cannotEither',
    (f) => f.twoLegRaise === 'cannotEither' && !isRecentSudden(f),
  ),
];

function isRecentSudden(f: TriageFacts): boolean {
  return f.sudden && (f.onsetDays === null || f.onsetDays <= LONG_PAIN_DAYS);
}

/** Heaviest first: emergency, doctor, wait, physiotherapist first, notes. */
export const TRIAGE_ROWS: readonly TriageRow[] = [...EMERGENCY, ...DOCTOR, ...WAIT, ...PHYSIO];

/** Every answer that can appear in a finding, for the words that belong to it. */
export const TRIAGE_ANSWERS: readonly string[] = [...new Set(TRIAGE_ROWS.map((row) => row.answer))];

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

/** A check-in: new conditions only, the site the intake named. */
export const factsOfCheckIn = (
  answers: Pick<CheckInAnswers, 'redFlags' | 'conditions' | 'painAverage' | 'painWorst'>,
  known: { readonly conditions: readonly Condition[]; readonly site: IntakeAnswers['site'] },
): TriageFacts => ({
  ...NOTHING,
  redFlags: answers.redFlags ?? [],
  conditions: (answers.conditions ?? []).filter((c) => !known.conditions.includes(c)),
  site: known.site,
  painAverage: answers.painAverage,
  painWorst: answers.painWorst,
});
