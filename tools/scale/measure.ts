/**
 * The load test behind docs/scale.md: people who are all due in the same minute, worked off by the bundled
 * `send` over the embedded engine and the local SES, one batch after the other as one worker does it. CPU is
 * of the whole process, so it holds the local SES, queue and counters too: a figure that is too high.
 */
import { startEngine } from '../../local/aws/engine.ts';
import type { Lambdas } from '../../local/aws/lambdas.ts';
import { type LocalRun, startRun } from '../../local/run.ts';
import { Runner } from '../../test/local/support/runner.ts';
import { type Relayed, startRelay, WRITES } from '../quality/budgets/relay.ts';

/** Of one mail, on average. */
export interface OfOneMail {
  /** CPU of this machine. */
  readonly cpuMs: number;
  /** Calls of the table, one after the other, by the partition that they go to: `P#`, `K#SENDING`, … */
  readonly calls: Readonly<Record<string, number>>;
  /** Write units of the table, and of the index of alarms. */
  readonly tableWrites: number;
  readonly indexWrites: number;
}
export interface Measured {
  readonly mails: number;
  readonly mail: OfOneMail;
  /** CPU of one event of SES in `feedback`, and its calls of the table. */
  readonly event: { readonly cpuMs: number; readonly calls: number };
}

const BEGINS = '2026-03-02T06:00:00.000Z';
/** The hour that everybody here chooses, and five minutes. */
const ENDS = '2026-03-09T07:05:00.000Z';

/** `P#`, or a row of the operator's by its whole name. */
const partitionOf = (key: string): string => (key.startsWith('K#') ? key : `${key.split('#')[0]}#`);

type Item = Readonly<Record<string, { readonly S?: string }>>;
interface Asked {
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ExpressionAttributeValues?: Item;
  readonly TransactItems?: readonly Readonly<Record<string, Asked>>[];
}

/** Partitions that one call goes to, each once. */
export function partitionsOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  const asked = body as Asked;
  const each = asked.TransactItems?.flatMap((action) => Object.values(action)) ?? [asked];
  const keys = each.map(
    ({ Key, Item, ExpressionAttributeValues: values }) =>
      (Key ?? Item)?.['pk']?.S ?? Object.values(values ?? {}).find(({ S }) => S?.includes('#'))?.S ?? '?#',
  );
  return [...new Set(keys.map(partitionOf))];
}

interface Capacity {
  readonly CapacityUnits?: number;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}
/** Write units of an answer: of all, and of its indexes alone. */
export function writesOf(answer: Buffer): { readonly all: number; readonly index: number } {
  const { ConsumedCapacity: consumed } = JSON.parse(answer.toString('utf8')) as {
    readonly ConsumedCapacity?: Capacity | readonly Capacity[];
  };
  const each = consumed === undefined ? [] : ([consumed].flat() as readonly Capacity[]);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    all: sum(each.map(({ CapacityUnits = 0 }) => CapacityUnits)),
    index: sum(
      each.flatMap(({ GlobalSecondaryIndexes = {} }) =>
        Object.values(GlobalSecondaryIndexes).map(({ CapacityUnits = 0 }) => CapacityUnits),
      ),
    ),
  };
}

/** What two functions did while `on`. */
interface Watch {
  on: boolean;
  events: number;
  readonly cpu: { send: number; feedback: number };
  /** Which of them runs. */
  within: 'send' | 'feedback' | null;
}

/** Puts a clock around the two functions that work queues off. */
function watch(lambdas: Lambdas, seen: Watch): void {
  for (const name of ['send', 'feedback'] as const) {
    const own = lambdas[name];
    Object.assign(lambdas, {
      [name]: async (event: Parameters<typeof own>[0]) => {
        const from = process.cpuUsage();
        seen.within = name;
        const done = await own(event);
        seen.within = null;
        if (!seen.on) return done;
        const { user, system } = process.cpuUsage(from);
        seen.cpu[name] += (user + system) / 1_000;
        if (name === 'feedback') seen.events += event.Records.length;
        return done;
      },
    });
  }
}

/** Signs `people` up, and stands a minute before their second plan. */
async function gather(run: LocalRun, people: number): Promise<void> {
  for (let n = 0; n < people; n += 1) await new Runner(run.url, `runner${n}@example.org`).join();
  await run.world.advanceTo('2026-03-09T06:00:00.000Z');
}

interface Counts {
  readonly calls: Record<string, number>;
  eventCalls: number;
  all: number;
  index: number;
}
const counter =
  (seen: Watch, counts: Counts) =>
  ({ operation, body, answer }: Relayed): void => {
    // The local run's own look for the next alarm.
    if (!seen.on || seen.within === null || body['IndexName'] !== undefined) return;
    if (seen.within === 'feedback') {
      counts.eventCalls += 1;
      return;
    }
    for (const partition of partitionsOf(body)) counts.calls[partition] = (counts.calls[partition] ?? 0) + 1;
    if (!WRITES.has(operation)) return;
    const { all, index } = writesOf(answer);
    counts.all += all;
    counts.index += index;
  };

interface Round {
  readonly mails: number;
  readonly seen: Watch;
  readonly counts: Counts;
}

/** `people` mails, through a relay that counts calls or straight. */
async function round(people: number, how: 'counted' | 'timed'): Promise<Round> {
  const engine = await startEngine();
  const seen: Watch = { on: false, events: 0, cpu: { send: 0, feedback: 0 }, within: null };
  const counts: Counts = { calls: {}, eventCalls: 0, all: 0, index: 0 };
  const relay = await startRelay(engine.endpoint, counter(seen, counts), 'INDEXES');
  const before = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = how === 'counted' ? relay.endpoint : engine.endpoint;
  let run: LocalRun | null = null;
  try {
    run = await startRun({ port: 0, now: BEGINS });
    const { world } = run;
    await gather(run, people);
    watch(world.lambdas(), seen);
    const left = world.ses.mails.length;
    seen.on = true;
    // Alone: the local run works off by itself once a second.
    await world.exclusively(() => world.advanceTo(ENDS));
    seen.on = false;
    const mails = world.ses.mails.length - left;
    if (mails < people) throw new Error(`${people} people were due and ${mails} mails left.`);
    return { mails, seen, counts };
  } finally {
    await run?.stop();
    relay.stop();
    await engine.stop();
    if (before === undefined) delete process.env['AWS_ENDPOINT_URL_DYNAMODB'];
    else process.env['AWS_ENDPOINT_URL_DYNAMODB'] = before;
  }
}

const hundredth = (amount: number): number => Math.round(amount * 100) / 100;
/** People whose calls are counted: every one makes the same. */
const COUNTED = 5;

/** Times `people` mails, and counts the calls of a few. */
export async function measure(people: number): Promise<Measured> {
  const { mails, seen } = await round(people, 'timed');
  const { mails: few, seen: heard, counts } = await round(COUNTED, 'counted');
  const calls = Object.entries(counts.calls).map(([name, n]) => [name, hundredth(n / few)]);
  return {
    mails,
    mail: {
      cpuMs: hundredth(seen.cpu.send / mails),
      calls: Object.fromEntries(calls),
      tableWrites: hundredth((counts.all - counts.index) / few),
      indexWrites: hundredth(counts.index / few),
    },
    event: {
      cpuMs: hundredth(seen.cpu.feedback / Math.max(1, seen.events)),
      calls: hundredth(counts.eventCalls / Math.max(1, heard.events)),
    },
  };
}
