/**
 * The routing table of docs/clinical-rules.md §6.4 and §6.5: one row per answer that raises something,
 * heaviest first. It only escalates; nothing in it reassures. docs/contract.md §2.1 gives each answer its
 * code.
 */
import { CONDITIONS, type Condition, type RedFlag, SINCE_SIGNS, type SinceSign } from '../answers/intake.ts';
import type { FindingCode, Route } from '../course/types.ts';
import type { TriageFacts } from './facts.ts';

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

const SCORES = ['painAverage', 'painWorst'] as const;
const scores = (
  code: FindingCode,
  asked: 'intake' | 'check-in',
  fields: readonly ('painAverage' | 'painWorst' | 'painRunning')[],
): readonly TriageRow[] =>
  fields.flatMap((field) =>
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

/** The tendon or the heel bone; somebody in pain who did not say where is read the safer way. */
const isTendon = (f: TriageFacts): boolean =>
  f.site === 'achilles' || f.site === 'heelbone' || (f.site === null && hurts(f));
const hurts = (f: TriageFacts): boolean => (f.painAverage ?? 0) >= 1 || (f.painWorst ?? 0) >= 1;
const hasFever = (f: TriageFacts): boolean => f.redFlags.includes('fever');
const hasClotRisk = (f: TriageFacts): boolean =>
  f.clotRisk === null ||
  f.clotRisk.length > 0 ||
  SINCE_SIGNS.some((sign) => f.redFlags.includes(sign)) ||
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

/**
 * A journey, an operation or a new medicine, and a calf that changed since (docs/clinical-rules.md §12 A1).
 * In the answer that ticks it, `calfSince` left open counts as yes; later, while the tick still counts, only
 * what was said or what the scores show does.
 */
const hasChangedSince = (f: TriageFacts, sign: SinceSign): boolean => {
  if (!hurts(f)) return false;
  const told = f.calfSince === 'yes' || f.calfSince === 'unsure' || f.worsened;
  return f.redFlags.includes(sign) ? told || f.calfSince === null : f.standing.includes(sign) && told;
};
const sinceSign = (
  code: FindingCode,
  sign: SinceSign,
  but: (f: TriageFacts) => boolean = () => true,
): TriageRow => ({
  code,
  route: 'doctor',
  answer: `redFlags.${sign}`,
  asked: 'always',
  when: (f) => hasChangedSince(f, sign) && but(f),
});
/** Long travel or bed rest with a calf that did not change: information only. */
export const isInformation = (f: TriageFacts): boolean =>
  (f.redFlags.includes('journey') || f.standing.includes('journey')) && !hasChangedSince(f, 'journey');
/**
 * A clot risk beside pain that clearly comes with exercise: no stop, but the signs to watch for are said
 * (docs/clinical-rules.md §12 A2).
 */
export const hasRiskToWatch = (f: TriageFacts): boolean =>
  f.intent === 'pain' &&
  hurts(f) &&
  (f.hurtsWhen === 'running' || f.hurtsWhen === 'backHome' || f.hurtsWhen === 'later') &&
  hasClotRisk(f);

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
  ...scores('TR-D3', 'intake', [...SCORES, 'painRunning']),
  flag('TR-D4', 'doctor', 'swelling'),
  sinceSign('TR-D4', 'journey'),
  sinceSign('TR-D4', 'operation'),
  sinceSign('TR-D4', 'newMedicine', (f) => !isTendon(f)),
  // Any clot risk, or none told, with pain that did not clearly start with exercise (docs/clinical-rules.md
  // docs/clinical-rules.md §6.3); no score is ever subtracted.
  ...(['notLinked', 'unsure'] as const).map((when) =>
    intake(
      'TR-D4',
      'doctor',
      `hurtsWhen.${when}`,
      (f) => f.intent === 'pain' && f.hurtsWhen === when && hasClotRisk(f),
    ),
  ),
  // The question left open: whether it began with exercise is unknown, whatever the side
  // (docs/clinical-rules.md §12 A2).
  intake(
    'TR-D4',
    'doctor',
    'hurtsWhen.blank',
    (f) => f.intent === 'pain' && hurts(f) && f.hurtsWhen === null && !f.clotRisk?.length && hasClotRisk(f),
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
  {
    code: 'TR-D5',
    route: 'doctor',
    answer: 'singleLegRaise.cannotWeak',
    asked: 'always',
    when: (f) => f.singleLegRaise === 'cannotWeak',
  },
  intake('TR-D5', 'doctor', 'twoLegRaise.cannotWeak', (f) => f.twoLegRaise === 'cannotWeak'),
  // TR-P3 needs "long-standing"; after a recent sudden onset the safer reading is a new weakness.
  {
    code: 'TR-D5',
    route: 'doctor',
    answer: 'singleLegRaise.cannotEither',
    asked: 'always',
    when: (f) => f.singleLegRaise === 'cannotEither' && isRecentSudden(f),
  },
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
  sinceSign('TR-D7', 'newMedicine', isTendon),
  flag('TR-D8', 'doctor', 'dark'),
  ...scores('AD-03', 'check-in', SCORES),
];

const WAIT: readonly TriageRow[] = [
  flag('TR-W1', 'wait', 'wakes'),
  flag('TR-W1', 'wait', 'bone'),
  flag('TR-W2', 'wait', 'walkCramp'),
  flag('TR-W3', 'wait', 'runNumb'),
  flag('TR-W4', 'wait', 'backLeg'),
  flag('TR-W5', 'wait', 'weightLoss'),
  flag('TR-W6', 'wait', 'newMedicine', (f) => !hasChangedSince(f, 'newMedicine')),
  flag('TR-W6', 'wait', 'operation', (f) => !hasChangedSince(f, 'operation')),
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
