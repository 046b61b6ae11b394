/**
 * The whole system on one machine: the embedded engine, the local SES and SQS, the bundled handlers and a
 * virtual clock.
 */
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Log, Store } from '../functions/shell/ports.ts';
import { makeStore } from '../functions/shell/store/store.ts';
import { earliest, type Instant } from '../program/kernel/time.ts';
import { createTable, startEngine } from './aws/engine.ts';
import { enterEnvironment } from './aws/environment.ts';
import { type Faults, makeFaults } from './aws/faults.ts';
import { type Gate, startGate } from './aws/gate.ts';
import { type ReceivedMail, receivedEvent } from './aws/inbound.ts';
import { makeInvocations } from './aws/invocations.ts';
import {
  type Lambdas,
  type LocalEnvironment,
  type LogLine,
  loadLambdas,
  memoryLog,
  type PortsOf,
} from './aws/lambdas.ts';
import { type LocalBucket, startBucket } from './aws/s3.ts';
import { type LocalSes, startSes } from './aws/ses.ts';
import { type LocalQueues, startQueues } from './aws/sqs.ts';
import { earliestAlarm, everybody } from './control/alarms.ts';
import { type Bell, makeBells } from './control/bells.ts';
import { type VirtualClock, virtualClock } from './control/clock.ts';
import { makeWorkOff, type WorkOff } from './control/work-off.ts';

const TABLE_NAME = 'calf-coach-local';
const BUCKET = 'calf-coach-local-inbound';

export interface WorldOptions {
  readonly siteUrl: string;
  readonly begins: Instant;
  /** Where `reset` sets the clock back to. */
  readonly start: Instant;
  readonly dataDir?: string;
  /** See `virtualClock`. */
  readonly machine?: () => number;
  /** Folder of the bundles; the build's without it. */
  readonly bundles?: string;
  /** Ports of the functions in place of their own. */
  readonly portsOf?: PortsOf;
}
export interface World extends WorkOff {
  readonly clock: VirtualClock;
  readonly ses: LocalSes;
  readonly queues: LocalQueues;
  readonly store: Store;
  /** Where the table is: the operator's commands work on it from a process of their own. */
  readonly table: { readonly endpoint: string; readonly name: string };
  readonly logs: LogLine[];
  /**
   * A mail arrives: stored, then the function is called, as SES does both. Works off what it caused. A call
   * that fails while something is down is made again.
   */
  receive(mail: ReceivedMail): Promise<void>;
  lambdas(): Lambdas;
  /** What would have woken the operator. */
  alarms(): readonly Bell[];
  /** Runs one after another what must not overlap. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  nextAlarm(): Promise<Instant | null>;
  participantIds(): Promise<readonly string[]>;
  /** What is down for the functions; our own looks at the table never are. */
  readonly faults: Faults;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Mails a second that the local provider takes: more than anybody tries here. */
const SENDING_RATE = '500';

const environmentOf = (
  siteUrl: string,
  {
    queues,
    ses,
    bucket,
    engine,
  }: {
    readonly queues: LocalQueues;
    readonly ses: LocalSes;
    readonly bucket: LocalBucket;
    readonly engine: string;
  },
): LocalEnvironment & Record<string, string> => ({
  TABLE_NAME,
  STAGE: 'local',
  SITE_URL: siteUrl,
  OPERATOR_NAME: 'Your own Calf Coach',
  OPERATOR_POSTAL: '1 Example Street, Exampletown',
  OPERATOR_EMAIL: 'operator@coach.example',
  MAIL_FROM_ADDRESS: 'coach@mail.coach.example',
  MAIL_FROM_NAME: 'Calf Coach',
  MAIL_DOMAIN: 'mail.coach.example',
  REPLY_DOMAIN: 'reply.coach.example',
  COACHING_CONFIGURATION_SET: 'coaching',
  SAFETY_CONFIGURATION_SET: 'safety',
  SIGNUP_NETWORK_LIMIT: '1000',
  SIGNUP_DOMAIN_LIMIT: '1000',
  SIGNUP_TOTAL_LIMIT: '10000',
  URGENT_QUEUE_URL: queues.url('urgent'),
  ROUTINE_QUEUE_URL: queues.url('routine'),
  FEEDBACK_QUEUE_URL: queues.url('feedback'),
  FEEDBACK_DEAD_LETTERS_URL: queues.deadUrl('feedback'),
  SENDING_RATE,
  INBOUND_BUCKET: BUCKET,
  AWS_ENDPOINT_URL_S3: bucket.endpoint,
  AWS_ENDPOINT_URL_DYNAMODB: engine,
  AWS_ENDPOINT_URL_SES: ses.endpoint,
  AWS_ENDPOINT_URL_SQS: queues.endpoint,
});

/** Starts everything. What was started by the time of a failure is stopped again. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const undo: (() => unknown)[] = [];
  try {
    return await assemble(options, undo);
  } catch (error) {
    await unwind(undo);
    throw error;
  }
}
async function unwind(undo: (() => unknown)[]): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}

const startLocalSes = (clock: VirtualClock, queues: LocalQueues): Promise<LocalSes> =>
  startSes(
    () => clock.now(),
    (body, minutes) => queues.put('feedback', body, minutes),
  );

const loaderOf =
  ({ bundles, portsOf }: WorldOptions, clock: VirtualClock, log: Log) =>
  (): Promise<Lambdas> =>
    loadLambdas(clock, log, {
      ...(bundles === undefined ? {} : { folder: bundles }),
      ...(portsOf === undefined ? {} : { portsOf }),
    });

/** The engine, ours or the one that the machine names, and the gate that the functions go through. */
async function openTable(
  { dataDir }: WorldOptions,
  undo: (() => unknown)[],
): Promise<{ readonly endpoint: string; readonly gate: Gate }> {
  let endpoint = process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  if (endpoint === '') {
    const engine = await startEngine(dataDir === undefined ? {} : { dataDir });
    undo.push(() => engine.stop());
    endpoint = engine.endpoint;
  }
  const gate = await startGate(endpoint);
  undo.push(() => gate.close());
  return { endpoint, gate };
}

/** All that the functions talk to, and the table as we ourselves see it. */
async function startServices(options: WorldOptions, clock: VirtualClock, undo: (() => unknown)[]) {
  const { endpoint, gate } = await openTable(options, undo);
  const bells = makeBells(() => clock.now());
  const queues = await startQueues(() => clock.now(), bells.dead);
  undo.push(() => queues.close());
  const ses = await startLocalSes(clock, queues);
  undo.push(() => ses.close());
  const bucket = await startBucket(BUCKET);
  undo.push(() => bucket.close());
  undo.push(enterEnvironment(environmentOf(options.siteUrl, { queues, ses, bucket, engine: gate.endpoint })));
  const client = new DynamoDBClient({ endpoint });
  undo.push(() => client.destroy());
  await createTable(client, TABLE_NAME);
  const faults = makeFaults({ queue: queues.down, store: gate.shut });
  return { endpoint, bells, queues, ses, bucket, client, faults };
}

/** One after another, whatever becomes of each. */
function inTurn() {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    take: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = tail.then(work, work);
      tail = mine.catch(() => undefined);
      return mine;
    },
    over: () => tail.catch(() => undefined),
  };
}

