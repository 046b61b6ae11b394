/**
 * What became of mails in flight whose time to be looked at has come (docs/architecture.md §7): first their
 * turn is ended, and where it can be, the provider never had them; else their row may know; else the stream
 * of events is asked whether it would have told by now.
 */
import { waitsForSigns } from '../../program/mails/reconcile.ts';
import { provesSilence } from '../../program/mails/silence.ts';
import { turnOf } from '../../program/mails/turn.ts';
import type { Fate } from '../../program/participant/commands.ts';
import type { Inflight, Participant } from '../../program/participant/state.ts';
import type { App } from '../shell/app.ts';
import type { DispatchStatus } from '../shell/ports.ts';
import { type Look, sendCanary } from './canary.ts';

/** What a row says of a mail that the provider took. */
const PROVES: ReadonlySet<DispatchStatus> = new Set([
  'sent',
  'delayed',
  'delivered',
  'bounced',
  'complained',
]);
/** By occasion; nothing is said of a mail that nobody can tell. */
export async function fatesOf(
  app: App<'send'>,
  person: Participant | null,
  look: Look,
): Promise<Readonly<Record<string, Fate>>> {
  if (person === null || person.status === 'erased') return {};
  const fates: Record<string, Fate> = {};
  const untold: Inflight[] = [];
  for (const flight of person.inflight.filter((f) => f.checkAt <= look.at)) {
    const fate = await toldOf(app, person.id, flight);
    if (fate !== null) fates[flight.occasion] = fate;
    else if (waitsForSigns(flight)) untold.push(flight);
  }
  for (const { occasion } of await silentAmong(app, untold, look)) fates[occasion] = 'silent';
  return fates;
}

async function toldOf(app: App<'send'>, id: string, flight: Inflight): Promise<Fate | null> {
  if (await app.store.endTurn(id, { mail: flight, turn: turnOf(flight) })) return 'unsent';
  const row = await app.store.dispatch(id, flight.occasion);
  return row !== null && PROVES.has(row.status) ? 'sent' : null;
}

/**
 * Those of whom an event would have come by now. For the others a canary leaves. Whatever fails here proves
 * nothing and stops nobody: a later look asks again.
 */
async function silentAmong(
  app: App<'send'>,
  flights: readonly Inflight[],
  look: Look,
): Promise<readonly Inflight[]> {
  const since = flights.map(({ at }) => at).sort()[0];
  if (since === undefined) return [];
  try {
    const waiting = await Promise.all([app.queue.depth('events'), app.queue.depth('dead-events')]);
    await app.store.sawEventQueue(
      look.at,
      waiting.every((count) => count === 0),
    );
    const stream = await app.store.eventStream(since);
    const silent = flights.filter(({ at }) => provesSilence(at, stream, look.at));
    if (silent.length < flights.length) await sendCanary(app, look);
    return silent;
  } catch (error) {
    app.log.warn('event-stream-unknown', { error: error instanceof Error ? error.name : 'unknown' });
    return [];
  }
}
