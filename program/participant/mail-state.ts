/** What a participant's state knows of its mails: owed, and on the way. */
import * as z from 'zod';
import { instant } from './aftercare-state.ts';
import { MAIL_KINDS } from './mail-kinds.ts';

/**
 * One mail that is due at some time. `occasion` names it for ever (local week + kind); `byPerson` = answers
 * an act of the person.
 */
export const owedMail = z
  .strictObject({
    occasion: z.string(),
    kind: z.enum(MAIL_KINDS),
    due: instant,
    week: z.int(),
    byPerson: z.boolean(),
    /** Definite refusals by the provider so far; they do not use up an attempt. */
    refusals: z.int(),
    attempt: z.int(),
  })
  .readonly();
export type OwedMail = z.infer<typeof owedMail>;

/** A mail that was claimed and whose fate is not known yet. */
export const inflight = z
  .strictObject({
    occasion: z.string(),
    kind: z.enum(MAIL_KINDS),
    week: z.int(),
    byPerson: z.boolean(),
    attempt: z.int(),
    owner: z.string(),
    at: instant,
    refusals: z.int(),
    /** When to look for evidence. */
    checkAt: instant,
  })
  .readonly();
export type Inflight = z.infer<typeof inflight>;
