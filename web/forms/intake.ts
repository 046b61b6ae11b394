/**
 * Reading the intake (docs/contract.md §2.1): one thing a page, all pages posted to one address, or
 * everything in one POST. Contradictions are never errors; the programme takes the safer reading.
 */
import {
  type Condition,
  type IntakeAnswers,
  intakeAnswers,
  type RedFlag,
  SINCE_SIGNS,
} from '../../program/answers/intake.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import type { IntakeStep } from '../../views/page/page-views.ts';
import { type Field, type Fields, type FieldsRead, readFields } from './fields.ts';
import { type FieldError, type FormValues, isPosted, listOf, textsOf, unknownFields } from './form-values.ts';
import { calfFields, RUNNING_FIELDS, SAFETY_FIELDS } from './intake-fields.ts';
import { RHYTHM_FIELDS, type Rhythm, readRhythm } from './rhythm.ts';
import {
  isAnswered,
  readLines,
  STEP_FIELDS,
  type Step,
  type Steps,
  type Trail,
  ticksBesideNone,
  trailOf,
  wantsBack,
} from './steps.ts';

const signs = (id: IntakeStep, lines: readonly RedFlag[]): Step<IntakeStep> => ({
  id,
  part: 1,
  fields: ['redFlags'],
  lines,
});
const conditions = (id: IntakeStep, lines: readonly Condition[]): Step<IntakeStep> => ({
  id,
  part: 1,
  fields: ['conditions'],
  lines,
});

/** Something hurts, or nobody was asked yet. */
const hurts = (form: FormValues): boolean => {
  const scores = [...textsOf(form, 'painAverage'), ...textsOf(form, 'painWorst')];
  return scores.length === 0 || scores.some((score) => Number(score) >= 1);
};

/**
 * The pages in their order: consent before the first health question, then what cannot wait; signs and
 * conditions in lists of at most seven lines.
 */
export const INTAKE_STEPS: Steps<IntakeStep> = [
  { id: 'consent', part: 1, fields: ['consentHealth'] },
  signs('signsNow', ['chest', 'numbCold', 'rockHard', 'saddle', 'injury']),
  signs('signsToday', ['swelling', 'fever', 'pop', 'walk', 'knee', 'dark']),
  signs('signsBefore', ['wakes', 'bone', 'walkCramp', 'runNumb', 'backLeg', 'weightLoss', 'bruise']),
  signs('signsLately', ['newMedicine', 'journey', 'operation']),
  conditions('blood', [
    'clotHistory',
    'clottingDisorder',
    'anticoagulant',
    'bleedingDisorder',
    'arteries',
    'heart',
    'kidney',
  ]),
  conditions('months', [
    'pregnant',
    'surgery12w',
    'cancer',
    'quinolone6m',
    'steroids',
    'fracture',
    'achillesRupture',
  ]),
  conditions('health', ['diabeticFoot', 'supervisedOnly', 'arthritis', 'inactive70', 'otherMainPain']),
  { id: 'calf', part: 2, fields: ['intent', 'side'] },
  { id: 'place', part: 2, fields: ['site', 'onset', 'onsetDate'] },
  { id: 'pain', part: 2, fields: ['painAverage', 'painWorst', 'nextDay'] },
  { id: 'hurts', part: 2, fields: ['hurtsWhen', 'clotRisk', 'calfSince'], applies: hurts },
  { id: 'raises', part: 2, fields: ['twoLegRaise', 'singleLegRaise', 'singleLegReps'] },
  { id: 'running', part: 3, fields: ['runsNow'] },
  { id: 'runs', part: 3, fields: ['painRunning', 'longestRun30d', 'longestBefore'] },
  { id: 'person', part: 3, fields: ['ageBand', 'strainLast12m'] },
  { id: 'when', part: 4, fields: Object.keys(RHYTHM_FIELDS) },
];

