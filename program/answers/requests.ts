/** What needs a fresh proof of the address. */

/** What a fresh proof of the address may be asked for (docs/contract.md §2, `/me`). */
export const REQUESTS = ['history', 'export', 'erase', 'address', 'return'] as const;
export type Requested = (typeof REQUESTS)[number];
