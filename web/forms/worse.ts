/** Reading "my calf got worse" (docs/contract.md §2, `/w`). */
import { RED_FLAGS, type RedFlag } from '../../program/answers/intake.ts';
import { type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

/** `painNow` NPRS 0–10. Null = left open. An empty list of stop signs = "none of these", actively chosen. */
export interface Worse {
  readonly redFlags: readonly RedFlag[];
  readonly painNow: number;
  readonly sudden: boolean | null;
  readonly when: 'running' | 'strength' | 'daily' | null;
}

const WORSE: Fields = {
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
  when: { kind: 'one', options: ['running', 'strength', 'daily'], ask: 'Please choose what you were doing.' },
};

/** Every field, in the order of the page. */
export const WORSE_FIELDS: readonly string[] = Object.keys(WORSE);

/** Stop signs and the number are needed, the rest may be left open; unknown fields are refused. */
export function readWorse(form: FormValues): Read<Worse> {
  const unknown = unknownFields(form, WORSE_FIELDS);
  const { raw, errors } = readFields(form, WORSE);
  const all = unknown === null ? errors : [unknown, ...errors];
  if (all.length > 0) return { ok: false, errors: all, values: form };
  const { redFlags, painNow, sudden, when } = raw as Pick<Worse, 'redFlags' | 'painNow'> & {
    readonly sudden?: 'yes' | 'no';
    readonly when?: NonNullable<Worse['when']>;
  };
  return {
    ok: true,
    value: { redFlags, painNow, sudden: sudden === undefined ? null : sudden === 'yes', when: when ?? null },
  };
}
