/** What a participant's state knows of its mails: owed, and on the way. */
import * as z from 'zod';
import { instant } from './aftercare-state.ts';
import { MAIL_KINDS } from './mail-kinds.ts';
import { about } from './occasion.ts';

/** What names a mail for ever; `byPerson` = it answers an act of the person. */
const named = {
  /** The key of its occasion. */
  occasion: z.string(),
  kind: z.enum(MAIL_KINDS),
  week: z.int(),
  byPerson: z.boolean(),
  /** The participant's counter, where the occasion has one. */
  n: z.int().optional(),
  about: about.optional(),
  /** Definite refusals by the provider so far; they do not use up an attempt. */
  refusals: z.int(),
  attempt: z.int(),
} as const;

/** One mail that is due at some time; `holds`: how often it could not be written. */
export const owedMail = z.strictObject({ ...named, due: instant, holds: z.int().optional() }).readonly();
export type OwedMail = z.infer<typeof owedMail>;

/** A mail that was claimed and whose fate is not known yet. */
export const inflight = z
  .strictObject({
    ...named,
    owner: z.string(),
    at: instant,
    /** When to look for evidence. */
    checkAt: instant,
  })
  .readonly();
export type Inflight = z.infer<typeof inflight>;
