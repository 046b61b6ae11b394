/** DynamoDB units of an active participant's ordinary week, as lines of the table. */
import budgets from '../../quality/budgets/budgets.json' with { type: 'json' };
import { countWeek } from '../../quality/budgets/week.ts';
import type { Line } from '../line.ts';

export async function unitLines(): Promise<readonly Line[]> {
  const { read, write, stateBytes, mails } = await countWeek();
  const common = { area: 'database', peer: null, ratio: null } as const;
  const what = (units: string): string =>
    `an active participant-week, ${mails} mails and a check-in: ${units}`;
  return [
    {
      ...common,
      id: 'units-write',
      what: what('writing'),
      figure: write,
      unit: 'write units',
      budget: '≤ 30',
      reached: write <= 30,
      gate: { most: budgets['week: write units'] },
    },
    {
      ...common,
      id: 'units-read',
      what: what('reading'),
      figure: read,
      unit: 'read units',
      budget: '≤ 12',
      reached: read <= 12,
      gate: { most: budgets['week: read units'] },
    },
    {
      ...common,
      id: 'state-bytes',
      what: 'what every mail rewrites of a participant in week 6',
      figure: stateBytes.HEAD,
      unit: 'bytes',
      budget: '≤ 1 KB',
      reached: stateBytes.HEAD <= 1_000,
      gate: { most: budgets['head of the state: hundreds of bytes'] * 100 },
    },
  ];
}
