/**
 * What a person told of single sessions of a week, and where they moved them: one row a week beside the state
 * (docs/architecture.md §6). It fills the check-in in and moves nothing by itself.
 */
import * as z from 'zod';
import { sessionAnswers } from '../answers/session.ts';

const loggedSession = z
  .strictObject({
    at: z.string(),
    answers: sessionAnswers,
    /** What the entry before said, for whoever did not write this one; absent = it is the first. */
    was: sessionAnswers.optional(),
  })
  .readonly();
export type LoggedSession = z.infer<typeof loggedSession>;

export const dayLog = z
  .strictObject({
    week: z.int().min(1),
    /** When it last changed; null = never. */
    at: z.string().nullable(),
    /** By the name of the session. */
    sessions: z.record(z.string(), loggedSession).readonly(),
    /** Session → the local date it was moved to, in the order of the moves. */
    moves: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  })
  .readonly();
export type DayLog = z.infer<typeof dayLog>;

/** The log of a week in which nothing was logged. */
export const emptyLog = (week: number): DayLog => ({ week, at: null, sessions: {}, moves: [] });

/** What the log brings to the check-in of its week; null = nothing of it was logged. */
export interface LoggedWeek {
  /** Full strength sessions, as the check-in counts them. */
  readonly sessionsDone: number | null;
  readonly longestRunMinutes: number | null;
  readonly painWorst: number | null;
  /** A morning after a session was told as sore. */
  readonly sore: boolean;
}
