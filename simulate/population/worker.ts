/**
 * One instance of the functions: the real handlers over ports of the simulation. Before and after each effect
 * of a port the function may die, stand still, or be told of a failure; an invocation that stands still lets
 * everybody else go on, and may wake up as a zombie.
 */
import type { FunctionName } from '../../functions/shell/env.ts';
import type {
  Clock,
  Ids,
  Log,
  LogFields,
  Mailbox,
  Mailer,
  Queue,
  Store,
} from '../../functions/shell/ports.ts';
import type { Called } from './queues.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export interface Trouble {
  readonly before?: 'die' | number;
  readonly after?: 'die' | number;
  /** The call fails; done or not done. */
  readonly fails?: 'undone' | 'done';
}
/** What one call of a port is about; the seam asks the world what happens to it. */
export interface PortCall {
  readonly port: 'store' | 'queue' | 'mailer' | 'mailbox';
  readonly name: string;
  readonly given: readonly unknown[];
  /** The caller dies in the middle of what the call writes. */
  readonly half?: boolean;
}
export interface Invocation {
  readonly fn: FunctionName;
  /** `GET`, `POST`, … of a web function. */
  readonly method: string | null;
  readonly begins: number;
  readonly endsBy: number;
  /** Faults of the world that this invocation met, by port. */
  readonly met: Set<string>;
  alive: boolean;
  /** Calls of it that stand still. */
  standing: number;
}
export interface WorkerWorld {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly bundles: ReadonlyMap<FunctionName, Bundle>;
  troubleAt(call: PortCall, invocation: Invocation): Trouble | null;
  /** The effect of a call, at once. */
  perform(call: PortCall, invocation: Invocation): unknown;
  log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields, fn: FunctionName): void;
}
type Handler = (event: unknown, context?: unknown) => Promise<unknown>;
export interface Bundle {
  create(overrides: Readonly<Record<string, unknown>>): Handler;
}
export interface Worker {
  busy: boolean;
  /**
   * Calls a handler; resolves when it has ended or stands still. `ended` is told once, also of a zombie's
   * end; of a death never more than that.
   */
  invoke(
    fn: FunctionName,
    given: { readonly event: unknown; readonly method?: string },
    ended: (result: Called<unknown>, invocation: Invocation) => void,
  ): Promise<void>;
}

/** As deployed (infra): web functions ten seconds, the sender thirty, everything else a minute. */
const LIMIT_MS: Readonly<Partial<Record<FunctionName, number>>> = { send: 30_000 };
const DEFAULT_LIMIT_MS = 30_000;
const forEver = (): Promise<never> => new Promise(() => undefined);
/** Every call of the port: one that is left out does not compile. */
const STORE_CALLS: Readonly<Record<keyof Store, true>> = {
  load: true,
  commit: true,
  due: true,
  address: true,
  suppress: true,
  suppressed: true,
  sending: true,
  setSending: true,
  outcome: true,
  dispatch: true,
  handle: true,
  raiseDispatch: true,
  fence: true,
  endTurn: true,
  putOff: true,
  forget: true,
  days: true,
  logDays: true,
  journal: true,
  idle: true,
  everything: true,
  count: true,
  places: true,
  eventStream: true,
  takeCanary: true,
  markCanary: true,
  sawEventQueue: true,
  keys: true,
};

