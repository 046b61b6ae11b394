/**
 * The shape of the curriculum: what a physiotherapist edits in `curriculum/` (numbers in YAML, words in
 * Markdown), parsed at build time into one object that `decide` takes as an argument. Errors name file, line
 * and what was expected (tools/build/curriculum/curriculum.ts). This file holds the numbers and the whole;
 * the words are in `words-schema.ts`.
 */
import * as z from 'zod';
import { AGE_BANDS } from '../answers/intake.ts';
import { faqCard } from './faq-schema.ts';
import { questions } from './questions-schema.ts';
import { safety } from './safety-schema.ts';
import { shoesFile, shoeWords } from './shoes-schema.ts';
import { exerciseText, lesson, messages, reasons, rules, sources, work } from './words-schema.ts';

export { sources };

export const exerciseId = z
  .string()
  .regex(/^EX-\d{2}[a-z]?$/, 'an exercise id such as EX-05, or with its variant EX-08s');
const upTo = (max: number) => z.int().min(0).max(max);
const fromWeek = z.int().min(1).max(52);

export const dose = z
  .strictObject({
    sets: z.int().min(1).max(6),
    reps: z.int().min(1).max(40).exactOptional(),
    seconds: z.int().min(1).max(120).exactOptional(),
    metres: z.int().min(1).max(100).exactOptional(),
    toSets: z.int().min(1).max(6).exactOptional(),
    toReps: z.int().min(1).max(40).exactOptional(),
    toSeconds: z.int().min(1).max(120).exactOptional(),
    tempo: z.string(),
    restSeconds: upTo(300),
    restSecondsTo: upTo(300).exactOptional(),
    eachSide: z.boolean(),
  })
  .readonly();

/**
 * One exercise at one level with its dose; `id` may carry a variant (EX-08s). `sessionsPerWeek` = on that
 * many of the level's sessions only.
 */
export const prescribed = z
  .strictObject({
    exercise: exerciseId,
    dose,
    sessionsPerWeek: z.int().min(1).max(7).exactOptional(),
    /** Equal in load; for /programme and for a change of scene. */
    alternatives: z.array(exerciseId).readonly().optional(),
  })
  .readonly();
export type Prescribed = z.infer<typeof prescribed>;

/**
 * What a counted set of single-leg raises must reach for a gate: a number, shares in percent of the usual
 * number and of the other leg.
 */
export const gateRaises = z
  .strictObject({
    count: z.int().min(1).max(30).exactOptional(),
    targetPercent: z.int().min(1).max(100).exactOptional(),
    otherPercent: z.int().min(1).max(100).exactOptional(),
  })
  .readonly();
export type GateRaises = z.infer<typeof gateRaises>;

export const level = z
  .strictObject({
    level: z.int().min(0).max(7),
    name: z.string().min(1),
    exercises: z.array(prescribed).min(1).max(4).readonly(),
    /** Replaces `exercises` for pain at the heel bone: no step, no hops (docs/clinical-rules.md §9.2). */
    heelBone: z.array(prescribed).min(1).max(4).readonly().optional(),
    sessionsPerWeek: z.int().min(1).max(7),
    sessionMinutes: z.tuple([z.int().min(1), z.int().max(60)]).readonly(),
    minimumDays: z.int().min(1).max(28),
    minimumWeeks: z.int().min(1).max(4),
    /** docs/clinical-rules.md §2.9: one more week at age ≥ 50 or after a strain in the last 12 months. */
    extraWeekForRisk: z.boolean(),
    hoursBetween: z.int().min(24).max(72).nullable(),
    /** LV0: the short flat walk that stands in place of the 30-minute walks. */
    easyWalkMinutes: z
      .tuple([z.int().min(1), z.int().max(30)])
      .readonly()
      .nullable(),
    heavySessions: z.int().min(1).max(3).optional(),
    note: z.string().optional(),
    /**
     * Self-test that opens the NEXT level (docs/clinical-rules.md §2.11), one sentence a runner can carry
     * out; null at the top. Placeholders: plan/gates.ts.
     */
    gate: z.string().nullable(),
    gateShort: z.string().nullable(),
    /** The same test without step, jumps or hops (heel-bone pain, tendon medicine). */
    gateNoHops: z.string().optional(),
    /**
     * LV2 while neither leg rises on its own (TR-P3): the same test with one raise on each leg
     * (docs/clinical-rules.md §12 A10).
     */
    gateOneRaise: z.string().optional(),
    /** The numbers of that test: they count more than its tick (docs/clinical-rules.md §12 A17). */
    gateRaises: gateRaises.optional(),
    sources,
  })
  .readonly();
export type Level = z.infer<typeof level>;

