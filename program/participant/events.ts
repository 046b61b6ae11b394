/**
 * Facts in the past tense, each with what was computed at the time, so that folding them gives the state
 * again.
 */
import * as z from 'zod';
import { aboutRunning } from '../answers/about-running.ts';
import { checkInAnswers } from '../answers/check-in.ts';
import { RED_FLAGS } from '../answers/intake.ts';
import { REQUESTS } from '../answers/requests.ts';
import { shoeAnswers } from '../answers/shoes.ts';
import { TOLD_ONCE } from '../course/letters.ts';
import { aftercareSchema } from './aftercare-state.ts';
import { baselineSchema, digestSchema, tracksSchema, unreadSchema } from './course-parts.ts';
import { inflight, owedMail } from './mail-state.ts';
import { asked, explained, stopSchema } from './state.ts';
import { LEFT_REASONS, PAUSED_BY } from './why-ended.ts';

const at = z.string();
/** Moves of the plan that this fact follows or replaces, without those of earlier plans; absent = none. */
const shown = z.array(z.string()).readonly().optional();
const weekFacts = {
  at,
  shown,
  week: z.int(),
  tracks: tracksSchema,
  previous: tracksSchema,
  explained,
  digest: digestSchema,
  historyLength: z.int(),
  nextPlanAt: at,
  openedAt: at,
  days: z.int(),
  sessionsPlanned: z.int(),
  caps: baselineSchema.unwrap().shape.caps,
  missed: z.int(),
  lessons: z.array(z.string()).readonly(),
};