/** Long enough for whatever follows one answer. */
async function someTurns(): Promise<void> {
  for (let n = 0; n < 100; n += 1) await null;
}
interface Turn {
  readonly over: Promise<void>;
  end(): void;
}
function newTurn(): Turn {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

export function makeWorker(world: WorkerWorld, name: string): Worker {
  const { timeline } = world;
  const random = world.random.fork(`worker.${name}`);
  const handlers = new Map<FunctionName, Handler>();
  let current: Invocation | null = null;
  let turn = newTurn();
  let onDeath = (): void => undefined;
  let ids = 0;
  const skew = Math.round(random.between(-2_000, 2_000));

  const clock: Clock = {
    now: () => new Date(timeline.now() + skew).toISOString(),
    monotonic: () => timeline.now(),
    // Whatever stands still is ended by the platform, at a time of the run.
    timer: () => () => undefined,
  };
  /** Lets everybody else go on for some time. */
  async function standStill(invocation: Invocation, ms: number): Promise<void> {
    const resumed = new Promise<void>((resolve) => {
      timeline.after(ms, () => {
        invocation.standing -= 1;
        // Ended meanwhile by another call made at the same time: the instance may serve another invocation by
        // now.
        if (!invocation.alive) return undefined;
        const mine = newTurn();
        turn = mine;
        resolve();
        // Of calls made at once another may still stand, and nobody goes on before it: the turn ends by
        // itself then.
        if (invocation.standing > 0) void someTurns().then(mine.end);
        return mine.over;
      });
    });
    invocation.standing += 1;
    turn.end();
    await resumed;
    // The platform ends what takes too long, or thaws it much later: both happen.
    if (timeline.now() > invocation.endsBy && random.chance(0.5)) die(invocation);
  }
  function die(invocation: Invocation): void {
    invocation.alive = false;
    onDeath();
    turn.end();
  }
  async function seam(call: PortCall): Promise<unknown> {
    const invocation = current;
    if (invocation === null) throw new Error(`${call.name} outside an invocation`);
    if (!invocation.alive) return forEver();
    const trouble = world.troubleAt(call, invocation);
    if (trouble === null) return world.perform(call, invocation);
    if (trouble.fails !== undefined) invocation.met.add(call.port);
    if (trouble.before === 'die') {
      die(invocation);
      return forEver();
    }
    if (typeof trouble.before === 'number') await standStill(invocation, trouble.before);
    if (!invocation.alive) return forEver();
    if (trouble.fails === 'undone') throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
    const half = trouble.after === 'die' && call.name === 'commit' && random.chance(0.5);
    const result = world.perform(half ? { ...call, half } : call, invocation);
    if (trouble.after === 'die') {
      die(invocation);
      return forEver();
    }
    if (typeof trouble.after === 'number') await standStill(invocation, trouble.after);
    if (!invocation.alive) return forEver();
    if (trouble.fails === 'done') throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
    return result;
  }

  const port = (which: PortCall['port'], names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(
      names.map((call) => [call, (...given: readonly unknown[]) => seam({ port: which, name: call, given })]),
    );
  const next = (what: string): string => {
    ids += 1;
    return `${what}${name}x${ids}`;
  };
  const digits = (count: number, alphabet: string): string =>
    Array.from({ length: count }, () => alphabet.charAt(random.below(alphabet.length))).join('');
  const idPort: Ids = {
    participant: () => digits(16, '0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
    handle: () => digits(26, 'abcdefghijklmnopqrstuvwxyz234567'),
    owner: () => next('o'),
    command: () => next('c'),
  };
  const logFor = (fn: FunctionName): Log => ({
    info: (message, fields = {}) => world.log('info', message, fields, fn),
    warn: (message, fields = {}) => world.log('warn', message, fields, fn),
    error: (message, fields = {}) => world.log('error', message, fields, fn),
  });
  const ports = {
    clock,
    ids: idPort,
    store: port('store', Object.keys(STORE_CALLS)) as unknown as Store,
    queue: port('queue', ['send', 'depth']) as unknown as Queue,
    mailer: port('mailer', ['send']) as unknown as Mailer,
    mailbox: port('mailbox', ['fetch']) as unknown as Mailbox,
  };
  const handlerOf = (fn: FunctionName): Handler => {
    const known = handlers.get(fn);
    if (known !== undefined) return known;
    const bundle = world.bundles.get(fn);
    if (bundle === undefined) throw new Error(`there is no bundle of ${fn}`);
    const made = bundle.create({ ...ports, log: logFor(fn) });
    handlers.set(fn, made);
    return made;
  };

  const worker: Worker = {
    busy: false,
    invoke: (fn, given, ended) => {
      const begins = timeline.now();
      const endsBy = begins + (LIMIT_MS[fn] ?? DEFAULT_LIMIT_MS);
      const invocation: Invocation = {
        fn,
        method: given.method ?? null,
        begins,
        endsBy,
        met: new Set(),
        alive: true,
        standing: 0,
      };
      current = invocation;
      worker.busy = true;
      turn = newTurn();
      const { over } = turn;
      const finish = (result: Called<unknown>): void => {
        current = null;
        worker.busy = false;
        invocation.alive = false;
        ended(result, invocation);
        turn.end();
      };
      onDeath = () => {
        current = null;
        worker.busy = false;
        ended({ kind: 'died' }, invocation);
      };
      const remaining = { getRemainingTimeInMillis: () => Math.max(0, endsBy - timeline.now()) };
      handlerOf(fn)(given.event, remaining).then(
        (value) => finish({ kind: 'answered', value }),
        (error: unknown) => finish({ kind: 'threw', error }),
      );
      return over;
    },
  };
  return worker;
}
