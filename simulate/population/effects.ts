/** What a call of a port does when it takes effect. */
import type { Lane, OutgoingMail, SendHint } from '../../functions/shell/ports.ts';
import type { AtOnce, MemoryStore } from './memory/memory-store.ts';
import type { SimulatedQueues } from './queues.ts';
import type { SimulatedSes } from './ses.ts';
import type { Weather } from './troubles.ts';
import type { Invocation, PortCall } from './worker.ts';

/** An address beyond ASCII cannot stand in a header, so that no mail to it renders. */
const UNWRITABLE = 'ü@mailbox.example';

export interface EffectsOptions {
  readonly store: MemoryStore;
  readonly ses: () => SimulatedSes;
  readonly queues: () => SimulatedQueues;
  readonly weather: Weather;
  readonly mailbox: ReadonlyMap<string, Uint8Array>;
}

export function makeEffects({ store, ses, queues, weather, mailbox }: EffectsOptions) {
  /** Whose mail cannot be rendered is read by the sender with an address that no header takes. */
  function load(id: string, invocation: Invocation): unknown {
    const loaded = store.load(id);
    const spoiled = loaded !== null && invocation.fn === 'send' && weather.mailPoisoned(id);
    return spoiled && loaded.participant.status !== 'erased'
      ? { ...loaded, participant: { ...loaded.participant, email: UNWRITABLE } }
      : loaded;
  }
  function commit(given: Parameters<AtOnce['commit']>[0], half: boolean): unknown {
    const write = half ? store.commitHalf : store.commit;
    const { next, id } = given;
    if (next.status === 'erased' || next.email !== UNWRITABLE) return write(given);
    const email = store.tables.people.get(id)?.participant.email ?? '';
    return write({ ...given, next: { ...next, email } });
  }
  const depth = (queue: string): number =>
    queue === 'dead-events'
      ? queues().deadEvents()
      : queues().depth(queue === 'events' ? 'feedback' : (queue as Lane));
  return (call: PortCall, invocation: Invocation): unknown => {
    switch (call.port) {
      case 'mailer':
        return ses().call(call.given[0] as OutgoingMail);
      case 'mailbox':
        return mailbox.get(String(call.given[0])) ?? new Uint8Array();
      case 'queue': {
        if (call.name === 'depth') return depth(String(call.given[0]));
        const [lane, hints] = call.given as [Lane, readonly SendHint[]];
        for (const { inSeconds = 0, ...hint } of hints)
          queues().put(lane, JSON.stringify(hint), inSeconds * 1_000);
        return undefined;
      }
      case 'store': {
        if (call.name === 'load') return load(String(call.given[0]), invocation);
        if (call.name === 'commit')
          return commit(call.given[0] as Parameters<AtOnce['commit']>[0], call.half === true);
        const method = store[call.name as keyof AtOnce] as (...given: readonly unknown[]) => unknown;
        return method(...call.given);
      }
    }
  };
}