export const stage = z
  .strictObject({
    stage: z.enum(['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9']),
    intervals: upTo(15),
    runMinutes: z.number().min(0).max(30),
    walkMinutes: z.number().min(0).max(30),
    totalRunMinutes: upTo(30),
    sessionMinutes: z.int().min(1).max(60),
    sessionsPerWeek: z.int().min(1).max(4),
    /** Strength level the NEXT stage needs (docs/clinical-rules.md §4.4), null = none. */
    nextNeedsLevel: z.int().min(0).max(7).nullable(),
    /** Extra self-test that opens the NEXT stage; null = two settled sessions are the test. */
    gate: z.string().nullable(),
    gateShort: z.string().nullable(),
    /** Instead of `gate` without jumps or hops, and when both calves are sore. Absent = `gate` serves. */
    gateNoHops: z.string().optional(),
    gateBothSides: z.string().optional(),
    /** As for levels (docs/clinical-rules.md §12 A17). */
    gateRaises: gateRaises.optional(),
    sources,
  })
  .readonly();
export type LadderStage = z.infer<typeof stage>;

const percentPair = z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]).readonly();

/** RK: keep running, reduced (docs/clinical-rules.md §4.1, §4.4). Percentages are whole numbers. */
export const keepRunning = z
  .strictObject({
    volumePercent: percentPair,
    noHillsWeeks: upTo(12),
    /**
     * Share of the longest run of thirty days that RK begins with, with any pain at the start
     * (docs/clinical-rules.md §12 A5).
     */
    startPercentWithPain: z.int().min(10).max(70),
    raisesBeforeLevelWeek: z.int().min(1).max(3),
    longestRunRaisePercent: upTo(10),
    weeklyRaisePercent: percentPair,
    regressCutPercent: z.int().min(10).max(100),
    secondRegressStage: z.enum(['R3']),
    sessionsPerWeek: z.int().min(1).max(4),
    sources,
  })
  .readonly();

export const walks = z
  .strictObject({
    fromWeek,
    sessions: z.int().min(1).max(7),
    minutes: z.tuple([z.int().min(5), z.int().max(60)]).readonly(),
    brisk: z.boolean(),
    sources,
  })
  .readonly();

const footCoreMove = z
  .strictObject({
    exercise: exerciseId,
    needsLevel: z.int().min(0).max(7),
    /** The seated FC1 move printed below `needsLevel` (docs/clinical-rules.md §3.4). */
    otherwise: exerciseId.optional(),
    dose,
  })
  .readonly();
export const footCoreBlock = z
  .strictObject({
    block: z.enum(['FC1', 'FC2', 'FC3', 'FC4', 'maintain']),
    name: z.string().min(1),
    weeks: z.tuple([z.int().min(1), z.int().max(52)]).readonly(),
    moveOn: z.string(),
    moves: z.array(footCoreMove).min(3).max(8).readonly(),
  })
  .readonly();
export type FootCoreBlockPlan = z.infer<typeof footCoreBlock>;

/** levels.yaml */
export const levelsFile = z.strictObject({ sources, levels: z.array(level).length(8).readonly() });
/** running.yaml */
export const runningFile = z.strictObject({
  sources,
  twoSessions: z.string(),
  twoSessionsShort: z.string(),
  stages: z.array(stage).length(10).readonly(),
  walks: z.array(walks).min(1).readonly(),
  keepRunning,
  daysOffAfterRegress: upTo(7),
  spike: z.strictObject({ holdAbovePercent: upTo(10), largeAbovePercent: upTo(30), sources }).readonly(),
  cautionMilesPerWeek: z.int().min(1).max(40),
});
/** foot-core.yaml */
export const footCoreFile = z.strictObject({
  sources,
  minutes: z.tuple([z.int().min(1), z.int().max(30)]).readonly(),
  sessionsPerWeek: z.int().min(1).max(4),
  blocks: z.array(footCoreBlock).length(5).readonly(),
});

const band = z.strictObject({ carryOnTo: upTo(3), easeOffTo: upTo(5), stopFrom: upTo(6) }).readonly();
const phase = z
  .strictObject({ name: z.string().min(1), fromWeek, toWeek: fromWeek, about: z.string() })
  .readonly();