/** `today` = the participant's local date; `rhythm` = what sign-up knows, for whatever page 4 leaves open. */
export interface IntakeContext {
  readonly today: LocalDate;
  readonly rhythm: Rhythm;
}

export type IntakeRead =
  | { readonly kind: 'complete'; readonly answers: IntakeAnswers }
  | {
      /** `step`: this page comes next; `errors`: it comes again, with what to do. */
      readonly kind: 'step' | 'errors';
      readonly step: IntakeStep;
      /** The furthest page answered; null = none. */
      readonly seen: IntakeStep | null;
      readonly errors: readonly FieldError[];
      readonly values: FormValues;
      /** What was answered before that page, the rest at its quietest; null = no consent yet. */
      readonly soFar: IntakeAnswers | null;
      /** Every question about the calf is answered. */
      readonly calfDone: boolean;
    };

const KNOWN: readonly string[] = [...INTAKE_STEPS.flatMap(({ fields }) => fields), ...STEP_FIELDS];

/** What was not asked yet adds no finding: every question at its quietest. */
const QUIET = {
  redFlags: [],
  conditions: [],
  side: 'none',
  painAverage: 0,
  painWorst: 0,
  nextDay: 'settled',
  runsNow: 'no',
  ageBand: '18-29',
  strainLast12m: '0',
} as const;
/** With pain each of these counts as yes where it was left open; not asked yet is not left open. */
const NOT_ASKED_YET = { hurtsWhen: 'running', clotRisk: [], calfSince: 'no' } as const;

/** Reads as far as the form goes: the next page to show, the first page with errors, or all answers. */
export function readIntake(form: FormValues, context: IntakeContext): IntakeRead {
  const trail = trailOf(INTAKE_STEPS, form);
  const answered: Answered = { raw: {}, counts: {}, steps: 0 };
  const unknown = unknownFields(form, KNOWN);
  const next: Next | null =
    unknown === null
      ? walk(form, trail, context, answered)
      : { kind: 'errors', step: INTAKE_STEPS[trail.at]?.id ?? 'consent', errors: [unknown] };
  const back = wantsBack(INTAKE_STEPS, form);
  if (next === null && back === null)
    return { kind: 'complete', answers: intakeAnswers.parse({ ...context.rhythm, ...answered.raw }) };
  return {
    ...(next === null || (back !== null && unknown === null)
      ? { kind: 'step', step: back?.id ?? 'consent', errors: [] }
      : next),
    seen: INTAKE_STEPS[trail.reach]?.id ?? null,
    values: form,
    soFar: answersSoFar(answered, context),
    calfDone: answered.steps > CALF_ENDS,
  };
}

type Next = Pick<Exclude<IntakeRead, { kind: 'complete' }>, 'kind' | 'step' | 'errors'>;

/** From page to page until one is open or wrong; null = all are in order. Adds to `answered`. */
function walk(form: FormValues, trail: Trail, context: IntakeContext, answered: Answered): Next | null {
  for (const [place, step] of INTAKE_STEPS.entries()) {
    if (!isAnswered(INTAKE_STEPS, form, place, trail)) {
      // With everything at once the rhythm may be left out: the sign-up knows it.
      if (step.part === 4 && trail.reach <= 0) continue;
      if (step.applies?.(form) ?? true) return { kind: 'step', step: step.id, errors: [] };
      continue;
    }
    const read = readStep(form, place, trail, context);
    const errors = [...read.errors, ...missingWhereNeeded(form, step.id)];
    // A page sent before, that another answer has made incomplete since, is asked and not scolded.
    if (errors.length > 0)
      return place <= trail.reach && place !== trail.at
        ? { kind: 'step', step: step.id, errors: [] }
        : { kind: 'errors', step: step.id, errors };
    take(answered, read.raw, place, trail);
  }
  return null;
}

/** Ticks of the page sent that came with its "none of these": field and tick. They count. */
export function ticksOverNone(form: FormValues): readonly (readonly [string, string])[] {
  const step = INTAKE_STEPS[trailOf(INTAKE_STEPS, form).at];
  return step === undefined
    ? []
    : ticksBesideNone(step, form).map((tick) => [step.fields[0] ?? '', tick] as const);
}

