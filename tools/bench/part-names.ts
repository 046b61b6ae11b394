/**
 * The names of the parts of the benchmark, in the order of the table. Loads no peer: `npm run bench` checks
 * `--only` with it.
 */

/** The three mails of an ordinary week. */
export const WEEK = ['plan', 'lesson', 'check-in'] as const;
/** Comparisons of a mail with one peer. */
export const PAIR_IDS = [
  'slots-handlebars',
  'slots-partials',
  'slots-mjml',
  'slots-react',
  'written-partials',
  'message-handlebars',
  'message-mjml',
  'message-react',
] as const;
export type PairId = (typeof PAIR_IDS)[number];
export const PART_NAMES: readonly string[] = [
  ...WEEK.map((kind) => `mail-${kind}`),
  ...PAIR_IDS,
  'decisions',
  'sending',
  'bundles',
  'database',
];
