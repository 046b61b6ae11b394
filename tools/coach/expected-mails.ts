/** How many mails people are sent, for quotas and for whoever asks. */

/** A plan, a lesson, a check-in. */
export const MAILS_AN_ORDINARY_WEEK = 3;
/** On one day everybody can be owed a plan, a lesson or a check-in, and an answer brings one more. */
export const MAILS_A_PERSON_ON_A_FULL_DAY = 2;
