/**
 * Words of the shoe check: every sentence that may be needed, and by them which rules there are. Data only.
 */

/**
 * A rule with more than one thing to say has one key for each; the registry of words is exhaustive over them.
 */
export const SHOE_ADVICE_KEYS = [
  'SH-01.due',
  'SH-01.sooner',
  'SH-01.later',
  'SH-02',
  'SH-03.wider',
  'SH-03.withSize',
  'SH-03.lengthUnknown',
  'SH-04',
  'SH-05',
  'SH-06',
  'SH-07',
  'SH-08',
  'SH-09',
  'SH-10',
  'SH-11',
  'SH-12',
  'SH-13',
  'SH-14',
  'SH-15',
  'SH-16',
] as const;
export type ShoeAdviceKey = (typeof SHOE_ADVICE_KEYS)[number];

/** The rule a sentence belongs to: its key up to the dot. */
type RuleOf<Key extends string> = Key extends `${infer Rule}.${string}` ? Rule : Key;
export type ShoeRuleId = RuleOf<ShoeAdviceKey>;

/** One rule that fired. Numbers in `params` are those its words may use (`halfSizes` is 1 or 2). */
export interface ShoeAdvice {
  readonly rule: ShoeRuleId;
  readonly key: ShoeAdviceKey;
  readonly params: Readonly<Record<string, number>>;
}
