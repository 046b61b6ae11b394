/** `pause` and `erase`: done for one person who asked in another way. Nothing of them is shown. */

import { execute } from '../../../functions/shell/execute.ts';
import { systemIds } from '../../../functions/shell/ids.ts';
import { pauseRange } from '../../../program/account/pause.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import type { Command, RefusalCode } from '../../../program/participant/commands.ts';
import type { Participant } from '../../../program/participant/state.ts';
import type { Desk } from '../desk.ts';
import { type Said, stageAgain, unknown, type Verb } from '../verb.ts';

/** Carries out a command in the operator's name, as the journal says. Throws where there is nobody. */
async function actFor(
  desk: Desk,
  id: string,
  commandAt: (at: Instant, person: Participant) => Command,
): Promise<RefusalCode | null> {
  const found = await desk.store.load(id);
  if (found === null) throw unknown(id, desk.stage);
  const done = await execute(desk, {
    id,
    commandId: `operator.${systemIds.command()}`,
    commandOf: (person) => commandAt(desk.clock.now(), person ?? found.participant),
    actor: 'operator',
  });
  await desk.settle();
  return done.kind === 'refused' ? done.refusal.code : null;
}

export const pause: Verb = async ({ args: [id = ''], given: { until }, desk: open }): Promise<Said> => {
  if (until === undefined) throw new Error('Say until when: npm run coach -- pause ID --until 2026-05-04.');
  const desk = await open();
  let range: readonly [string, string] = ['', ''];
  const refused = await actFor(desk, id, (at, person) => {
    if (person.status !== 'erased') range = pauseRange(at, person.timeZone);
    return { type: 'Pause', at, until };
  });
  if (refused === 'until-invalid')
    throw new Error(`--until must be a date from ${range[0]} to ${range[1]}; it is "${until}".`);
  if (refused !== null)
    throw new Error(`${id} cannot be paused (${refused}): only a course that runs can be, and once.`);
  return {
    text: `${id} is paused until ${until}; a mail says so, and the way back stands in it.\n`,
    json: { id, until },
  };
};

export const erase: Verb = async (asked): Promise<Said> => {
  const [id = ''] = asked.args;
  stageAgain(asked);
  const desk = await asked.desk();
  await actFor(desk, id, (at) => ({ type: 'Erase', at }));
  return {
    text:
      `${id} is erased: state, journal, mails, address. Of a bounced address stays a fingerprint; ` +
      'backups fade out within 35 days.\n',
    json: { id, erased: true },
  };
};
