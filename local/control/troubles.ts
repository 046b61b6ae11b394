/** What can be made to go wrong, and the operator's switch (docs/contract.md §4). */
import { SENDING_MODES, type SendingMode } from '../../program/participant/sending.ts';
import { PART_STATES, PARTS, type PartState } from '../aws/faults.ts';
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

const isState = (said: unknown): said is PartState => PART_STATES.includes(said as PartState);

/** A part stays as it was said to be until it is named again. */
export async function setFaults({ world, body }: Asked): Promise<Answer> {
  const { queue, store, ...unknown } = body as Readonly<Record<string, unknown>>;
  const asked = Object.entries({ queue, store }).filter(([, said]) => said !== undefined);
  if (asked.length === 0 || Object.keys(unknown).length > 0)
    bad('Send {"queue": "down"}, {"store": "down"} or both; "ok" makes them well again.');
  for (const [part, said] of asked)
    if (!isState(said)) bad(`"${part}" must be one of ${PART_STATES.join(', ')}.`);
  for (const part of PARTS) {
    const said = { queue, store }[part];
    if (isState(said)) world.faults.set(part, said);
  }
  await world.settle();
  return { body: world.faults.all() };
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