/** The place of the last page about the calf. */
const CALF_ENDS = INTAKE_STEPS.findLastIndex(({ part }) => part === 2);
const HURTS = INTAKE_STEPS.findIndex(({ id }) => id === 'hurts');

/** `counts` = the part of `raw` that may already stop: page by page, or of whole parts in a single POST. */
interface Answered {
  raw: Record<string, unknown>;
  counts: Record<string, unknown>;
  steps: number;
}
function take(
  answered: Answered,
  raw: Readonly<Record<string, unknown>>,
  place: number,
  { at }: Trail,
): void {
  Object.assign(answered.raw, raw);
  const ends = INTAKE_STEPS[place]?.part !== INTAKE_STEPS[place + 1]?.part;
  if (at < 0 && !ends) return;
  answered.counts = { ...answered.raw };
  answered.steps = place + 1;
}

function answersSoFar({ counts, steps }: Answered, { rhythm }: IntakeContext): IntakeAnswers | null {
  if (counts['consentHealth'] !== true) return null;
  return intakeAnswers.parse({
    ...QUIET,
    ...(steps > HURTS ? {} : NOT_ASKED_YET),
    ...rhythm,
    ...counts,
  });
}

function readStep(form: FormValues, place: number, trail: Trail, context: IntakeContext): FieldsRead {
  const { part, fields, lines } = INTAKE_STEPS[place] as Step<IntakeStep>;
  if (part === 4) return readRhythm(form);
  const all: Fields = part === 1 ? SAFETY_FIELDS : part === 2 ? calfFields(context.today) : RUNNING_FIELDS;
  if (lines === undefined)
    return readFields(form, Object.fromEntries(fields.map((name) => [name, all[name] as Field])));
  const name = fields[0] ?? '';
  const read = readLines(INTAKE_STEPS, form, { place, trail, field: all[name] as Field });
  return 'message' in read
    ? { raw: {}, errors: [{ field: name, message: read.message }] }
    : { raw: { [name]: read.value ?? [] }, errors: [] };
}

/** Page by page, and not with everything at once. */
const goesByPage = (form: FormValues): boolean => isPosted(form, 'step');

/** Does the journey, the operation or the new medicine ask whether the calf changed since? */
export const asksSince = (form: FormValues): boolean =>
  SINCE_SIGNS.some((sign) => listOf(form, 'redFlags').includes(sign));
/** Runs are asked about their pain. */
export const isRunner = (form: FormValues): boolean =>
  textsOf(form, 'runsNow').some((text) => text === 'yes' || text === 'reduced' || text === 'new');

/**
 * What other answers make necessary (docs/clinical-rules.md §12 A1–A3): with pain, when it hurts and the
 * clot question; after a journey, an operation or a new medicine, whether the calf changed; and from
 * a runner the pain of the last runs. A POST of everything at once may leave out the first three: then each
 * counts as yes.
 */
function missingWhereNeeded(form: FormValues, step: IntakeStep): readonly FieldError[] {
  const open = (field: string): boolean => listOf(form, field).length === 0;
  if (step === 'runs')
    return isRunner(form) && open('painRunning')
      ? [{ field: 'painRunning', message: 'Please choose a number from 0 to 10 for the pain in your runs.' }]
      : [];
  if (step !== 'hurts' || !hurts(form) || !goesByPage(form)) return [];
  return [
    ...(open('hurtsWhen') ? [{ field: 'hurtsWhen', message: 'Please choose when you feel it.' }] : []),
    ...(open('clotRisk')
      ? [{ field: 'clotRisk', message: 'Please tick what is true for you, or “None of these”.' }]
      : []),
    ...(asksSince(form) && open('calfSince')
      ? [{ field: 'calfSince', message: 'Please choose whether your calf changed since then.' }]
      : []),
  ];
}
