/** What can be made to go wrong, and the operator's switch (docs/contract.md §4). */
import { SENDING_MODES, type SendingMode } from '../../program/participant/sending.ts';
import { EVENT_MODES, type EventMode, SES_MODES, type SesMode } from '../aws/ses.ts';
import { deadByQueue } from '../aws/sqs.ts';
import { type Answer, type Asked, bad } from './asked.ts';

export function sesMode({ world, body }: Asked): Answer {
  const { mode, count, events } = body as { mode?: string; count?: number; events?: string };
  if (!SES_MODES.includes(mode as SesMode)) bad(`"mode" must be one of ${SES_MODES.join(', ')}.`);
  if (events !== undefined && !EVENT_MODES.includes(events as EventMode))
    bad(`"events" must be one of ${EVENT_MODES.join(', ')}.`);
  if (count !== undefined && !(Number.isInteger(count) && count > 0))
    bad('"count" must be a whole number above 0, or be left out.');
  world.ses.mode(mode as SesMode, count, events as EventMode);
  return { body: { mode, count: count ?? null, ...(events === undefined ? {} : { events }) } };
}

export async function readSwitch({ world }: Asked): Promise<Answer> {
  const { mode } = await world.store.sending();
  return { body: { mode } };
}

export async function setSwitch({ world, body }: Asked): Promise<Answer> {
  const { mode } = body as { mode?: string };
  if (!SENDING_MODES.includes(mode as SendingMode)) bad(`"mode" must be one of ${SENDING_MODES.join(', ')}.`);
  const { withdrawn } = await world.store.sending();
  await world.store.setSending({ mode: mode as SendingMode, withdrawn });
  await world.settle();
  return { body: { mode } };
}

/** What was given up after five tries, by queue. */
export const deadLetters = ({ world }: Asked): Answer => ({ body: deadByQueue(world.queues.dead) });

/** Puts it back; what it causes is worked off by the next request, as everything due is. */
export const redrive = ({ world }: Asked): Answer => ({ body: world.queues.redrive() });
