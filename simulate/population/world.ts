/**
 * One simulated deployment: the table, the queues, the mail provider, the functions, the people and whoever
 * watches them.
 */
import type { SQSBatchResponse } from 'aws-lambda';
import type { FunctionName } from '../../functions/shell/env.ts';
import { loadBundles, ringOf, SITE, setRate } from './bundles.ts';
import { makeDispatcher } from './dispatcher.ts';
import { makeEffects } from './effects.ts';
import { type MemoryStore, makeMemoryStore } from './memory/memory-store.ts';
import { watchEnds } from './observers/ends.ts';
import type { Line, Observer, Scene, Violation } from './observers/facts.ts';
import { type Lateness, watchLateness } from './observers/lateness.ts';
import { watchMails } from './observers/mails.ts';
import { watchPace } from './observers/pace.ts';
import { watchPages } from './observers/pages.ts';
import { watchSometimes } from './observers/sometimes.ts';
import { watchStates } from './observers/states.ts';
import { type Habit, type Life, makeLife } from './people.ts';
import type { FaultPlan } from './plan.ts';
import { makePool, type Pool } from './pool.ts';
import { makeQueues, type SimulatedQueues } from './queues.ts';
import { randomOf } from './random.ts';
import { makeSes, type SimulatedSes } from './ses.ts';
import { makeSurroundings } from './surroundings.ts';
import { makeTimeline, type Timeline } from './timeline.ts';
import { makeWeather } from './troubles.ts';
import type { Bundle, Invocation, PortCall, WorkerWorld } from './worker.ts';

export interface PersonOptions {
  readonly habit?: Habit;
  readonly timeZone?: string;
  readonly wish?: { readonly weekday: number; readonly hour: number };
}
export interface WorldOptions {
  readonly seed: number;
  readonly people: readonly PersonOptions[];
  readonly faults: FaultPlan;
  /** Milliseconds since 1970. */
  readonly begins: number;
  /** People do more than answer check-ins. */
  readonly lively: boolean;
  /** Mails a second that the stage is told; without it what the provider really takes. */
  readonly stageRate?: number;
  /** The functions; those of the build without it. */
  readonly bundles?: ReadonlyMap<FunctionName, Bundle>;
}
export interface World {
  readonly timeline: Timeline;
  readonly store: MemoryStore;
  readonly ses: SimulatedSes;
  readonly queues: SimulatedQueues;
  readonly lives: readonly Life[];
  readonly lines: readonly Line[];
  readonly dead: readonly { readonly queue: string; readonly body: string }[];
  readonly violations: readonly Violation[];
  readonly sometimes: ReadonlyMap<string, number>;
  readonly lateness: Lateness;
  /** From now on no fault happens any more, and people answer what they are asked. */
  quiet(): void;
  /** Looks at the end of it all. */
  conclude(): void;
}

/** Lines of the log that say nothing of what was decided. */
const CHATTER = new Set(['request', 'dispatched', 'reply', 'signup-dropped']);

