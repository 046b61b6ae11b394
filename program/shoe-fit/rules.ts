/**
 * The shoe check as a table (docs/clinical-rules.md §5.6): every row whose condition holds speaks, in the
 * order of the table. An answer that is missing or `unsure` makes no condition true. Numbers come from
 * `curriculum/shoes.yaml`, words from `<locale>/shoes.yaml`.
 */
import type { ShoeAnswers, YesNoUnsure } from '../answers/shoes.ts';
import type { Stage } from '../course/types.ts';
import type { ShoeNumbers } from '../curriculum/shoes-schema.ts';
import type { ShoeAdvice, ShoeAdviceKey, ShoeRuleId } from './advice.ts';

/**
 * What we know without asking. Pain is that of the last answered check-in, or of the intake; null = unknown.
 */
export interface ShoeContext {
  readonly painAverage: number | null;
  readonly painWorst: number | null;
  readonly stage: Stage | null;
}

/** What a row may look at: the answers, what we know, the numbers of the curriculum. */
export interface ShoeInputs {
  readonly answers: ShoeAnswers;
  readonly context: ShoeContext;
  readonly numbers: ShoeNumbers;
}

interface Condition {
  readonly when: (inputs: ShoeInputs) => boolean;
  readonly params?: (inputs: ShoeInputs) => Readonly<Record<string, number>>;
}
/** A rule with one text is its own key; a rule with several says which. */
type Row = Condition &
  (
    | { readonly id: Extract<ShoeRuleId, ShoeAdviceKey>; readonly key?: undefined }
    | { readonly id: Exclude<ShoeRuleId, ShoeAdviceKey>; readonly key: (inputs: ShoeInputs) => ShoeAdviceKey }
  );

const yes = (answer: YesNoUnsure | null): boolean => answer === 'yes';
const no = (answer: YesNoUnsure | null): boolean => answer === 'no';
const atLeast = (value: number | null, limit: number): boolean => value !== null && value >= limit;
const atMost = (value: number | null, limit: number): boolean => value !== null && value <= limit;
const above = (value: number | null, limit: number): boolean => value !== null && value > limit;

/**
 * Room that is missing in front of the longest toe, in millimetres; zero or less = enough, null = not told.
 */
const missingRoom = ({ answers, numbers }: ShoeInputs): number | null =>
  answers.gapMm === null ? null : numbers.fit.wantedGapMm - answers.gapMm;

/**
 * Half sizes to go up (SH-01): gap 0, 2 or 4 mm → two, 6 or 8 mm → one, 10 or more → none. Never above
 * `mostHalfSizes`.
 */
export const halfSizesUp = (gapMm: number, { fit }: Pick<ShoeNumbers, 'fit'>): number =>
  Math.min(fit.mostHalfSizes, Math.max(0, Math.ceil((fit.wantedGapMm - gapMm) / fit.halfSizeMm)));

const wornOut = ({ answers, numbers: { wear } }: ShoeInputs): boolean =>
  atLeast(answers.miles, wear.replaceFromMiles) ||
  yes(answers.worn) ||
  atMost(answers.comfort, wear.replaceComfortTo);

/** A new pair is due: worn out (SH-09), or the runner said so (S-64). Also moves LES-15 forward. */
export const shoesDue = (answers: ShoeAnswers, numbers: ShoeNumbers): boolean =>
  wornOut({ answers, numbers, context: { painAverage: null, painWorst: null, stage: null } }) ||
  yes(answers.dueNew);

const due = ({ answers, numbers }: ShoeInputs): boolean => shoesDue(answers, numbers);
const tooShort = (inputs: ShoeInputs): boolean => above(missingRoom(inputs), 0);

