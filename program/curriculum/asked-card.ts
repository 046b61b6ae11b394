/** A question that was asked by reply, as it is kept until its answer has left. */
import * as z from 'zod';

/** No clause that is longer, in letters, is a question of a card. */
export const LONGEST_QUESTION = 160;

/** A card, and the form of its question that was asked: words of the card, none of the person's own. */
export const askedCard = z
  .strictObject({ card: z.string().regex(/^FAQ-\d{2}$/), asked: z.string().max(LONGEST_QUESTION) })
  .readonly();
export type AskedCard = z.infer<typeof askedCard>;
