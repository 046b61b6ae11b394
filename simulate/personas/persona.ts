/** A persona: a scripted participant, in YAML that a clinician can read and write. Errors name the field. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { aboutRunning } from '../../program/answers/about-running.ts';
import { type CheckInAnswers, checkInAnswers } from '../../program/answers/check-in.ts';
import { CONDITIONS, intakeAnswers, RAISES, RED_FLAGS } from '../../program/answers/intake.ts';
import { REQUESTS } from '../../program/answers/requests.ts';
import { shoeAnswers } from '../../program/answers/shoes.ts';

/** The fields of a check-in without their defaults: what an entry leaves out, `always` says. */
const fields = Object.fromEntries(
  Object.entries(checkInAnswers.shape).map(([name, field]) => [
    name,
    (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field).optional(),
  ]),
);
/** `all` = every planned session, `planned` = the planned run minutes: what a diligent runner reports. */
const answer = z.strictObject({
  ...fields,
  sessionsDone: z.union([z.literal('all'), z.int(), z.null()]).optional(),
  longestRunMinutes: z.union([z.literal('planned'), z.int(), z.null()]).optional(),
  /** The link of an older week. */
  week: z.int().optional(),
  /** One of many within a second, as the page's counter would say. */
  burst: z.literal(true).optional(),
  /** Words beside it that nobody could read, plain ones or of the body. */
  unread: z.enum(['plain', 'body']).optional(),
});
export type PersonaAnswer = {
  readonly [F in keyof Omit<CheckInAnswers, 'sessionsDone' | 'longestRunMinutes'>]?:
    | CheckInAnswers[F]
    | undefined;
} & {
  readonly sessionsDone?: number | 'all' | null | undefined;
  readonly longestRunMinutes?: number | 'planned' | null | undefined;
  readonly week?: number | undefined;
  readonly burst?: true | undefined;
  readonly unread?: 'plain' | 'body' | undefined;
};

const act = z.strictObject({
  afterHours: z.number().min(0).default(4),
  easier: z.literal(true).optional(),
  repeat: z.literal(true).optional(),
  resume: z.literal(true).optional(),
  unsubscribe: z.literal(true).optional(),
  signUpAgain: z.literal(true).optional(),
  /** Sends the intake again, or erases everything. */
  startsAgain: z.literal(true).optional(),
  erases: z.literal(true).optional(),
  /** The operator opens what is kept, for this reason. */
  looked: z.string().optional(),
  /** Gives the consent to research or takes it back. */
  research: z.boolean().optional(),
  /** Takes back the consent about health. */
  takesHealthBack: z.literal(true).optional(),
  /** The list of stop signs alone, after words that nobody could read; empty = none of them. */
  list: z.array(z.enum(RED_FLAGS)).optional(),
  /** Asks for a fresh link, or for new links in place of all. */
  requests: z.enum(REQUESTS).exclude(['address']).optional(),
  newLinks: z.literal(true).optional(),
  /** Answers from wherever a link is left. */
  answers: answer.optional(),
  pauseUntil: z.string().optional(),
  pauseDays: z.int().optional(),
  /** "My calf got worse" (MD-8). */
  worse: z
    .strictObject({
      painNow: z.int(),
      redFlags: z.array(z.enum(RED_FLAGS)).default([]),
      sudden: z.boolean().nullable().default(null),
      singleLegRaise: z.enum(RAISES).nullable().default(null),
      when: z.enum(['running', 'strength', 'daily']).nullable().default(null),
    })
    .optional(),
  /** Asks for the link and returns ten minutes later, seen on the day of the act. */
  comesBack: z
    .strictObject({
      seenBy: z.enum(['doctor', 'physio', 'nurse', 'nobody']),
      said: z.enum(['okToLoad', 'wait', 'notThis']).default('okToLoad'),
      redFlags: z.array(z.enum(RED_FLAGS)).default([]),
      conditions: z.array(z.enum(CONDITIONS)).default([]),
      /** Seen so many days before the act. */
      daysAgo: z.int().default(0),
      /** Uses the link so long after asking for it; it lives a quarter of an hour. */
      afterMinutes: z.int().default(10),
    })
    .optional(),
  /** The two optional pages; fields as on the page, what is left out was left open. */
  running: aboutRunning.omit({ distanceUnits: true }).partial().optional(),
  shoes: shoeAnswers.partial().optional(),
  /**
   * Answers the last mail by mail, as the mail program writes it; an address that is not proved may only make
   * the plan safer.
   */
  reply: z.strictObject({ text: z.string(), proved: z.boolean().default(true) }).optional(),
  settings: z
    .strictObject({
      weekday: z.int().optional(),
      hour: z.int().optional(),
      timeZone: z.string().optional(),
      units: z.enum(['km', 'mi']).optional(),
      rhythm: z.enum(['full', 'lighter']).optional(),
    })
    .optional(),
});
export type PersonaAct = z.infer<typeof act>;

/**
 * What happens after one check-in mail: nothing (`silent`), one answer or several, and what is done on the
 * pages.
 */
const week = z.union([
  z.literal('silent'),
  z.strictObject({
    answer: answer.optional(),
    answers: z.array(answer.extend({ afterHours: z.number() })).optional(),
    afterHours: z.number().optional(),
    acts: z.array(act).default([]),
  }),
]);

export const persona = z.strictObject({
  name: z.string(),
  about: z.string(),
  begins: z.string().default('2026-03-02T06:00:00.000Z'),
  firstName: z.string().nullable().default(null),
  country: z.string().default('GB'),
  timeZone: z.string().default('Europe/London'),
  intake: intakeAnswers.partial({
    consentHealth: true,
    weekday: true,
    hour: true,
    timeZone: true,
    units: true,
    redFlags: true,
    conditions: true,
  }),
  confirms: z.boolean().default(true),
  /** When the first link is pressed. */
  confirmsAfterMinutes: z.number().default(3),
  /** When the intake is sent; null = never. */
  startsAfterMinutes: z.number().nullable().default(9),
  /** Merged into every answer. */
  always: answer.default({}),
  /** The n-th entry follows the n-th check-in mail; the last one repeats. */
  weeks: z.array(week).min(1),
  /** After graduation: the n-th entry follows the n-th maintenance question; the last one repeats. */
  maintenance: z.array(week).min(1).default(['silent']),
  /** Acts at hours after the beginning, apart from any check-in. */
  acts: z.array(act).default([]),
  /** Stop watching after so many weeks. */
  watchWeeks: z.int().default(30),
});
export type Persona = z.infer<typeof persona>;

/** Reads a persona; throws one sentence per mistake with the file's name and the field. */
export function readPersona(file: string): Persona {
  const parsed = persona.safeParse(parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues
      .map((issue) => `${file}: ${issue.path.join('.') || 'the file'}: ${issue.message}`)
      .join('\n'),
  );
}
