/**
 * The shape of `safety.yaml`: what people read when something needs a doctor, and whom to call in each
 * country.
 */
import * as z from 'zod';
import { RED_FLAGS, type RedFlag } from '../answers/intake.ts';
import { FINDING_CODES } from '../course/types.ts';
import { reviewedOn, sentence, sources } from './words-schema.ts';

const findingText = z
  .strictObject({
    /** May use {emergency} and {urgent} of the country. */
    doNow: sentence,
    /** One line to say to the clinician. */
    tell: sentence,
    sources,
  })
  .readonly();
const routeText = z
  .strictObject({
    headline: sentence,
    steps: z.array(sentence).min(1).readonly(),
    back: sentence.nullable(),
    sources,
  })
  .readonly();
const country = z
  .strictObject({
    name: z.string(),
    /** The number to call in an emergency. */
    emergency: z.string(),
    /** The urgent, non-emergency, out-of-hours route. */
    urgent: sentence,
  })
  .readonly();
export type Country = z.infer<typeof country>;

/** What everybody is told to look out for, week after week (docs/clinical-rules.md §6.6). */
export const STOP_SIGNS = [
  'chest',
  'numbCold',
  'swelling',
  'pop',
  'walk',
  'knee',
  'wakes',
  'bone',
] as const satisfies readonly RedFlag[];
/** A stop sign as the answer of a finding. */
const SIGN_ANSWERS = RED_FLAGS.map((flag) => `redFlags.${flag}` as const);

/** An option of the stop signs, or what is no option of a form. Both without a verb. */
const signList = z
  .array(
    z.union([
      z.strictObject({ answer: z.enum(SIGN_ANSWERS) }).readonly(),
      z.strictObject({ text: sentence, sources }).readonly(),
    ]),
  )
  .min(1)
  .readonly();

export const safety = z
  .strictObject({
    reviewedBy: z.string(),
    reviewedOn,
    /**
     * What was answered, without a verb, where it is no option of a form: by finding (`side.both`) or by
     * field (`painAverage`, with {value}).
     */
    answers: z.object({ other: sentence }).catchall(sentence).readonly(),
    /**
     * The lists of the public pages, most urgent first: call for help, see a doctor today, see one before
     * more exercise.
     */
    signs: z
      .strictObject({
        emergency: signList,
        today: signList,
        beforeMore: signList,
      })
      .readonly(),
    /** What to tell whoever takes the call. */
    whatToSay: z.strictObject({ lines: z.array(sentence).min(1).readonly(), sources }).readonly(),
    findings: z.record(z.enum(FINDING_CODES), findingText).readonly(),
    routes: z.record(z.enum(['emergency', 'doctor', 'wait', 'physioFirst']), routeText).readonly(),
    /** ISO 3166-1 alpha-2, and `default`. */
    countries: z
      .record(
        z.string().regex(/^([A-Z]{2}|default)$/, 'two capital letters of a country, or default'),
        country,
      )
      .readonly(),
  })
  .readonly();
