/**
 * Reading the intake (docs/contract.md §2.1): four pages posted to one address. A page counts as answered
 * when its own fields are in the form, so a single POST of everything is read like four. Contradictions are
 * never errors; the programme takes the safer reading.
 */
import {
  AGE_BANDS,
  CALF_SINCE,
  CLOT_RISKS,
  CONDITIONS,
  type IntakeAnswers,
  intakeAnswers,
  NEXT_DAYS,
  RAISES,
  RED_FLAGS,
  type SafetyAnswers,
  SINCE_SIGNS,
  safetyAnswers,
} from '../../program/answers/intake.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { type Fields, type FieldsRead, readFields } from './fields.ts';
import {
  type FieldError,
  type FormValues,
  isPosted,
  listOf,
  type Read,
  textsOf,
  unknownFields,
} from './form-values.ts';
import { RHYTHM_FIELDS, type Rhythm, readRhythm } from './rhythm.ts';

export type IntakeStep = 1 | 2 | 3 | 4;
export const INTAKE_STEPS: readonly IntakeStep[] = [1, 2, 3, 4];

/**
 * Hidden fields of ours: the page the form was on, whether the clot question was put already, and the way
 * back to a page.
 */
export const INTAKE_HIDDEN = ['step', 'asked', 'back'] as const;

/** `today` = the participant's local date; `rhythm` = what sign-up knows, for whatever page 4 leaves open. */
export interface IntakeContext {
  readonly today: LocalDate;
  readonly rhythm: Rhythm;
}

export type IntakeRead =
  /**
   * Show this page; everything before it is in order. `askClotRisk`: page 2 comes back once with that
   * question.
   */
  | {
      readonly kind: 'step';
      readonly step: IntakeStep;
      readonly values: FormValues;
      readonly askClotRisk: boolean;
    }
  | { readonly kind: 'complete'; readonly answers: IntakeAnswers }
  | {
      readonly kind: 'errors';
      readonly step: IntakeStep;
      readonly errors: readonly FieldError[];
      readonly values: FormValues;
      readonly askClotRisk: boolean;
    };

/** Page 1, asked once more after a stop. */
export const SAFETY_FIELDS: Fields = {
  consentHealth: {
    kind: 'tick',
    ask: 'Please tick that we may keep your answers about your health; without them there is no plan to make.',
    required: true,
  },
  redFlags: {
    kind: 'many',
    options: RED_FLAGS,
    ask: 'Please tick what is true for you, or “None of these”.',
    required: true,
  },
  conditions: {
    kind: 'many',
    options: CONDITIONS,
    ask: 'Please tick what is true for you, or “None of these”.',
    required: true,
  },
};

const calfFields = (today: LocalDate): Fields => ({
  intent: { kind: 'one', options: ['pain', 'prevent'], ask: 'Please choose what brings you here.' },
  side: {
    kind: 'one',
    options: ['left', 'right', 'both', 'none'],
    ask: 'Please choose which calf it is.',
    required: true,
  },
  site: {
    kind: 'one',
    options: ['upper', 'lower', 'deep', 'achilles', 'heelbone', 'other'],
    ask: 'Please choose where it is sore.',
  },
  onset: { kind: 'one', options: ['sudden', 'gradual'], ask: 'Please choose how it began.' },
  onsetDate: {
    kind: 'date',
    from: '1920-01-01',
    to: today,
    ask: 'Please give the day it began.',
    outside: 'The day it began cannot be in the future. An estimate is fine; so is leaving it empty.',
  },
  hurtsWhen: {
    kind: 'one',
    options: ['running', 'backHome', 'later', 'notLinked', 'unsure'],
    ask: 'Please choose when you feel it.',
  },
  clotRisk: {
    kind: 'many',
    options: CLOT_RISKS,
    ask: 'Please tick what is true for you, or “None of these”.',
  },
  calfSince: { kind: 'one', options: CALF_SINCE, ask: 'Please choose whether your calf changed since then.' },
  painAverage: {
    kind: 'whole',
    min: 0,
    max: 10,
    ask: 'Please choose a number from 0 to 10 for the pain on average.',
    required: true,
  },
  painWorst: {
    kind: 'whole',
    min: 0,
    max: 10,
    ask: 'Please choose a number from 0 to 10 for the worst moment.',
    required: true,
  },
  nextDay: {
    kind: 'one',
    options: NEXT_DAYS,
    ask: 'Please choose how the calf is the morning after.',
    required: true,
  },
  twoLegRaise: { kind: 'one', options: RAISES, ask: 'Please choose how rising on both legs feels.' },
  singleLegRaise: { kind: 'one', options: RAISES, ask: 'Please choose how rising on the sore leg feels.' },
  singleLegReps: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
});

