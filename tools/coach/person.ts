/** Opens what is kept about one person, for a reason that stands in the journal and on the person's page. */

import { execute } from '../../functions/shell/execute.ts';
import { systemIds } from '../../functions/shell/ids.ts';
import type { Everything } from '../../functions/shell/ports.ts';
import type { Person } from '../../program/participant/state.ts';
import type { Desk } from './desk.ts';
import { unknown } from './verb.ts';

export type Opened = Everything & { readonly participant: Person };

const REASON = { least: 5, most: 200 } as const;

/** One line that says something. Throws a sentence on anything else; `whoReads` ends it. */
export function reasonOf(
  reason: string | undefined,
  whoReads = 'The person can read it on their own page.',
): string {
  const said = reason?.trim() ?? '';
  if (said.length >= REASON.least && said.length <= REASON.most && !/\p{Cc}/u.test(said)) return said;
  throw new Error(
    `Say why, in ${REASON.least} to ${REASON.most} letters on one line: ` +
      `--reason "asked by phone why no mail came". ${whoReads}`,
  );
}

/** Notes the look first, so that nothing is shown that is not on the page. Throws where there is nobody. */
export async function openPerson(desk: Desk, id: string, reason: string): Promise<Opened> {
  await execute(desk, {
    id,
    commandId: `operator.${systemIds.command()}`,
    commandOf: () => ({ type: 'NoteLook', at: desk.clock.now(), reason }),
    actor: 'operator',
  });
  const held = await desk.store.everything(id);
  if (held === null || held.participant.status === 'erased') throw unknown(id, desk.stage);
  return { ...held, participant: held.participant };
}