/** programme.yaml */
export const programmeFile = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as "1.0.0", in quotes'),
  reviewedBy: z.string().min(1),
  reviewedOn: z.union([z.literal('not yet reviewed'), z.iso.date()]),
  weeks: z
    .strictObject({ min: z.int().min(1), nominal: z.int().min(1), max: z.int().min(1).max(52), sources })
    .readonly(),
  phases: z.array(phase).min(1).readonly(),
  painRule: z
    .strictObject({
      strength: band,
      running: band,
      settledBy: z.string(),
      doctorFrom: upTo(7),
      lines: z.array(z.string()).length(3).readonly(),
      nextMorning: z.string(),
      sources,
    })
    .readonly(),
  session: z
    .strictObject({ maxItems: upTo(5), maxFootCoreMoves: upTo(3), easyMovementMinutes: upTo(10), sources })
    .readonly(),
  stretches: z
    .strictObject({
      exercises: z.array(exerciseId).min(1).max(3).readonly(),
      dose,
      notBeforeHours: z.int().min(72),
      schedule: z
        .array(z.strictObject({ fromWeek, days: z.tuple([upTo(7), upTo(7)]).readonly() }).readonly())
        .min(1)
        .readonly(),
      sources,
    })
    .readonly(),
  warmUp: z
    .strictObject({
      exercise: exerciseId,
      gentleExercise: exerciseId,
      gentleBelowLevel: z.int().min(0).max(7),
      fromWeek,
      minutes: z.tuple([z.int(), z.int()]).readonly(),
      dose,
      sources,
    })
    .readonly(),
  addOn: z
    .strictObject({
      fromWeek,
      sessionsPerWeek: upTo(3),
      exercises: z.array(prescribed).max(3).readonly(),
      sources,
    })
    .readonly(),
  crossTraining: z
    .array(z.strictObject({ fromWeek, sessions: upTo(3), sources }).readonly())
    .min(1)
    .readonly(),
  raises: z
    .strictObject({
      ceiling: z.int().min(1).max(30),
      usual: z
        .array(z.strictObject({ ageBand: z.enum(AGE_BANDS), male: upTo(40), female: upTo(40) }).readonly())
        .length(AGE_BANDS.length)
        .readonly(),
      sources,
    })
    .readonly(),
  measures: z
    .strictObject({
      weeks: z.array(fromWeek).readonly(),
      footCoreSessions: upTo(40),
      footCoreSessionsToGraduate: upTo(40),
      sources,
    })
    .readonly(),
  maintenance: z
    .strictObject({
      months: upTo(24),
      strengthPerWeek: upTo(4),
      footCorePerWeek: z.tuple([upTo(7), upTo(7)]).readonly(),
      footCoreMinutes: upTo(30),
      strengthFromLevel: z.int().min(0).max(7),
      strength: z.array(prescribed).length(2).readonly(),
      sources,
    })
    .readonly(),
});
export const sourcesFile = z.strictObject({ works: z.array(work).min(1).readonly() });

const programme = programmeFile.shape;
/**
 * The whole, as `loadCurriculum` returns it and as `dist/curriculum.json` holds it. `stretchSchedule` =
 * programme.yaml's stretches.
 */
export const curriculum = z
  .strictObject({
    locale: z.string(),
    version: programme.version,
    weeks: programme.weeks,
    phases: programme.phases,
    painRule: programme.painRule,
    session: programme.session,
    stretchSchedule: programme.stretches,
    warmUp: programme.warmUp,
    addOn: programme.addOn,
    crossTraining: programme.crossTraining,
    raises: programme.raises,
    measures: programme.measures,
    maintenance: programme.maintenance,
    /** Index = level number. */
    levels: levelsFile.shape.levels,
    /** R0…R9 in order. */
    stages: runningFile.shape.stages,
    twoSessions: z.string(),
    twoSessionsShort: z.string(),
    walks: runningFile.shape.walks,
    keepRunning,
    daysOffAfterRegress: runningFile.shape.daysOffAfterRegress,
    spike: runningFile.shape.spike,
    cautionMilesPerWeek: runningFile.shape.cautionMilesPerWeek,
    footCore: footCoreFile.omit({ sources: true }).readonly(),
    /** By id; a variant has its own entry (EX-08, EX-08s, EX-08h). */
    exercises: z.record(z.string(), exerciseText).readonly(),
    lessons: z.array(lesson).readonly(),
    /** Answers to questions that are asked by reply; in the order of their ids. */
    faq: z.array(faqCard).readonly(),
    reasons,
    safety,
    /** What the forms ask, and how an answer is said back. */
    questions,
    messages,
    /** The shoe check (docs/clinical-rules.md §5.6): numbers and words. */
    shoes: shoesFile,
    shoeWords,
    rules,
    works: sourcesFile.shape.works,
    /**
     * `pending`: some clinical file is not yet reviewed; every page and mail then says so (CONTRACT, issue on
     * the programme).
     */
    review: z.strictObject({ by: z.string(), on: z.string(), pending: z.boolean() }).readonly(),
  })
  .readonly();
export type Curriculum = z.infer<typeof curriculum>;
