/**
 * The parts of the benchmark, each run in a process of its own: what it prints under, and what it measures.
 */
import { bundleLines } from './aws/bundles.ts';
import { sendLines } from './aws/send-path.ts';
import { unitLines } from './aws/units.ts';
import type { Line } from './line.ts';
import { kindLines, pairLine } from './mail/suite.ts';
import type { Effort } from './measure.ts';
import { PAIR_IDS, WEEK } from './part-names.ts';
import { decisionLines } from './rules/suite.ts';

export interface Part {
  readonly name: string;
  readonly measure: (effort: Effort) => Promise<readonly Line[]> | readonly Line[];
}

export const PARTS: readonly Part[] = [
  ...WEEK.map((kind): Part => ({ name: `mail-${kind}`, measure: (effort) => kindLines(kind, effort) })),
  ...PAIR_IDS.map((id): Part => ({ name: id, measure: async (effort) => [await pairLine(id, effort)] })),
  { name: 'decisions', measure: decisionLines },
  { name: 'sending', measure: sendLines },
  { name: 'bundles', measure: ({ rounds }) => bundleLines(rounds) },
  { name: 'database', measure: unitLines },
];
