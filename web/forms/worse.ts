/** Reading "my calf got worse" (docs/contract.md §2, `/w`). */
import { type IntakeAnswers, RAISES, RED_FLAGS, type RedFlag } from '../../program/answers/intake.ts';
import { type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

/** `painNow` NPRS 0–10. Null = left open. An empty list of stop signs = "none of these", actively chosen. */
export interface Worse {
  readonly redFlags: readonly RedFlag[];
  readonly painNow: number;
  readonly sudden: boolean | null;
  readonly singleLegRaise: IntakeAnswers['singleLegRaise'];
  readonly when: 'running' | 'strength' | 'daily' | null;
}

const RAISE = 'singleLegRaise';
const WORSE = {
  redFlags: {
    kind: 'many',
    options: RED_FLAGS,
    ask: 'Please tick what is true for you now, or “None of these”.',
    required: true,
  },
  painNow: {
    kind: 'whole',
    min: 0,
    max: 10,
    ask: 'Please choose a number from 0 to 10 for how sore it is now.',
    required: true,
  },
  sudden: { kind: 'one', options: ['yes', 'no'], ask: 'Please choose whether it got worse suddenly.' },
  singleLegRaise: {
    kind: 'one',
    options: RAISES,
    ask: 'Please choose whether the sore leg still rises; “I have not tried” is an answer too.',
  },
  when: { kind: 'one', options: ['running', 'strength', 'daily'], ask: 'Please choose what you were doing.' },
} satisfies Fields;

/** Every field, in the order of the page. */
export const WORSE_FIELDS: readonly string[] = Object.keys(WORSE);

/** From here on the number alone stops (AD-03), and nothing more is asked. */
const SEVERE = 7;

/**
 * Stop signs and the number are needed; whether the leg rises, when it came suddenly and nothing else stops
 * already (docs/clinical-rules.md §12 A24). The rest may be left open; unknown fields are refused.
 */
export function readWorse(form: FormValues): Read<Worse> {
  const unknown = unknownFields(form, WORSE_FIELDS);
  const { raw, errors } = readFields(form, WORSE);
  const { redFlags, painNow, sudden, singleLegRaise, when } = raw as Pick<Worse, 'redFlags' | 'painNow'> & {
    readonly sudden?: 'yes' | 'no';
    readonly singleLegRaise?: NonNullable<Worse['singleLegRaise']>;
    readonly when?: NonNullable<Worse['when']>;
  };
  const stops = (redFlags?.length ?? 0) > 0 || painNow >= SEVERE;
  const raise =
    sudden === 'yes' && singleLegRaise === undefined && !stops && !errors.some((e) => e.field === RAISE)
      ? [{ field: RAISE, message: WORSE[RAISE].ask }]
      : [];
  const all = [...(unknown === null ? [] : [unknown]), ...errors, ...raise];
  if (all.length > 0) return { ok: false, errors: all, values: form };
  return {
    ok: true,
    value: {
      redFlags,
      painNow,
      sudden: sudden === undefined ? null : sudden === 'yes',
      singleLegRaise: singleLegRaise ?? null,
      when: when ?? null,
    },
  };
}
