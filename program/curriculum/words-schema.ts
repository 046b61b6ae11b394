/** The shape of the words: exercises, lessons, reasons, messages. One locale at a time (`curriculum/en/`). */
import * as z from 'zod';
import { REASON_CODES } from '../course/types.ts';
import { letters, milestones } from './reached-schema.ts';
import { sentence, sources } from './sentence.ts';

export { sentence, sources };

/** sources.yaml: one work of the register. */
export const work = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'the name of a work in letters, digits and -, such as Green2022'),
    topic: z.string(),
    cite: z.string(),
    doi: z.string().optional(),
    url: z.string().optional(),
    supports: z.string(),
    limits: z.string().optional(),
  })
  .readonly();

export const reviewedOn = z.union([z.literal('not yet reviewed'), z.iso.date()]);

/** One exercise, or one variant of it, as a runner reads it. */
export const exerciseText = z
  .strictObject({
    id: z.string(),
    name: sentence,
    /** A few words for a list. */
    short: sentence,
    /**
     * What its drawing tells someone who cannot see it, and the name of the files: id and the first digits of
     * their hash, so that they can be kept forever.
     */
    drawing: z
      .strictObject({
        alt: z.string().min(20).max(125),
        file: z.string().regex(/^EX-\d{2}[a-z]?\.[0-9a-f]{10}$/),
      })
      .readonly(),
    equipment: z.array(z.string()).readonly(),
    /** The lowest strength level at which it may be printed (the cap property counts with it). */
    fromLevel: z.int().min(0).max(7),
    /**
     * A hop, jump or rebound: left out for heel-bone pain and tendon medicine
     * (docs/clinical-rules.md §9.2, §6.5).
     */
    hop: z.boolean(),
    /** Done with bare feet: someone with numb feet keeps shoes on (docs/clinical-rules.md §6.5). */
    barefoot: z.boolean(),
    /**
     * The harder form is only printed from this level, and never to those who may not hop when `harderHops`.
     */
    harderFromLevel: z.int().min(0).max(7),
    harderHops: z.boolean(),
    setUp: sentence,
    steps: z.array(sentence).min(3).max(5).readonly(),
    cue: sentence,
    commonErrors: z.array(sentence).min(1).max(4).readonly(),
    easier: sentence,
    harder: sentence,
    stopRule: sentence,
    sources,
    reviewedBy: z.string(),
    reviewedOn,
  })
  .readonly();
export type ExerciseText = z.infer<typeof exerciseText>;

/** A paragraph or a list of a lesson. */
export const block = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('paragraph'), text: sentence }),
    z.strictObject({ kind: z.literal('list'), items: z.array(sentence).min(1).readonly() }),
  ])
  .readonly();
export type Block = z.infer<typeof block>;

/** What a lesson is about, so that what a person told us can pull it forward. */
export const LESSON_TOPICS = [
  'basics',
  'pain-rules',
  'rest',
  'relief',
  'new-runner',
  'mileage',
  'shoes',
  'stretching',
  'warm-up',
  'foot',
  'step-rate',
  'arch',
  'cross-training',
  'sitting',
  'thigh',
  'drink',
  'surface',
  'age',
  'physio',
  'prevention',
  'maintenance',
] as const;

export const lesson = z
  .strictObject({
    id: z.string().regex(/^LES-\d{2}$/, 'a lesson id such as LES-05'),
    title: z.string().min(3).max(50),
    /** What the subject of its mail says behind the week: a lock screen shows it to everybody. */
    subject: z.string().min(3).max(40),
    topic: z.enum(LESSON_TOPICS),
    /** The default place (docs/clinical-rules.md §9.8). */
    week: z.int().min(1).max(12),
    slot: z.union([z.literal(1), z.literal(2)]),
    /** May be sent to someone who waits for clearance: no loading in it (docs/clinical-rules.md §6.4). */
    loadFree: z.boolean(),
    /** The short form inside the plan mail, ≤ 120 words. */
    brief: sentence,
    /** ≤ 250 words with `painkiller`. */
    body: z.array(block).min(1).readonly(),
    /** Only for those who passed the painkiller questions (docs/clinical-rules.md §6.8). */
    painkiller: z.array(block).readonly(),
    /** The one thing to do; null where there is none. */
    action: sentence.nullable(),
    mustCarry: z
      .array(z.string().regex(/^S-\d{2}$/, 'the id of an item of the article, such as S-05'))
      .readonly(),
    sources,
    reviewedBy: z.string(),
    reviewedOn,
  })
  .readonly();
export type Lesson = z.infer<typeof lesson>;

/**
 * Words for every reason code; `params` names what {braces} may be used. Exhaustive: a missing code is an
 * error of the build.
 */
