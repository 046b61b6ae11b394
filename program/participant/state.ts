/**
 * The participant: a union by status, so that data which makes no sense in a status does not exist in it
 * (docs/architecture.md §5). One schema serves the type, the read and the write: every load is parsed, every
 * write is checked.
 */
import * as z from 'zod';
import { aboutRunning } from '../answers/about-running.ts';
import { checkInAnswers } from '../answers/check-in.ts';
import { RED_FLAGS } from '../answers/intake.ts';
import { REQUESTS } from '../answers/requests.ts';
import { shoeAnswers } from '../answers/shoes.ts';
import { TOLD_ONCE } from '../course/letters.ts';
import { aftercareSchema, instant, localDate } from './aftercare-state.ts';
import {
  baselineSchema,
  cap,
  digestSchema,
  findingSchema,
  outcome,
  reasonSchema,
  route,
  rule,
  tracksSchema,
  unreadSchema,
} from './course-parts.ts';
import { inflight, owedMail } from './mail-state.ts';
import { replied, requested } from './request-spending.ts';
import { LEFT_REASONS, PAUSED_BY } from './why-ended.ts';

export type { Inflight, OwedMail } from './mail-state.ts';

export const stopSchema = z
  .strictObject({
    at: instant,
    route,
    findings: z.array(findingSchema).readonly(),
    from: z.enum(['intake', 'check-in', 'worse', 'return']),
    week: z.int(),
    contradictions: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();

export type Stop = z.infer<typeof stopSchema>;

/** Why the current plan is as it is: what the mail and the page explain. */
export const explained = z
  .strictObject({
    outcome,
    rule,
    reasons: z.array(reasonSchema).readonly(),
    physio: z.boolean(),
    missing: z.array(z.string()).readonly(),
    average: z.int().nullable(),
    worst: z.int().nullable(),
    previousAverage: z.int().nullable(),
  })
  .readonly();
export type Explained = z.infer<typeof explained>;

/**
 * The week the open check-in asks about, frozen when it went out. History and baseline are those of the
 * course up to `historyLength`.
 */
export const asked = z
  .strictObject({
    week: z.int(),
    sentAt: instant,
    tracks: tracksSchema,
    caps: z.array(cap).readonly(),
    missed: z.int(),
    sessionsPlanned: z.int(),
    restriction: z.enum(['none', 'noAcceleration', 'noProgress']),
    previousAverage: z.int(),
    historyLength: z.int(),
    flared: z.boolean(),
    /** What the runner chose for the asked week (docs/clinical-rules.md §12 A18); absent = nothing. */
    chosen: z.enum(['easier', 'repeat', 'repeating']).optional(),
    /** The runner's own goal in minutes (docs/clinical-rules.md §12 A15); absent = none was told. */
    goalMinutes: z.int().optional(),
    /** The day of the race as it was known then (docs/clinical-rules.md §12 A16); absent = none. */
    race: localDate.optional(),
    /**
     * When answers to it came faster than a person gives them, last; absent = never
     * (docs/architecture.md §9).
     */
    doubtedAt: instant.optional(),
    /** Asked on the way back from a pause that was asked for (docs/clinical-rules.md §12 A20). */
    fromBreak: z.literal(true).optional(),
    /** Its check-in was given up without any sign that it left; absent = it was not. */
    unproved: z.literal(true).optional(),
    /** Answers taken so far, at most three (a stop is always taken); the latest one counts. */
    answers: z.int(),
    answer: checkInAnswers.nullable(),
    /** Stop signs that the note of that answer may mean and no tick names; absent = none. */
    doubtfulSigns: z.array(z.enum(RED_FLAGS)).readonly().optional(),
    /** Words beside that answer that opened the list of stop signs once more; absent = none. */
    unread: unreadSchema.optional(),
    /** Mails that asked about such words and have been claimed, two at most; absent = none. */
    wordsAsked: z.int().optional(),
  })
  .readonly();
export type Asked = z.infer<typeof asked>;

export const courseSchema = z
  .strictObject({
    curriculum: z.string(),
    startedAt: instant,
    baseline: baselineSchema,
    /** The week whose plan is current, from 1; it grows by one with every plan, also with a repeated one. */
    week: z.int(),
    openedAt: instant,
    nextPlanAt: instant,
    days: z.int(),
    sessionsPlanned: z.int(),
    tracks: tracksSchema,
    /** What the answer decided, before the runner's own easier or repeat. */
    decided: tracksSchema,
    previous: tracksSchema.nullable(),
    choice: z.enum(['easier', 'repeat']).nullable(),
    restriction: z.enum(['none', 'noAcceleration', 'noProgress']),
    missed: z.int(),
    previousAverage: z.int(),
    history: z.array(digestSchema).readonly(),
    explained,
    planOut: z.boolean(),
    decisionsSent: z.int(),
    asked: asked.nullable(),
    /** When the calf was last reported worse since the last decided week (MD-8); null = not. */
    flaredAt: instant.nullable(),
    lessons: z.array(z.string()).readonly(),
    /**
     * Stop signs of a line of our list that stood alone in a reply: exercise waits until the list is
     * answered; absent = none did.
     */
    listLine: z.array(z.enum(RED_FLAGS)).min(1).readonly().optional(),
    /** Keys of words this person has cleared by the list of stop signs, the newest last; absent = none. */
    clearedWords: z.array(z.string()).readonly().optional(),
    /**
     * The week in which a stop was left behind, if there was one: calm from before it proves nothing about
     * the leg after it.
     */
    returnedWeek: z.int().optional(),
    /** Back from a pause that was asked for, and not yet answered (docs/clinical-rules.md §12 A20). */
    fromBreak: z.literal(true).optional(),
    /** The milestones and letters that were told, each with its week; absent = none. */
    milestones: z
      .array(z.strictObject({ code: z.enum(TOLD_ONCE), week: z.int() }).readonly())
      .readonly()
      .optional(),
    /** The week in which the runner last did something, an answer or anything else; absent = never. */
    actedIn: z.int().optional(),
    /** Ids of the moves that earlier plans have printed: a move is new once. Absent = none yet. */
    shown: z.array(z.string()).readonly().optional(),
    /** Absent before the first graduation. */
    aftercare: aftercareSchema.optional(),
  })
  .readonly();
export type Course = z.infer<typeof courseSchema>;

const consent = z.strictObject({ at: instant, version: z.string() }).readonly();
const person = {
  id: z.string(),
  createdAt: instant,
  email: z.string(),
  firstName: z.string().nullable(),
  country: z.string(),
  locale: z.literal('en'),
  timeZone: z.string(),
  weekday: z.int(),
  hour: z.int(),
  units: z.enum(['km', 'mi']),
  rhythm: z.enum(['full', 'lighter']),
  /** Raised to kill every link but unsubscribe. */
  tokenEpoch: z.int(),
  consents: z
    .strictObject({
      email: consent,
      confirmedAt: instant.nullable(),
      health: consent.nullable(),
      research: consent.nullable().optional(),
    })
    .readonly(),
  owed: z.array(owedMail).readonly(),
  inflight: z.array(inflight).readonly(),
  /** When mails that we start went out, last seven days only: the weekly cap. */
  started: z.array(instant).readonly(),
  /** Confirmations and "already" mails sent, last 24 hours only. */
  notices: z.array(instant).readonly(),
  /** How many stops, pauses, confirmations … there have been: makes occasions unique. */
  counter: z.int(),
  /**
   * A fresh proof of the address was asked for; the link in that mail is good until `expiresAt`
   * (docs/architecture.md §9). `n` is the number in that link, so that no earlier link opens it. `address`:
   * `email` is the wished one; `newAddress`: the old address has agreed by link `of`, the new one is asked.
   */
  fresh: z
    .strictObject({
      what: z.enum([...REQUESTS, 'newAddress']),
      at: instant,
      expiresAt: instant,
      n: z.int().optional(),
      of: z.int().optional(),
      email: z.string().optional(),
      /** Asked for in a reply from the address on file, so that no holder of a link replaces it. */
      proved: z.literal(true).optional(),
    })
    .readonly()
    .nullable(),
  /** When links were asked for in the last 24 hours, by what for; absent = none. */
  requests: requested.optional(),
  /** What was told in answer to replies lately; absent = nothing. */
  replies: replied.optional(),
  /**
   * Weeks in which a mail came back for a passing reason, with nothing delivered since, and when the last
   * that counted did. Absent = none.
   */
  softBounces: z.strictObject({ last: instant, weeks: z.int() }).readonly().optional(),
  /** When somebody of the operator's opened what is kept, and why: the last ten; absent = never. */
  looks: z
    .array(z.strictObject({ at: instant, reason: z.string() }).readonly())
    .readonly()
    .optional(),
  /**
   * About your running, as told last. The person's own words live here and nowhere else: the journal keeps a
   * mark in their place.
   */
  aboutRunning: aboutRunning.readonly().optional(),
  /** The shoe check, as told last, and the week of the course it was told in (0 = before the first). */
  shoes: z.strictObject({ week: z.int(), answers: shoeAnswers.readonly() }).readonly().optional(),
} as const;

export const participantSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('unconfirmed'), ...person, expiresAt: instant }).readonly(),
  /** `cleared`: answers of an earlier intake (`conditions.heart`) that a clinician has seen and allowed. */
  z
    .strictObject({ status: z.literal('confirmed'), ...person, cleared: z.array(z.string()).readonly() })
    .readonly(),
  z.strictObject({ status: z.literal('active'), ...person, course: courseSchema }).readonly(),
  z
    .strictObject({
      status: z.literal('paused'),
      ...person,
      course: courseSchema,
      pause: z
        .strictObject({ at: instant, by: z.enum(PAUSED_BY), until: localDate.nullable(), endsAt: instant })
        .readonly(),
    })
    .readonly(),
  z
    .strictObject({
      status: z.literal('stopped'),
      ...person,
      course: courseSchema.nullable(),
      stop: stopSchema,
    })
    .readonly(),
  z
    .strictObject({
      status: z.literal('completed'),
      ...person,
      course: courseSchema,
      completedAt: instant,
      ending: z.enum(['graduated', 'referred']),
    })
    .readonly(),
  z
    .strictObject({
      status: z.literal('left'),
      ...person,
      leftAt: instant,
      reason: z.enum(LEFT_REASONS),
      /** The consent about health was taken back: then everything goes, unless a new sign-up comes before. */
      eraseAt: instant.optional(),
      stop: stopSchema.nullable(),
    })
    .readonly(),
  z.strictObject({ status: z.literal('erased'), id: z.string() }).readonly(),
]);
export type Fresh = NonNullable<z.infer<typeof person.fresh>>;
export type Participant = z.infer<typeof participantSchema>;
export type Status = Participant['status'];
export type Of<S extends Status> = Extract<Participant, { status: S }>;
/** Everybody who still has an address and mail obligations. */
export type Person = Exclude<Participant, { status: 'erased' }>;
