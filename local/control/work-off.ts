/**
 * Works off what is due: at the present instant, or alarm by alarm up to a later one, the clock standing at
 * each alarm's own instant.
 */
import type { Store } from '../../functions/shell/ports.ts';
import { DUE_SHARDS } from '../../functions/shell/store/items/table.ts';
import { earliest, type Instant } from '../../program/kernel/time.ts';
import type { Invocations } from '../aws/invocations.ts';
import type { Lambdas, LogLine } from '../aws/lambdas.ts';
import type { LocalQueues } from '../aws/sqs.ts';
import type { VirtualClock } from './clock.ts';

/** More rounds than any instant can need; beyond it something is due for ever, which is a defect. */
const ROUNDS_PER_INSTANT = 50;
/** Instants one move of the clock may stop at: a year of a person has under a thousand. */
const JUMPS = 200_000;
const NAMED = 5;
export interface Parts {
  readonly clock: VirtualClock;
  readonly queues: LocalQueues;
  store(): Store;
  readonly logs: readonly LogLine[];
  lambdas(): Lambdas;
  /** Received mails whose call failed. */
  readonly replies: Invocations;
  /** Are the queues or the table down? */
  isDown(): boolean;
  /** Told of a dispatcher that failed. */
  onFailed(isDead: boolean): void;
  /** The next instant at which something happens by itself. */
  nextAlarm(): Promise<Instant | null>;
}
export interface WorkOff {
  /**
   * Works off all that is due at the present instant. Throws with the id of whoever does not come to rest.
   */
  settle(): Promise<void>;
  /**
   * Works off alarms in order up to an instant; from there the clock runs on. An instant in the past only
   * settles.
   */
  advanceTo(to: Instant): Promise<void>;
  /** Resolves when the clock is not being moved: a page must not be answered at an instant on the way. */
  steady(): Promise<unknown>;
}

async function dueNow(store: Store, at: Instant): Promise<readonly string[]> {
  const look = (_: unknown, shard: number) => store.due(shard, at, NAMED);
  const shards = await Promise.all(Array.from({ length: DUE_SHARDS }, look));
  return shards.flat().map((due) => due.participantId);
}

export function makeWorkOff(parts: Parts): WorkOff {
  const { clock, queues, replies, store, logs, nextAlarm } = parts;
  let moving: Promise<unknown> = Promise.resolve();

  /** Who does not come to rest, and what was said about it last. */
  async function stuck(): Promise<string> {
    const said = logs.findLast((line) => line.level === 'error');
    const ids = await dueNow(store(), clock.now());
    return `${
      ids.join(', ') || 'nobody in the index'
    }${said === undefined ? '' : ` (${said.message} ${JSON.stringify(said.fields)})`}`;
  }

  /** Hints handed out; none by a dispatcher that fails because the queues or the table are down. */
  async function ring(): Promise<number> {
    try {
      return (await parts.lambdas().dispatch()).hinted;
    } catch (error) {
      if (!parts.isDown()) throw error;
      parts.onFailed(false);
      return 0;
    }
  }

  /**
   * Works off the present instant and resolves to the next alarm. The dispatcher is called when an alarm has
   * rung.
   */
  async function settle(): Promise<Instant | null> {
    const lambdas = parts.lambdas();
    for (let round = 0; round < ROUNDS_PER_INSTANT; round += 1) {
      const next = await nextAlarm();
      const at = clock.now();
      const rings = next !== null && next <= at;
      const hinted = rings ? await ring() : 0;
      const delivered =
        (await replies.again(at)) +
        (await queues.drain('urgent', at, lambdas.send)) +
        (await queues.drain('routine', at, lambdas.send)) +
        (await queues.drain('feedback', at, lambdas.feedback));
      // Whoever failed is tried again when their hint is visible again; a dispatcher that failed rings at the
      // end of the move, for nothing comes back on the way.
      if (hinted === 0 && delivered === 0)
        return rings ? earliest([replies.next(), queues.nextVisible()]) : next;
    }
    throw new Error(`At ${clock.now()} somebody is due for ever: ${await stuck()}`);
  }

  async function workOffUntil(to: Instant): Promise<void> {
    let next = await settle();
    for (let jump = 0; jump < JUMPS; jump += 1) {
      if (next === null || next > to) {
        if (to > clock.now()) clock.stand(to);
        await settle();
        return;
      }
      if (next > clock.now()) clock.stand(next);
      next = await settle();
    }
    throw new Error(`On the way to ${to} the alarms did not end: the next one is ${next}. ${await stuck()}`);
  }

  return {
    settle: async () => void (await settle()),
    advanceTo: (to) => {
      const move = workOffUntil(to).finally(() => clock.run());
      moving = move.catch(() => undefined);
      return move;
    },
    steady: () => moving,
  };
}
