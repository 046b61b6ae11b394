/** `switch` and `withdraw`: what may leave, in one row of the table that is read at every claim. */

import type { SendingRow } from '../../../functions/shell/ports.ts';
import { SENDING_MODES, type SendingMode } from '../../../program/participant/sending.ts';
import type { Desk } from '../desk.ts';
import { type Said, stageAgain, type Verb } from '../verb.ts';

const LETS_OUT: Readonly<Record<SendingMode, string>> = {
  on: 'every mail leaves; what was held leaves within the hour, one current mail a person',
  'safety-only': 'safety mails and answers without exercises leave, nothing else',
  off: 'NOTHING leaves, not even a safety mail: whoever stops now is told by the page alone',
};

async function put({ store, stage, settle }: Desk, row: SendingRow): Promise<Said> {
  await store.setSending(row);
  await settle();
  const { mode, withdrawn } = row;
  const held =
    withdrawn.length === 0 ? '' : `\nWithdrawn versions of the curriculum: ${withdrawn.join(', ')}.`;
  return { text: `${stage}: ${LETS_OUT[mode]}.${held}\n`, json: { stage, ...row } };
}

export const switchTo: Verb = async (asked): Promise<Said> => {
  const [mode = ''] = asked.args;
  if (!(SENDING_MODES as readonly string[]).includes(mode))
    throw new Error(`The switch is one of ${SENDING_MODES.join(', ')}; it is not "${mode}".`);
  stageAgain(asked);
  const desk = await asked.desk();
  return put(desk, { ...(await desk.store.sending()), mode: mode as SendingMode });
};

export const withdraw: Verb = async (asked): Promise<Said> => {
  const [version = ''] = asked.args;
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`A version of the curriculum is like 1.2.0; "${version}" is none.`);
  stageAgain(asked);
  const desk = await asked.desk();
  const row = await desk.store.sending();
  const others = row.withdrawn.filter((one) => one !== version);
  return put(desk, { ...row, withdrawn: asked.given.undo ? others : [...others, version] });
};
