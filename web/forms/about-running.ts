/** Reading "about your running" (docs/contract.md §2.1, "Later"). */
import {
  type AboutRunning,
  ARCHES,
  aboutRunning,
  GOAL_LENGTH,
  GOAL_MINUTES,
  PLAN_LENGTH,
  SURFACES,
  YES_NO,
} from '../../program/answers/about-running.ts';
import { type Field, type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

const yesNo: Field = { kind: 'one', options: YES_NO, ask: 'Please choose yes or no.' };

const ABOUT: Fields = {
  arch: { kind: 'one', options: ARCHES, ask: 'Please choose what your arch is like.' },
  surface: { kind: 'one', options: SURFACES, ask: 'Please choose where you run.' },
  weeklyDistance: { kind: 'whole', min: 0, max: 400, ask: 'Please give the distance of a usual week.' },
  raisedRecently: yesNo,
  warmsUp: yesNo,
  crossTrains: yesNo,
  strengthTrains: yesNo,
  sitsLong: yesNo,
  planWhen: { kind: 'text', max: PLAN_LENGTH, ask: 'Please keep this short.' },
  planIfMissed: { kind: 'text', max: PLAN_LENGTH, ask: 'Please keep this short.' },
  psfs: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  goalMinutes: { kind: 'whole', min: 1, max: GOAL_MINUTES, ask: 'Please give the minutes, at most 30.' },
  raceDate: {
    kind: 'date',
    from: '2020-01-01',
    to: '2099-12-31',
    ask: 'Please give the day of the race.',
    outside: 'Please give a day of this century.',
  },
  raceDistance: { kind: 'whole', min: 1, max: 100, ask: 'Please give the kilometres.' },
  raceMinutes: { kind: 'whole', min: 1, max: 1440, ask: 'Please give the minutes.' },
  goal: { kind: 'text', max: GOAL_LENGTH, ask: 'Please keep this to one sentence.' },
};

/** Every field, in the order of the page. */
export const ABOUT_RUNNING_FIELDS: readonly string[] = Object.keys(ABOUT);

/** `units`: those of the person's settings, in which the page asked for the distance. */
export interface AboutRunningContext {
  readonly units: 'km' | 'mi';
}

/**
 * Nothing is required: what was left open is null. Free text is kept as it was written. Unknown fields are
 * refused.
 */
export function readAboutRunning(form: FormValues, { units }: AboutRunningContext): Read<AboutRunning> {
  const unknown = unknownFields(form, ABOUT_RUNNING_FIELDS);
  const { raw, errors } = readFields(form, ABOUT);
  const all = unknown === null ? errors : [unknown, ...errors];
  return all.length > 0
    ? { ok: false, errors: all, values: form }
    : { ok: true, value: aboutRunning.parse({ ...raw, distanceUnits: units }) };
}

/**
 * Earlier answers, for the form to show again. A distance told in other units than today's is left out: it
 * would read as another one.
 */
export const aboutRunningValues = (answers: AboutRunning, { units }: AboutRunningContext): FormValues =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      value === null ||
      name === 'distanceUnits' ||
      (name === 'weeklyDistance' && answers.distanceUnits !== units)
        ? []
        : [[name, String(value)]],
    ),
  );
