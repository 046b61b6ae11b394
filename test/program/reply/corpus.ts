/** Reads a corpus and tells how well a reader does on it, the held-out third apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ReplyContext } from '../../../program/reply/context.ts';

/**
 * A verified reply to a check-in mail of a week with three sessions, 25 minutes of running and both tests.
 */
export const CONTEXT: ReplyContext = {
  allowOk: true,
  requireLong: false,
  sessionsPlanned: 3,
  plannedRunMinutes: 25,
  testsAsked: ['strength', 'run'],
  maintenance: false,
};

export interface Entry {
  readonly id: string;
  readonly source: string;
  readonly held: boolean;
}
export interface Corpus<T extends Entry> {
  readonly mail: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly entries: readonly T[];
}

export const readCorpus = <T extends Entry>(name: string): Corpus<T> =>
  parse(readFileSync(join(import.meta.dirname, 'corpora', `${name}.yaml`), 'utf8')) as Corpus<T>;

const percent = (right: number, all: number): string =>
  `${right} of ${all} (${((100 * right) / Math.max(1, all)).toFixed(1)} %)`;

/**
 * One line for the report: the accuracy on the entries the reader was written with, and on those it was not.
 */
export const accuracy = <T extends Entry>(
  name: string,
  entries: readonly T[],
  isRight: (entry: T) => boolean,
): string => {
  const open = entries.filter((entry) => !entry.held);
  const held = entries.filter((entry) => entry.held);
  const line = `${name}: written with ${percent(open.filter(isRight).length, open.length)}, held out ${percent(held.filter(isRight).length, held.length)}`;
  process.stdout.write(`corpus ${line}\n`);
  return line;
};
