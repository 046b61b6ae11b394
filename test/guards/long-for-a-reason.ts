/** Files and functions over the house limits, each with the reason why it is one idea all the same. */
export const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};
