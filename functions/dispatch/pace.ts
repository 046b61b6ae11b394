/** How many people one look sees, and how fast their hints are handed out. */

/** People per shard and minute; the rest is still due a minute later. */
export const DUE_PER_SHARD = 1_000;
export const MINUTE_SECONDS = 60;
/**
 * The routine lane's share of the provider's rate; the rest is free for stop texts and for answers to what
 * people do on pages.
 */
export const ROUTINE_SHARE = 0.8;
/**
 * Routine hints are spread this far although the rate would take them sooner, down to a tenth of the rate: a
 * provider that takes less than it says refuses few, and a minute later there are fewer.
 */
export const SPREAD_SECONDS = 45;
export const LEAST_SHARE = 0.1;

/**
 * Hints of one lane that may wait: half of what one look sees in so many shards, so that whoever has a hint
 * is always among the first of it.
 */
export const mostWaiting = (shards: number): number => (DUE_PER_SHARD * shards) / 2;