async function assemble(options: WorldOptions, undo: (() => unknown)[]): Promise<World> {
  const clock = virtualClock(options.begins, options.machine);
  const services = await startServices(options, clock, undo);
  const { endpoint, bells, queues, ses, bucket, client, faults } = services;
  const newStore = (): Store => makeStore({ client, tableName: TABLE_NAME, clock });
  let store = newStore();
  const logs: LogLine[] = [];
  const load = loaderOf(options, clock, memoryLog(logs, bells.line));
  let lambdas = await load();
  const turns = inTurn();

  const inbound = (event: unknown): Promise<void> => lambdas.inbound(event);
  const replies = makeInvocations(inbound, { patient: faults.isAny, failed: bells.failed });
  const nextAlarm = async (): Promise<Instant | null> =>
    earliest([await earliestAlarm(client, TABLE_NAME), replies.next(), queues.nextVisible()]);
  const workOff = makeWorkOff({
    clock,
    queues,
    store: () => store,
    logs,
    lambdas: () => lambdas,
    replies,
    isDown: faults.isAny,
    onFailed: bells.failed,
    nextAlarm,
  });

  return {
    ...workOff,
    clock,
    ses,
    queues,
    get store() {
      return store;
    },
    table: { endpoint, name: TABLE_NAME },
    logs,
    receive: async (mail) => {
      bucket.put(mail.id, mail.raw);
      await replies.call(receivedEvent(mail, clock.now()), clock.now());
      await workOff.settle();
    },
    lambdas: () => lambdas,
    alarms: () => bells.all,
    nextAlarm,
    participantIds: () => everybody(client, TABLE_NAME),
    exclusively: turns.take,
    faults,
    reset: async () => {
      faults.clear();
      replies.clear();
      await client.send(new DeleteTableCommand({ TableName: TABLE_NAME }));
      await createTable(client, TABLE_NAME);
      queues.clear();
      ses.mails.length = 0;
      bucket.clear();
      ses.mode('ok');
      logs.length = 0;
      bells.all.length = 0;
      clock.set(options.start);
      // New ones: the old store and the old handlers remember the link keys of the table that is gone.
      store = newStore();
      lambdas = await load();
    },
    stop: () => turns.over().then(() => unwind(undo)),
  };
}