const RUNNING_FIELDS: Fields = {
  runsNow: {
    kind: 'one',
    options: ['yes', 'reduced', 'no', 'new'],
    ask: 'Please choose whether you run at the moment.',
    required: true,
  },
  painRunning: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  longestRun30d: { kind: 'whole', min: 0, max: 600, ask: 'Please give the minutes.' },
  longestBefore: { kind: 'whole', min: 0, max: 600, ask: 'Please give the minutes.' },
  ageBand: { kind: 'one', options: AGE_BANDS, ask: 'Please choose your age group.', required: true },
  strainLast12m: {
    kind: 'one',
    options: ['0', '1', '2', '3+'],
    ask: 'Please choose how many calf strains you had in the last 12 months.',
    required: true,
  },
};

/** The visible fields of each page, in the order of the page. */
export const INTAKE_FIELDS: Readonly<Record<IntakeStep, readonly string[]>> = {
  1: Object.keys(SAFETY_FIELDS),
  2: Object.keys(calfFields('9999-12-31')),
  3: Object.keys(RUNNING_FIELDS),
  4: Object.keys(RHYTHM_FIELDS),
};
const KNOWN: readonly string[] = [...INTAKE_STEPS.flatMap((step) => INTAKE_FIELDS[step]), ...INTAKE_HIDDEN];

/**
 * Page 1 alone, to be looked at before any later page is shown: a stop sign ends the intake at once. Unknown
 * fields are refused.
 */
export function readSafetyStep(form: FormValues): Read<SafetyAnswers> {
  const unknown = unknownFields(form, KNOWN);
  const { raw, errors } = readFields(form, SAFETY_FIELDS);
  const all = unknown === null ? errors : [unknown, ...errors];
  if (all.length > 0) return { ok: false, errors: all, values: form };
  return { ok: true, value: safetyAnswers.parse(raw) };
}

/**
 * Page 1 as full answers, when it already stops or holds the course: what was not asked stands at its
 * quietest value and adds no finding.
 */
export const answersOfSafety = (safety: SafetyAnswers, rhythm: Rhythm): IntakeAnswers =>
  intakeAnswers.parse({
    ...safety,
    side: 'none',
    painAverage: 0,
    painWorst: 0,
    nextDay: 'settled',
    runsNow: 'no',
    ageBand: '18-29',
    strainLast12m: '0',
    ...rhythm,
  });

/**
 * Pages 1 and 2 as full answers: a W of page 1 goes on to page 2, and the heaviest route of both counts
 * (docs/clinical-rules.md §12 A1). Null = page 2 is not there yet, or not in order.
 */
export function readTwoPages(form: FormValues, context: IntakeContext): IntakeAnswers | null {
  if (!isAnswered(form, 2)) return null;
  const safety = readFields(form, SAFETY_FIELDS);
  const calf = readFields(form, calfFields(context.today));
  const errors = [...safety.errors, ...calf.errors, ...missingWhereNeeded(form, 2, calf)];
  if (errors.length > 0) return null;
  const quiet = answersOfSafety(safetyAnswers.parse(safety.raw), context.rhythm);
  return intakeAnswers.parse({ ...quiet, ...calf.raw });
}

