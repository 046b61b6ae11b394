/** Deep equality for properties that compare thousands of large values. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/**
 * As `toEqual`, which walks a value ten times as slowly: it is asked only when it has to say what differs.
 */
export function expectSame(actual: unknown, expected: unknown, said?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, said).toEqual(expected);
}
