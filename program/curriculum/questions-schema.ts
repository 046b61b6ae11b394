/**
 * The shape of the questions: what each form asks, how each option is put to a runner, and how it is said
 * back.
 * The keys are the options and fields of `program/answers`, so a new option without words is an error of the
 * build.
 */
import * as z from 'zod';
import { aboutRunning, SURFACES, YES_NO } from '../answers/about-running.ts';
import { checkInAnswers, GATE_ANSWERS, STIFF_MINUTES } from '../answers/check-in.ts';
import {
  CALF_SINCE,
  CLOT_RISKS,
  CONDITIONS,
  calfAnswers,
  intakeAnswers,
  NEXT_DAYS,
  RAISES,
  RED_FLAGS,
  rhythmAnswers,
  runningAnswers,
} from '../answers/intake.ts';
import { NSAID } from '../answers/nsaid.ts';
import { ARCHES, DROP_CHANGES, type GapWord, shoeAnswers, YES_NO_UNSURE } from '../answers/shoes.ts';
import { reviewedOn, sentence, sources } from './words-schema.ts';

/**
 * One option of a list. `ask`: beside its box, in the runner's words. `back`: without a verb, inside a
 * sentence or a list of ours.
 */
const phrase = z.string().trim().min(2);
const option = z.strictObject({ ask: phrase, back: phrase, sources }).readonly();
export type OptionWords = z.infer<typeof option>;

/**
 * A stop sign. `atIntake`: `ask` of the very first asking, when nothing is "since we last asked". `short`:
 * the weekly plan's words.
 */
const sign = option.unwrap().extend({ atIntake: sentence.optional(), short: sentence.optional() }).readonly();

const listOf = <T extends string>(values: readonly [T, ...T[]] | readonly T[]) =>
  z.record(z.enum(values as readonly [T, ...T[]]), option).readonly();

const GAPS: readonly GapWord[] = ['noRoom', 'fingerNail', 'halfThumb', 'thumb', 'more'];

/**
 * Every list of options, by name. `test` serves both self-tests, `yesNo` and `yesNoUnsure` the plain
 * questions.
 */
const options = z
  .strictObject({
    redFlags: z.record(z.enum(RED_FLAGS), sign).readonly(),
    conditions: listOf(CONDITIONS),
    clotRisk: listOf(CLOT_RISKS),
    nsaid: listOf(NSAID),
    intent: listOf(calfAnswers.shape.intent.unwrap().unwrap().options),
    side: listOf(calfAnswers.shape.side.options),
    site: listOf(calfAnswers.shape.site.unwrap().unwrap().options),
    onset: listOf(calfAnswers.shape.onset.unwrap().unwrap().options),
    hurtsWhen: listOf(calfAnswers.shape.hurtsWhen.unwrap().unwrap().options),
    calfSince: listOf(CALF_SINCE),
    stiffMinutes: listOf(STIFF_MINUTES),
    nextDay: listOf(NEXT_DAYS),
    twoLegRaise: listOf(RAISES),
    singleLegRaise: listOf(RAISES),
    runsNow: listOf(runningAnswers.shape.runsNow.options),
    strainLast12m: listOf(runningAnswers.shape.strainLast12m.options),
    painkillers: listOf(checkInAnswers.shape.painkillers.unwrap().unwrap().options),
    test: listOf(GATE_ANSWERS),
    worstWhen: listOf(checkInAnswers.shape.worstWhen.unwrap().unwrap().options),
    sudden: listOf(YES_NO),
    seenBy: listOf(['doctor', 'physio', 'nurse', 'nobody']),
    said: listOf(['okToLoad', 'wait', 'notThis']),
    normSex: listOf(checkInAnswers.shape.normSex.unwrap().unwrap().options),
    rhythm: listOf(['full', 'lighter']),
    units: listOf(rhythmAnswers.shape.units.options),
    yesNo: listOf(YES_NO),
    yesNoUnsure: listOf(YES_NO_UNSURE),
    gap: listOf(GAPS),
    dropChange8wk: listOf(DROP_CHANGES),
    arch: listOf(ARCHES),
    surface: listOf(SURFACES),
  })
  .readonly();

/** One question of a form. {braces} of `ask` and `hint` are filled in by the page: see `QUESTION_BRACES`. */
const question = z.strictObject({ ask: sentence, hint: sentence.optional(), sources }).readonly();
export type Question = z.infer<typeof question>;

const ends = z.strictObject({ low: sentence, high: sentence, sources }).readonly();

/**
 * Every field that a form asks for. The consents have words of their own (`web/consents.ts`): a receipt is
 * given for them.
 */
const forms = z
  .strictObject({
    intake: z.record(intakeAnswers.omit({ consentHealth: true }).keyof(), question).readonly(),
    checkIn: z.record(checkInAnswers.keyof(), question).readonly(),
    worse: z.record(z.enum(['redFlags', 'painNow', 'sudden', 'singleLegRaise', 'when']), question).readonly(),
    return: z.record(z.enum(['seenBy', 'seenOn', 'said']), question).readonly(),
    settings: z.record(z.enum(['rhythm']), question).readonly(),
    running: z.record(aboutRunning.omit({ distanceUnits: true }).keyof(), question).readonly(),
    nsaid: z.record(z.enum(['nsaid']), question).readonly(),
    /** `site` is known from the intake, `runsRegularly` from the course: neither is asked. */
    shoes: z.record(shoeAnswers.omit({ site: true, runsRegularly: true }).keyof(), question).readonly(),
  })
  .readonly();

/** What may stand in braces, by form and field; the page that shows the question fills it in. */
export const QUESTION_BRACES: Readonly<Record<string, readonly string[]>> = {
  'intake.redFlags': ['emergency'],
  'checkIn.sessionsDone': ['sessions'],
  'worse.redFlags': ['emergency'],
  'return.seenOn': ['from', 'to'],
  'running.weeklyDistance': ['units'],
};

/** `questions.yaml`. */
export const questions = z
  .strictObject({
    reviewedBy: z.string(),
    reviewedOn,
    options,
    scales: z
      .strictObject({
        pain: ends,
        missedMost: ends,
        comfort: ends,
        /** From +5 to −5. */
        change: z.strictObject({ words: z.array(sentence).length(11).readonly(), sources }).readonly(),
      })
      .readonly(),
    forms,
  })
  .readonly();
export type Questions = z.infer<typeof questions>;
