/** What a person tells of one session (docs/contract.md §2, `/x`). */
import * as z from 'zod';
import { painScore } from './intake.ts';

export const SESSION_RESULTS = ['done', 'part', 'skipped'] as const;
export const BEFORES = ['calm', 'sore'] as const;
export const RUN_MINUTES_MAX = 600;

/** `before`: the morning after the session before this one. `runMinutes`: running alone, walking not counted. */
export const sessionAnswers = z
  .strictObject({
    result: z.enum(SESSION_RESULTS),
    pain: painScore.nullable().default(null),
    runMinutes: z.int().min(0).max(RUN_MINUTES_MAX).nullable().default(null),
    before: z.enum(BEFORES).nullable().default(null),
  })
  .readonly();
export type SessionAnswers = z.infer<typeof sessionAnswers>;
