import * as z from 'zod';
import { painScore } from './intake.ts';
import { ARCHES } from './shoes.ts';

export { ARCHES };
export const SURFACES = ['road', 'treadmill', 'track', 'trail', 'sand', 'hills', 'mixed'] as const;
export const YES_NO = ['yes', 'no'] as const;

export const GOAL_LENGTH = 200;
export const PLAN_LENGTH = 120;

/** R9 is half an hour; an own goal may be less, never more. */
export const GOAL_MINUTES = 30;

const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const answer = z.enum(YES_NO).nullable().default(null);
const words = (max: number) => z.string().min(1).max(max).nullable().default(null);

/**
 * "About your running" (docs/contract.md §2.1): optional, every answer may be missing (null).
 * `weeklyDistance` is a usual week before the calf hurt, in `distanceUnits` (the units of the settings on the
 * day it was told). `goal`, `planWhen` and `planIfMissed` (BC-1) are kept as text, word for word, and never
 * read as a reason to progress. `psfs`: how well the activity missed most goes at the start, 0 to 10
 * (docs/clinical-rules.md §7.2).
 */
export const aboutRunning = z.strictObject({
  arch: z.enum(ARCHES).nullable().default(null),
  surface: z.enum(SURFACES).nullable().default(null),
  weeklyDistance: z.int().min(0).max(400).nullable().default(null),
  distanceUnits: z.enum(['km', 'mi']),
  raisedRecently: answer,
  sitsLong: answer,
  warmsUp: answer,
  crossTrains: answer,
  strengthTrains: answer,
  psfs: painScore.nullable().default(null),
  goal: words(GOAL_LENGTH),
  planWhen: words(PLAN_LENGTH),
  planIfMissed: words(PLAN_LENGTH),
  /**
   * A race, and the minutes of running that would be enough for this runner (docs/clinical-rules.md §12 A15,
   * A16).
   */
  raceDate: localDate.nullable().default(null),
  raceDistance: z.int().min(1).max(100).nullable().default(null),
  raceMinutes: z.int().min(1).max(1440).nullable().default(null),
  goalMinutes: z.int().min(1).max(GOAL_MINUTES).nullable().default(null),
});
export type AboutRunning = z.infer<typeof aboutRunning>;

/**
 * What was written freely: for the words of the stop signs, which count here as in a reply (issue on the
 * programme, "Bad input").
 */
export const freeTexts = (a: AboutRunning): readonly string[] =>
  [a.goal, a.planWhen, a.planIfMissed].filter((text) => text !== null);

const KM_PER_MILE = 1.609344;
/** A usual week in miles, unrounded; null when it was not told. */
export const weeklyMiles = (a: AboutRunning): number | null =>
  a.weeklyDistance === null
    ? null
    : a.distanceUnits === 'mi'
      ? a.weeklyDistance
      : a.weeklyDistance / KM_PER_MILE;
