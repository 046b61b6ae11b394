/** Words of a sentence with the values of a week or of an intake behind them. */
import type { Reason } from '../../program/course/types.ts';

/** A value that the deciding rule read, under the field it was told in, and how the sentence says it. */
export interface Read {
  readonly field: string;
  readonly value: string | number;
  readonly said: string;
}
/** Words for one {name} of a sentence, with the values in it. */
export interface Fact {
  readonly said: string;
  readonly read: readonly Read[];
}
export type Params = Reason['params'];

/** Words with the values behind them, each value said by the whole of the words. */
export const fact = (said: string, ...values: readonly (readonly [string, string | number])[]): Fact => ({
  said,
  read: values.map(([field, value]) => ({ field, value, said })),
});
export const numberOf = (params: Params, name: string): number | null => {
  const value = params[name];
  return typeof value === 'number' ? value : null;
};

/** A reason in words: `short` for a list, `long` for the explaining sentence. */
export interface ReasonText {
  readonly code: string;
  readonly short: string;
  readonly long: string;
  /** The values of the week that `long` says. */
  readonly read?: readonly Read[];
}