/** Order of docs/clinical-rules.md §5.6: SH-09, SH-01…SH-05, SH-11, SH-12, the rest. */
export const SHOE_RULES: readonly Row[] = [
  {
    id: 'SH-09',
    when: wornOut,
    params: ({ numbers: { wear } }) => ({ from: wear.planFromMiles, to: wear.replaceFromMiles }),
  },
  {
    id: 'SH-01',
    when: tooShort,
    // S-64: both conditions, due and cramped. Bruised tips bring the purchase forward; otherwise the shoes
    // are worn until they are due.
    key: (inputs) => (due(inputs) ? 'SH-01.due' : yes(inputs.answers.nails) ? 'SH-01.sooner' : 'SH-01.later'),
    params: ({ answers, numbers }) => ({
      halfSizes: halfSizesUp(answers.gapMm ?? numbers.fit.wantedGapMm, numbers),
    }),
  },
  { id: 'SH-02', when: (inputs) => above(missingRoom(inputs), inputs.numbers.fit.measureAboveMm) },
  {
    id: 'SH-03',
    when: ({ answers }) => yes(answers.sides),
    key: (inputs) =>
      missingRoom(inputs) === null
        ? 'SH-03.lengthUnknown'
        : tooShort(inputs)
          ? 'SH-03.withSize'
          : 'SH-03.wider',
  },
  {
    id: 'SH-04',
    when: ({ answers, numbers: { fit } }) =>
      above(answers.gapMm, fit.roomyAboveMm) ||
      (yes(answers.heelSlip) && above(answers.gapMm, fit.slipLongAboveMm)),
  },
  {
    id: 'SH-05',
    when: ({ answers, numbers: { fit } }) =>
      yes(answers.heelSlip) && atMost(answers.gapMm, fit.slipLongAboveMm),
  },
  {
    id: 'SH-11',
    when: ({ answers }) => answers.dropChange8wk === 'lower' && yes(answers.painAfterChange),
    params: ({ numbers: { drop } }) => ({ calm: drop.calmCheckIns }),
  },
  {
    id: 'SH-12',
    when: ({ answers, context, numbers: { drop } }) =>
      (yes(answers.minimal) || atMost(answers.dropNow, drop.lowToMm)) &&
      atLeast(context.painAverage, drop.painFrom),
    params: ({ numbers: { drop } }) => ({
      mmFrom: drop.usualMm[0],
      mmTo: drop.usualMm[1],
      level: drop.untilLevel,
      weeksFrom: drop.weanWeeks[0],
      weeksTo: drop.weanWeeks[1],
    }),
  },
  { id: 'SH-06', when: ({ answers }) => yes(answers.numbTop) },
  { id: 'SH-07', when: ({ answers }) => no(answers.measuredLate) || no(answers.socks) },
  { id: 'SH-08', when: ({ answers }) => yes(answers.sizesDiffer) },
  {
    id: 'SH-10',
    when: ({ answers, numbers: { wear } }) =>
      atLeast(answers.miles, wear.planFromMiles) && !atLeast(answers.miles, wear.replaceFromMiles),
    params: ({ answers, numbers: { wear } }) => ({ miles: answers.miles ?? 0, to: wear.replaceFromMiles }),
  },
  {
    id: 'SH-13',
    // A new pair comes: it is due, or bruised tips bring it forward.
    when: (inputs) => due(inputs) || (tooShort(inputs) && yes(inputs.answers.nails)),
    params: ({ numbers }) => ({ weeks: numbers.newPair.weeks }),
  },
  { id: 'SH-14', when: ({ answers }) => answers.arch === 'flat' },
  {
    id: 'SH-15',
    when: ({ answers, context }) =>
      answers.pairs === 1 && context.painAverage === 0 && context.painWorst === 0 && context.stage === 'R9',
  },
  { id: 'SH-16', when: ({ answers }) => yes(answers.orthotics) },
];

/**
 * Everything the shoe check has to say, in the order of the table; the same inputs always give the same list.
 * Empty = nothing to change.
 */
export const shoeAdvice = (
  answers: ShoeAnswers,
  context: ShoeContext,
  numbers: ShoeNumbers,
): readonly ShoeAdvice[] => {
  const inputs: ShoeInputs = { answers, context, numbers };
  return SHOE_RULES.filter((row) => row.when(inputs)).map((row) => ({
    rule: row.id,
    key: row.key === undefined ? row.id : row.key(inputs),
    params: row.params === undefined ? {} : row.params(inputs),
  }));
};

/** What fits into one mail: the first of the list (three, by the curriculum). */
export const topThree = (advice: readonly ShoeAdvice[], numbers: ShoeNumbers): readonly ShoeAdvice[] =>
  advice.slice(0, numbers.perMail);