export const reasonText = z
  .strictObject({
    short: sentence,
    long: sentence,
    /** Said in place of `long` every other week, where the same facts can come twice running. */
    again: sentence.optional(),
    params: z.array(z.string()).readonly().default([]),
    sources,
  })
  .readonly();
export const reasons = z.record(z.enum(REASON_CODES), reasonText).readonly();

const says = z.record(z.string(), sentence).readonly();
/**
 * The rules in plain words, one entry for each row of the code's tables (tools/build/curriculum/rules.ts
 * checks both ways).
 */
export const rules = z
  .strictObject({
    adapt: says,
    modifiers: says,
    triage: says,
    start: says,
    caps: says,
    graduation: says,
    relevance: says,
    also: says,
  })
  .readonly();
export type RuleWords = z.infer<typeof rules>;

const boxText = z.strictObject({ title: sentence, text: sentence, link: sentence, sources }).readonly();
/** Short fixed texts of the programme. */
export const messages = z
  .strictObject({
    /** S-58: under every mail and page. */
    disclaimer: sentence,
    awaitsReview: sentence,
    /** One line in `start` (docs/clinical-rules.md §9.8). */
    toeRoom: sentence,
    /** The box in `start` within seven days of the onset: ice and heat, no painkillers (S-24…S-26). */
    iceAndHeat: z
      .strictObject({ title: sentence, lines: z.array(sentence).min(1).readonly(), sources })
      .readonly(),
    /** The link to "about your running" in `start` (docs/contract.md §2). */
    aboutRunning: boxText,
    /** The person's own when-then plan (BC-1) and goal; their words follow each label. */
    ownPlan: z
      .strictObject({ title: sentence, when: sentence, ifMissed: sentence, goal: sentence, sources })
      .readonly(),
    /**
     * The shoe check in week 2, its repeat in week 8 (`miles` may use {miles}, {from}, {to}, {unit}), and its
     * advice in the plan that follows.
     */
    shoeCheck: boxText,
    shoeAgain: boxText.unwrap().extend({ miles: sentence }).readonly(),
    shoeAdvice: boxText,
    /** The link to the painkiller questions (docs/clinical-rules.md §6.8). */
    painkillers: sentence,
    /** Put before the set-up of barefoot moves for numb feet (docs/clinical-rules.md §6.5). */
    keepShoesOn: sentence,
    /** Offered when sessions were missed (BC-5). */
    fiveMinutes: sentence,
    /**
     * The tips in a plan after a week of none or one session, by barrier (BC-5). `link` leads to "about your
     * running".
     */
    missedTips: z
      .strictObject({
        title: sentence,
        link: sentence,
        fiveMinutes: sentence,
        ownPlan: sentence,
        makePlan: sentence,
        afterSitting: sentence,
        chooseDay: sentence,
        sources,
      })
      .readonly(),
    /**
     * What is said about a race (docs/clinical-rules.md §12 A16). {date}; {need} and {reach} in minutes.
     * `why`: inside `barred`, what stands in the way.
     */
    race: z
      .strictObject({
        past: sentence,
        soon: sentence,
        far: sentence,
        noLength: sentence,
        onCourse: sentence,
        tight: sentence,
        notThisRace: sentence,
        barred: sentence,
        why: z
          .strictObject({
            stopped: sentence,
            capped: sentence,
            sudden: sentence,
            stepBack: sentence,
            sore: sentence,
          })
          .readonly(),
        sources,
      })
      .readonly(),
    /** Above an exercise that takes its turn with its equal. {from}, {to}. */
    variation: z.strictObject({ title: sentence, text: sentence, sources }).readonly(),
    /** After graduation (docs/clinical-rules.md §9.11). {from}, {to}, {minutes}; {percent}. */
    aftercare: z
      .strictObject({ feet: sentence, also: z.array(sentence).min(1).readonly(), raises: sentence, sources })
      .readonly(),
    /**
     * The session of a bad day: one {exercise}, {sets} sets. It counts as having shown up, never as dose
     * (BC-5, AD-17).
     */
    badDay: z.strictObject({ label: sentence, text: sentence, sources }).readonly(),
    /** What stands between the runner and {goal}: {test}; or so many levels before the first jog. */
    nextDoor: z
      .strictObject({
        test: sentence,
        runs: sentence,
        levels: sentence,
        oneLevel: sentence,
        firstJog: sentence,
        nextRun: sentence,
        level: sentence,
        sources,
      })
      .readonly(),
    /** Marked once each, in the plan that brings it (BC-7). */
    milestones,
    letters,
    /** Words for codes that stand as parameters in a reason: contradictions of the intake, findings. */
    names: z.record(z.string(), sentence).readonly(),
  })
  .readonly();