/** Reads as far as the form goes: the next page to show, the first page with errors, or all answers. */
export function readIntake(form: FormValues, context: IntakeContext): IntakeRead {
  const unknown = unknownFields(form, KNOWN);
  const raw: Record<string, unknown> = {};
  const target = INTAKE_STEPS.find((step) => textsOf(form, 'back').includes(String(step)));
  if (target !== undefined && unknown === null)
    return { kind: 'step', step: target, values: form, askClotRisk: target === 2 && concernsClots(form) };
  for (const step of INTAKE_STEPS) {
    if (step > 1 && !isAnswered(form, step)) return { kind: 'step', step, values: form, askClotRisk: false };
    const read = readStep(form, step, context);
    const found = [...read.errors, ...missingWhereNeeded(form, step, read)];
    const errors = step === 1 && unknown !== null ? [unknown, ...found] : found;
    if (errors.length > 0)
      return { kind: 'errors', step, errors, values: form, askClotRisk: step === 2 && concernsClots(form) };
    if (step === 2 && clotQuestionOpen(form)) return { kind: 'step', step, values: form, askClotRisk: true };
    Object.assign(raw, read.raw);
  }
  return { kind: 'complete', answers: intakeAnswers.parse({ ...context.rhythm, ...raw }) };
}

function readStep(form: FormValues, step: IntakeStep, context: IntakeContext): FieldsRead {
  switch (step) {
    case 1:
      return readFields(form, SAFETY_FIELDS);
    case 2:
      return readFields(form, calfFields(context.today));
    case 3:
      return readFields(form, RUNNING_FIELDS);
    case 4:
      return readRhythm(form);
  }
}

/** Page by page, and not with everything at once. */
const goesByPage = (form: FormValues): boolean => textsOf(form, 'step').length > 0;

/**
 * What other answers make necessary (docs/clinical-rules.md §12 A1–A3): with pain, when it hurts and the
 * clot question; after a journey, an operation or a new medicine, whether the calf changed; and from
 * a runner the pain of the last runs. A POST of everything at once may leave out the first three: then each
 * counts as yes.
 */
function missingWhereNeeded(form: FormValues, step: IntakeStep, { raw }: FieldsRead): readonly FieldError[] {
  if (step === 3) {
    const runs = raw['runsNow'] === 'yes' || raw['runsNow'] === 'reduced' || raw['runsNow'] === 'new';
    return runs && textsOf(form, 'painRunning').length === 0
      ? [{ field: 'painRunning', message: 'Please choose a number from 0 to 10 for the pain in your runs.' }]
      : [];
  }
  const hurts = Number(raw['painAverage'] ?? 0) >= 1 || Number(raw['painWorst'] ?? 0) >= 1;
  if (step !== 2 || !hurts || !goesByPage(form)) return [];
  const since = SINCE_SIGNS.some((sign) => listOf(form, 'redFlags').includes(sign));
  const open = (field: string): boolean => listOf(form, field).length === 0;
  return [
    ...(open('hurtsWhen') ? [{ field: 'hurtsWhen', message: 'Please choose when you feel it.' }] : []),
    ...(open('clotRisk')
      ? [{ field: 'clotRisk', message: 'Please tick what is true for you, or “None of these”.' }]
      : []),
    ...(since && open('calfSince')
      ? [{ field: 'calfSince', message: 'Please choose whether your calf changed since then.' }]
      : []),
  ];
}

/** The form came from this page or a later one, or carries one of the page's fields. */
const isAnswered = (form: FormValues, step: IntakeStep): boolean =>
  textsOf(form, 'step').some((text) => Number(text) >= step) ||
  INTAKE_FIELDS[step].some((name) => isPosted(form, name));

/** Pain that did not clearly start with exercise (docs/clinical-rules.md §6.3, TR-D4). */
const concernsClots = (form: FormValues): boolean =>
  textsOf(form, 'hurtsWhen').some((text) => text === 'notLinked' || text === 'unsure');

/** Put once, and only to somebody who goes page by page; left open it counts as yes (TR-D4). */
const clotQuestionOpen = (form: FormValues): boolean =>
  concernsClots(form) &&
  listOf(form, 'clotRisk').length === 0 &&
  textsOf(form, 'step').includes('2') &&
  !textsOf(form, 'asked').includes('clotRisk');