export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SignedUp'),
    at,
    id: z.string(),
    email: z.string(),
    firstName: z.string().nullable(),
    country: z.string(),
    timeZone: z.string(),
    weekday: z.int(),
    hour: z.int(),
    units: z.enum(['km', 'mi']),
    consentVersion: z.string(),
    expiresAt: at,
  }),
  z.strictObject({ type: z.literal('Confirmed'), at }),
  z.strictObject({
    type: z.literal('Enrolled'),
    at,
    consentVersion: z.string(),
    curriculum: z.string(),
    timeZone: z.string(),
    weekday: z.int(),
    hour: z.int(),
    units: z.enum(['km', 'mi']),
    baseline: baselineSchema,
    tracks: tracksSchema,
    explained,
    nextPlanAt: at,
    days: z.int(),
    sessionsPlanned: z.int(),
    lessons: z.array(z.string()).readonly(),
  }),
  /** `digest`: the answer that stopped it, when it was a check-in; it stays in the history. */
  z.strictObject({
    type: z.literal('Stopped'),
    stop: stopSchema,
    consentVersion: z.string().nullable(),
    digest: digestSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('CheckInOpened'), asked }),
  z.strictObject({
    type: z.literal('CheckedIn'),
    at,
    week: z.int(),
    number: z.int(),
    answers: checkInAnswers,
    source: z.enum(['web', 'reply']),
    /** Stop signs that the note may mean and no tick names; absent = none. The next page asks about them. */
    doubtfulSigns: z.array(z.enum(RED_FLAGS)).readonly().optional(),
    /** Words beside it that were not known to be harmless, as keys alone; absent = none. */
    unread: unreadSchema.optional(),
    /** Keys of words that the list of stop signs has cleared; they are not asked about again. */
    cleared: z.array(z.string()).readonly().optional(),
  }),
  /** A line of our own list came alone: exercise waits for the list. No flags = none of it is true. */
  z.strictObject({ type: z.literal('ListLine'), at, flags: z.array(z.enum(RED_FLAGS)).readonly() }),
  /** Answers to one question faster than a person gives them: what they had moved is taken back. */
  z.strictObject({
    type: z.literal('AnswersDoubted'),
    at,
    week: z.int(),
    shown,
    held: z.strictObject({
      tracks: tracksSchema,
      decided: tracksSchema,
      explained,
      digest: digestSchema,
      previousAverage: z.int(),
      sessionsPlanned: z.int(),
      caps: baselineSchema.unwrap().shape.caps,
    }),
  }),
  z.strictObject({ type: z.literal('Progressed'), ...weekFacts }),
  z.strictObject({ type: z.literal('Held'), ...weekFacts }),
  z.strictObject({ type: z.literal('Regressed'), ...weekFacts }),
  /** The plan day came without an answer: the week is repeated. */
  z.strictObject({ type: z.literal('WeekUnanswered'), ...weekFacts }),
  z.strictObject({
    type: z.literal('Chose'),
    at,
    shown,
    choice: z.enum(['easier', 'repeat']),
    tracks: tracksSchema,
    explained,
    sessionsPlanned: z.int(),
  }),
  /** The calf got worse: rest, then one step down; nothing moves up this week (MD-8). */
  z.strictObject({
    type: z.literal('FlaredUp'),
    at,
    shown,
    tracks: tracksSchema,
    explained,
    sessionsPlanned: z.int(),
    restUntil: at,
    suddenOnset: z.string().nullable(),
    /** Limits from now on; absent = as they were. */
    caps: baselineSchema.unwrap().shape.caps.optional(),
  }),
  /** Told again, each replaces what was told before. */
  z.strictObject({ type: z.literal('ToldAboutRunning'), at, answers: aboutRunning }),
  z.strictObject({ type: z.literal('ShoesChecked'), at, week: z.int(), answers: shoeAnswers }),
  /**
   * `email`: the wished address. Like every address it is kept in STATE alone; the stored journal has a mark
   * in its place.
   */
  z.strictObject({
    type: z.literal('FreshRequested'),
    at,
    what: z.enum(REQUESTS),
    expiresAt: at,
    n: z.int().optional(),
    email: z.string().optional(),
    /** Asked for in a reply from the address on file. */
    proved: z.literal(true).optional(),
  }),
  /** The old address has agreed to the change; now the new one is asked. */
  z.strictObject({ type: z.literal('AddressWished'), at, expiresAt: at, n: z.int() }),
  /** Given or taken back on the person's page; `version` is the receipt of the words. */
  z.strictObject({
    type: z.literal('ConsentChanged'),
    at,
    what: z.enum(['research', 'health']),
    given: z.boolean(),
    version: z.string(),
  }),
  /** Somebody of the operator's opened what is kept; it stands on the person's page. */
  z.strictObject({ type: z.literal('LookedAt'), at, reason: z.string() }),
  /** Every link but the way out dies. */
  z.strictObject({ type: z.literal('LinksRenewed'), at }),
  /** Both have agreed. Every link but the way out dies. */
  z.strictObject({ type: z.literal('AddressChanged'), at, email: z.string() }),
  /**
   * Seen by a clinician and clear to load. A course begins again gently; a participant stopped at the intake
   * answers it again.
   */
  z.strictObject({
    type: z.literal('Cleared'),
    at,
    seenBy: z.enum(['doctor', 'physio', 'nurse']),
    seenOn: z.string(),
    cleared: z.array(z.string()).readonly(),
    caps: baselineSchema.unwrap().shape.caps,
    course: z
      .strictObject({
        week: z.int(),
        shown,
        tracks: tracksSchema,
        explained,
        nextPlanAt: at,
        days: z.int(),
        sessionsPlanned: z.int(),
        lessons: z.array(z.string()).readonly(),
      })
      .nullable(),
  }),
  z.strictObject({ type: z.literal('WeekShifted'), at, nextPlanAt: at, days: z.int() }),
  z.strictObject({
    type: z.literal('Paused'),
    at,
    by: z.enum(PAUSED_BY),
    until: z.string().nullable(),
    endsAt: at,
  }),
  z.strictObject({
    type: z.literal('Resumed'),
    at,
    shown,
    missed: z.int(),
    nextPlanAt: at,
    /** After a pause that was asked for: the question comes first (docs/clinical-rules.md §12 A20). */
    fromBreak: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('SettingsChanged'),
    at,
    weekday: z.int(),
    hour: z.int(),
    timeZone: z.string(),
    units: z.enum(['km', 'mi']),
    rhythm: z.enum(['full', 'lighter']),
  }),
  /** `aftercare` is absent on graduations written before there was one. */
  z.strictObject({
    type: z.literal('Graduated'),
    at,
    shown,
    digest: digestSchema,
    historyLength: z.int(),
    explained,
    aftercare: aftercareSchema.optional(),
  }),
  /**
   * The calf spoke up in maintenance: weekly plans again, one level and two running stages down
   * (docs/clinical-rules.md §9.11).
   */
  z.strictObject({
    type: z.literal('Relapsed'),
    ...weekFacts,
    by: z.enum(['check-in', 'worse']),
    suddenOnset: z.string().nullable(),
    aftercare: aftercareSchema,
  }),
  /** Told in the plan, or the letter, that is claimed with it (BC-7). */
  z.strictObject({
    type: z.literal('MilestonesReached'),
    at,
    week: z.int(),
    milestones: z.array(z.enum(TOLD_ONCE)).min(1).readonly(),
  }),
  z.strictObject({
    type: z.literal('Referred'),
    at,
    shown,
    digest: digestSchema,
    historyLength: z.int(),
    explained,
  }),
  z.strictObject({ type: z.literal('Left'), at, reason: z.enum(LEFT_REASONS), eraseAt: at.optional() }),
  /** A mail came back for a passing reason; `weeks`: in how many weeks in a row by now. */
  z.strictObject({ type: z.literal('SoftBounced'), at, bouncedAt: at, weeks: z.int() }),
  /** A mail arrived after some had come back. */
  z.strictObject({ type: z.literal('DeliveredAgain'), at }),
  z.strictObject({ type: z.literal('Lapsed'), at }),
  /** The person's own wish, or the operator's for them. */
  z.strictObject({ type: z.literal('Erased'), at }),
  z.strictObject({ type: z.literal('MailsOwed'), mails: z.array(owedMail).readonly() }),
  z.strictObject({
    type: z.literal('MailsDropped'),
    occasions: z.array(z.string()).readonly(),
    why: z.string(),
  }),
  z.strictObject({
    type: z.literal('MailPostponed'),
    occasion: z.string(),
    due: at,
    why: z.enum(['quiet-hours', 'weekly-cap', 'apart', 'held', 'unwritten']),
  }),
  z.strictObject({ type: z.literal('MailClaimed'), mail: inflight }),
  z.strictObject({ type: z.literal('MailSent'), at, occasion: z.string() }),
  z.strictObject({
    type: z.literal('MailRefused'),
    at,
    occasion: z.string(),
    retryAt: at,
    lasting: z.boolean(),
  }),
  /** `unsent`: the provider was never called, so that this was no attempt. */
  z.strictObject({
    type: z.literal('MailReleased'),
    at,
    occasion: z.string(),
    unsent: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('EvidenceAwaited'), occasion: z.string(), checkAt: at }),
  z.strictObject({ type: z.literal('MailAbandoned'), at, occasion: z.string() }),
]);
export type ParticipantEvent = z.infer<typeof eventSchema>;
export type EventOf<T extends ParticipantEvent['type']> = Extract<ParticipantEvent, { type: T }>;
