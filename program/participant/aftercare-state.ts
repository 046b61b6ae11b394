/** What a participant's state knows of the time after graduation (docs/clinical-rules.md §9.11). */
import * as z from 'zod';

export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * What follows graduation (docs/clinical-rules.md §9.11), absent before the first: the maintenance questions,
 * and what they have led to.
 */
export const aftercareSchema = z
  .strictObject({
    graduatedAt: instant,
    /** Month 12 of the course: the last mail. */
    endsAt: instant,
    /** The week named by the newest maintenance question; null = none since the last graduation. */
    asked: z.int().nullable(),
    /** Weeks of maintenance up to that question. */
    weeks: z.int(),
    /** The answer to the question before that one; its fields null = unanswered. */
    last: z
      .strictObject({ average: z.int().nullable(), sessionsDone: z.int().nullable() })
      .readonly()
      .nullable(),
    relapses: z.array(instant).readonly(),
    /**
     * The weekly course runs again since that week: after a relapse, or `whole` after a stop was cleared.
     * Null = maintenance.
     */
    again: z.strictObject({ week: z.int(), whole: z.boolean() }).readonly().nullable(),
  })
  .readonly();
export type Aftercare = z.infer<typeof aftercareSchema>;