export async function makeWorld(options: WorldOptions): Promise<World> {
  const { seed, people, faults, begins, lively } = options;
  const bundles = options.bundles ?? (await loadBundles());
  setRate(options.stageRate ?? faults.rate);
  const random = randomOf(seed);
  const timeline = makeTimeline(begins, random.fork('timeline'));
  const lives: Life[] = [];
  const byEmail = new Map<string, Life>();
  const mailbox = new Map<string, Uint8Array>();
  const record = makeRecord(timeline);
  const lag = random.fork('lag');
  let current: Invocation | null = null;
  let quietSince = Number.POSITIVE_INFINITY;

  const lifeOf = (id: string): Life | undefined =>
    byEmail.get(store.tables.people.get(id)?.participant.email ?? '');
  const weather = makeWeather({
    timeline,
    random: random.fork('faults'),
    faults,
    begins,
    isFirst: (id) => lifeOf(id)?.index === 0,
    suddenly: (id) => lifeOf(id)?.sudden() ?? null,
  });
  const store: MemoryStore = makeMemoryStore({
    clock: { now: timeline.instant },
    keys: ringKeeper(seed, () => faults.rotateKeysAt.filter((at) => at <= timeline.now() - begins).length),
    strict: false,
    indexLater: (apply) =>
      faults.indexLag === 0 || weather.isQuiet()
        ? apply()
        : timeline.after(lag.between(0, faults.indexLag), apply),
    onIndex: () => arm(),
    onCommit: (commit, before, rev) =>
      record.commit({ commit, before, rev, at: timeline.now(), by: current }),
  });
  const ses: SimulatedSes = makeSes({
    timeline,
    random: random.fork('ses'),
    faults,
    begins,
    quiet: weather.isQuiet,
    emit: (body, heldMs) => queues.put('feedback', body, heldMs),
    onCall: (mail, kind) =>
      timeline.tell(`call ${mail.tags['dispatch'] ?? ''} ${mail.tags['attempt'] ?? ''} ${kind}`),
    onAccept: (mail) => {
      record.accept(mail);
      const life = byEmail.get(mail.to);
      if (life !== undefined) timeline.after(30_000, () => life.receive(mail));
    },
  });
  const effect = makeEffects({ store, ses: () => ses, queues: () => queues, weather, mailbox });
  const workers: WorkerWorld = {
    timeline,
    random: random.fork('workers'),
    bundles,
    troubleAt: (call, { fn }) => weather.troubleAt(call, fn),
    perform: (call: PortCall, invocation: Invocation) => {
      current = invocation;
      try {
        return effect(call, invocation);
      } finally {
        current = null;
      }
    },
    log: (level, message, fields, fn) => {
      if (!CHATTER.has(message)) record.line({ level, message, fields, fn, at: timeline.now() });
    },
  };
  const pool: Pool = makePool(workers);
  const arm = makeDispatcher(timeline, store, () => pool);
  const queues: SimulatedQueues = makeQueues({
    timeline,
    random: random.fork('queues'),
    duplicate: faults.duplicate,
    consume: (queue, event, ended) => {
      const worker = pool.take(queue);
      const fn = queue === 'feedback' ? 'feedback' : 'send';
      if (worker === null) return false;
      return worker.invoke(fn, { event }, (result) => {
        if (result.kind === 'threw') record.threw(fn, result.error);
        ended(
          result.kind === 'answered' ? { kind: 'answered', value: result.value as SQSBatchResponse } : result,
        );
      });
    },
    onDead: record.bury,
    onHint: (queue, who, waiting) => record.hint({ queue, who, waiting }),
  });
  const around = makeSurroundings({
    timeline,
    pool: () => pool,
    ses: () => ses,
    mailbox,
    onAnswer: record.answer,
  });
  const scene: Scene = {
    store,
    faults,
    begins,
    accepted: ses.accepted,
    site: SITE,
    now: timeline.now,
    violated: record.violated,
    reached: record.reached,
  };
  const { observer, lateness } = watchLateness(scene);
  record.watch([
    observer,
    watchMails(scene),
    watchStates(scene),
    watchPages(scene),
    watchPace(scene),
    watchEnds(scene),
    watchSometimes(scene),
  ]);
  people.forEach((person, index) => {
    const life = makeLife({
      ...person,
      index,
      random: random.fork(`life ${index}`),
      site: SITE,
      around,
      lively,
    });
    lives.push(life);
    byEmail.set(life.email, life);
  });
  return {
    timeline,
    store,
    ses,
    queues,
    lives,
    lines: record.lines,
    dead: record.dead,
    violations: record.violations,
    sometimes: record.sometimes,
    lateness,
    quiet: () => {
      quietSince = timeline.now();
      weather.quiet();
      for (const life of lives) life.settle();
      timeline.tell('quiet');
    },
    conclude: () =>
      record.end({
        quietSince,
        emails: lives.map((life) => life.email),
        waiting: {
          urgent: queues.depth('urgent'),
          routine: queues.depth('routine'),
          feedback: queues.depth('feedback'),
        },
        dead: record.dead,
        lines: record.lines,
        calls: ses.calls,
        rateKnown: options.stageRate === undefined,
      }),
  };
}

/** The ring changes only when a key was added, so that what was derived from it lasts. */
function ringKeeper(seed: number, rotations: () => number) {
  let ring = ringOf(seed, 1);
  return () => {
    const newest = 1 + rotations();
    if (newest !== ring.current) ring = ringOf(seed, newest);
    return ring;
  };
}

const KEPT_VIOLATIONS = 200;
/** Writes down everything that happens, and tells the observers. */
function makeRecord(timeline: Timeline) {
  const violations: Violation[] = [];
  const sometimes = new Map<string, number>();
  const lines: Line[] = [];
  const dead: { queue: string; body: string }[] = [];
  let observers: readonly Observer[] = [];
  type Of<K extends keyof Observer> = NonNullable<Observer[K]>;
  const all =
    <K extends 'commit' | 'accept' | 'answer' | 'line' | 'hint' | 'end'>(name: K) =>
    (fact: Parameters<Of<K>>[0]): void => {
      for (const observer of observers)
        (observer[name] as ((given: typeof fact) => void) | undefined)?.(fact);
    };
  return {
    violations,
    sometimes,
    lines,
    dead,
    watch: (watching: readonly Observer[]) => {
      observers = watching;
    },
    commit: (fact: Parameters<Of<'commit'>>[0]) => {
      const { commit, rev } = fact;
      const events = commit.events.map((event) => event.type).join(',');
      timeline.tell(`commit ${commit.id} ${rev} ${commit.command.type} ${events}`);
      all('commit')(fact);
    },
    accept: (mail: Parameters<Of<'accept'>>[0]) => {
      timeline.tell(`accept ${mail.participantId} ${mail.occasion} ${mail.attempt} ${mail.kind}`);
      all('accept')(mail);
    },
    answer: all('answer'),
    hint: all('hint'),
    line: (line: Line) => {
      const { participantId = '', occasion = '', error = '' } = line.fields;
      timeline.tell(`log ${line.fn} ${line.level} ${line.message} ${participantId} ${occasion} ${error}`);
      lines.push(line);
      all('line')(line);
    },
    threw: (fn: Line['fn'], error: unknown) => {
      timeline.tell(`threw ${fn}`);
      for (const observer of observers) observer.threw?.(fn, error);
    },
    bury: (queue: string, body: string) => {
      timeline.tell(`dead ${queue} ${body.slice(0, 60)}`);
      dead.push({ queue, body });
    },
    end: all('end'),
    violated: (id: string, who: string, what: string) => {
      timeline.tell(`VIOLATED ${id} ${who} ${what}`);
      if (violations.length < KEPT_VIOLATIONS) violations.push({ id, at: timeline.instant(), who, what });
    },
    reached: (id: string, what: string) => {
      const name = `${id} ${what}`;
      sometimes.set(name, (sometimes.get(name) ?? 0) + 1);
    },
  };
}
