/** What a participant's state knows of budgets that were spent in the last 24 hours. */
import * as z from 'zod';
import { instant } from './aftercare-state.ts';

/** The budgets of links that were asked for; what belongs to which is the account's own matter. */
export const REQUEST_BUDGETS = ['page', 'erase', 'return', 'links', 'proved', 'provedErase'] as const;
export type RequestBudget = (typeof REQUEST_BUDGETS)[number];
export const requested = z.partialRecord(z.enum(REQUEST_BUDGETS), z.array(instant).readonly()).readonly();

const replyBudget = {
  acks: z.array(instant).readonly(),
  careful: z.array(instant).readonly().optional(),
  askedWeek: z.int().nullable(),
};
/**
 * Answers of ours to replies: when the acknowledgements were owed, those that protect (`careful`) apart, and
 * the week that was last asked about for want of a number. Answers to senders who were not proved are counted
 * apart from all of them.
 */
export const replied = z
  .strictObject({ ...replyBudget, unproved: z.strictObject(replyBudget).readonly().optional() })
  .readonly();
