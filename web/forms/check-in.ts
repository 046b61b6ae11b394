/** Reading the weekly check-in and the choices on its page afterwards (docs/contract.md §2.2). */
import {
  type CheckInAnswers,
  checkInAnswers,
  GATE_ANSWERS,
  STIFF_MINUTES,
} from '../../program/answers/check-in.ts';
import { CALF_SINCE, CONDITIONS, NEXT_DAYS, RAISES, RED_FLAGS } from '../../program/answers/intake.ts';
import { type Fields, PAIN_AVERAGE, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

const CHECK_IN: Fields = {
  painAverage: PAIN_AVERAGE,
  painWorst: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  nextDay: { kind: 'one', options: NEXT_DAYS, ask: 'Please choose how the calf was the morning after.' },
  sessionsDone: { kind: 'whole', min: 0, max: 14, ask: 'Please choose how many sessions you did.' },
  longestRunMinutes: { kind: 'whole', min: 0, max: 600, ask: 'Please give the minutes, 0 for no run.' },
  painkillers: { kind: 'one', options: ['yes', 'no', 'unsure'], ask: 'Please choose yes, no or not sure.' },
  redFlags: {
    kind: 'many',
    options: RED_FLAGS,
    ask: 'Please tick what is true for you, or “None of these”.',
  },
  gateStrength: { kind: 'one', options: GATE_ANSWERS, ask: 'Please choose how the strength test went.' },
  gateRun: { kind: 'one', options: GATE_ANSWERS, ask: 'Please choose how the running test went.' },
  runsDone: { kind: 'whole', min: 0, max: 7, ask: 'Please choose how many runs.' },
  worstWhen: {
    kind: 'one',
    options: ['running', 'strength', 'daily'],
    ask: 'Please choose when the worst moment was.',
  },
  stiffMinutes: { kind: 'one', options: STIFF_MINUTES, ask: 'Please choose how long it is stiff.' },
  calfSince: { kind: 'one', options: CALF_SINCE, ask: 'Please choose whether your calf changed since then.' },
  singleLegRaise: { kind: 'one', options: RAISES, ask: 'Please choose how rising on the sore leg feels.' },
  ranInBreak: { kind: 'whole', min: 0, max: 600, ask: 'Please give the minutes, 0 for no run.' },
  raisesSore: { kind: 'whole', min: 0, max: 60, ask: 'Please give the number of raises.' },
  raisesOther: { kind: 'whole', min: 0, max: 60, ask: 'Please give the number of raises.' },
  psfs: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  change: { kind: 'whole', min: -5, max: 5, ask: 'Please choose a number from −5 to 5.' },
  conditions: {
    kind: 'many',
    options: CONDITIONS,
    ask: 'Please tick what is true for you, or “None of these”.',
  },
  normSex: { kind: 'one', options: ['female', 'male', 'skip'], ask: 'Please choose a table, or none.' },
  newSurfaceOrShoes: { kind: 'one', options: ['yes', 'no'], ask: 'Please choose yes or no.' },
  note: { kind: 'text', max: 500, lines: true, ask: 'Please keep the note to 500 characters.' },
};

/** Every visible field of the check-in, in the order of docs/contract.md §2.2. */
export const CHECK_IN_FIELDS: readonly string[] = Object.keys(CHECK_IN);

/** Reads a check-in. Only `painAverage` is required; unknown fields are refused; what is missing is null. */
export function readCheckIn(form: FormValues): Read<CheckInAnswers> {
  const unknown = unknownFields(form, CHECK_IN_FIELDS);
  const { raw, errors } = readFields(form, CHECK_IN);
  const all = unknown === null ? errors : [unknown, ...errors];
  if (all.length > 0) return { ok: false, errors: all, values: form };
  return { ok: true, value: checkInAnswers.parse(raw) };
}

/**
 * The list of stop signs alone: what unread words opened (docs/clinical-rules.md §12 A4). Null = this is no
 * such form.
 */
export function readList(form: FormValues): Pick<CheckInAnswers, 'redFlags'> | null {
  const named = Object.keys(form).filter((name) => form[name] !== '');
  if (named.length !== 1 || named[0] !== 'redFlags') return null;
  const { raw, errors } = readFields(form, { redFlags: CHECK_IN['redFlags'] as Fields[string] });
  return errors.length > 0 ? null : { redFlags: raw['redFlags'] as CheckInAnswers['redFlags'] };
}

export type DoneChoice =
  | { readonly action: 'easier' | 'repeat' }
  /**
   * The one question after Save, put when the worst was 4 or more (AD-06, docs/clinical-rules.md §12 A14).
   */
  | { readonly action: 'worstWhen'; readonly worstWhen: 'running' | 'strength' | 'daily' };

const DONE: Fields = {
  action: {
    kind: 'one',
    options: ['easier', 'repeat', 'worstWhen'],
    ask: 'Please use one of the buttons on this page.',
    required: true,
  },
  worstWhen: {
    kind: 'one',
    options: ['running', 'strength', 'daily'],
    ask: 'Please choose when the worst moment was.',
  },
};

/** Reads what was pressed on the page after the check-in. */
export function readDone(form: FormValues): Read<DoneChoice> {
  const unknown = unknownFields(form, Object.keys(DONE));
  const { raw, errors } = readFields(form, DONE);
  const all = unknown === null ? [...errors] : [unknown, ...errors];
  const { action, worstWhen } = raw as {
    action?: DoneChoice['action'];
    worstWhen?: 'running' | 'strength' | 'daily';
  };
  if (action === 'worstWhen' && worstWhen === undefined && all.length === 0)
    all.push({ field: 'worstWhen', message: 'Please choose when the worst moment was.' });
  if (all.length > 0 || action === undefined) return { ok: false, errors: all, values: form };
  return {
    ok: true,
    value:
      action === 'worstWhen'
        ? { action, worstWhen: worstWhen as 'running' | 'strength' | 'daily' }
        : { action },
  };
}
