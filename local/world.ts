/**
 * The whole system on one machine: the embedded engine, the local SES and SQS, the bundled handlers and a virtual clock that works off everything
 * due, in order, the clock standing at each alarm's own instant.
 */
import { DeleteTableCommand, DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Store } from '../functions/shell/ports.ts';
import { makeStore } from '../functions/shell/store/store.ts';
import { DUE_SHARDS, TABLE } from '../functions/shell/store/table.ts';
import { addMinutes, type Instant } from '../program/kernel/time.ts';
import { type VirtualClock, virtualClock } from './clock.ts';
import { createTable, startEngine } from './engine.ts';
import { enterEnvironment } from './environment.ts';
import { type Lambdas, type LocalEnvironment, type LogLine, loadLambdas, memoryLog } from './lambdas.ts';
import { type LocalSes, startSes } from './ses.ts';
import { type LocalQueues, startQueues } from './sqs.ts';

const TABLE_NAME = 'calf-coach-local';
/** More rounds than any instant can need; beyond it something is due for ever, which is a defect. */
const ROUNDS_PER_INSTANT = 200;
const JUMPS = 200_000;
/** Alone on a machine nobody else's mail shows that the provider's events arrive, and without that sign no lost mail is tried again (DESIGN §7.7). */
const HEARTBEAT_MINUTES = 15;

export interface WorldOptions {
  readonly siteUrl: string;
  readonly begins: Instant;
  readonly dataDir?: string;
}
export interface World {
  readonly clock: VirtualClock;
  readonly ses: LocalSes;
  readonly queues: LocalQueues;
  readonly store: Store;
  readonly logs: LogLine[];
  lambdas(): Lambdas;
  /** Runs one after another what must not overlap. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Works off all that is due at the present instant. */
  settle(): Promise<void>;
  /** Works off alarms in order up to an instant, then stands there. */
  advanceTo(to: Instant): Promise<void>;
  nextAlarm(): Promise<Instant | null>;
  participantIds(): Promise<readonly string[]>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const environmentOf = (siteUrl: string, queues: LocalQueues, ses: LocalSes, engine: string): LocalEnvironment & Record<string, string> => ({
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
  URGENT_QUEUE_URL: queues.url('urgent'),
  ROUTINE_QUEUE_URL: queues.url('routine'),
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

async function assemble(options: WorldOptions, undo: (() => unknown)[]): Promise<World> {
  const clock = virtualClock(options.begins);
  // An engine elsewhere is used as it is; ours dies with us.
  const elsewhere = process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  const engine = elsewhere === '' ? await startEngine(options.dataDir === undefined ? {} : { dataDir: options.dataDir }) : null;
  undo.push(() => engine?.stop());
  const queues = await startQueues(() => clock.now());
  undo.push(() => queues.close());
  const ses = await startSes(
    () => clock.now(),
    (body) => queues.put('feedback', body),
  );
  undo.push(() => ses.close());
  const environment = environmentOf(options.siteUrl, queues, ses, engine?.endpoint ?? elsewhere);
  undo.push(enterEnvironment(environment));
  const client = new DynamoDBClient({});
  undo.push(() => client.destroy());
  await createTable(client, TABLE_NAME);
  const store = makeStore({ client, tableName: TABLE_NAME, clock });
  const logs: LogLine[] = [];
  let lambdas = await loadLambdas(clock, memoryLog(logs));
  let tail: Promise<unknown> = Promise.resolve();

  let nextBeat: Instant = options.begins;
  async function beat(): Promise<void> {
    if (clock.now() < nextBeat) return;
    nextBeat = addMinutes(clock.now(), HEARTBEAT_MINUTES);
    ses.heartbeat();
    await queues.drain('feedback', clock.now(), lambdas.feedback);
  }

  async function settle(): Promise<void> {
    const frozen = clock.now();
    await beat();
    for (let round = 0; round < ROUNDS_PER_INSTANT; round += 1) {
      const { due } = await lambdas.dispatch();
      const at = clock.now();
      const delivered =
        (await queues.drain('urgent', at, lambdas.send)) +
        (await queues.drain('routine', at, lambdas.send)) +
        (await queues.drain('feedback', at, lambdas.feedback));
      if (due === 0 && delivered === 0) return;
    }
    throw new Error(`at ${frozen} somebody is due for ever: ${(await dueIds()).join(', ')}`);
  }
  const dueIds = async (): Promise<readonly string[]> =>
    (await Promise.all(Array.from({ length: DUE_SHARDS }, (_, shard) => store.due(shard, clock.now(), 5)))).flat();

  /** The earliest alarm of all shards. */
  async function firstAlarm(): Promise<Instant | null> {
    const { name, partitionKey, sortKey } = TABLE.dueIndex;
    const firsts = await Promise.all(
      Array.from({ length: DUE_SHARDS }, (_, shard) =>
        client.send(
          new QueryCommand({
            TableName: TABLE_NAME,
            IndexName: name,
            KeyConditionExpression: '#p = :p',
            ExpressionAttributeNames: { '#p': partitionKey },
            ExpressionAttributeValues: { ':p': { S: `DUE#${shard}` } },
            Limit: 1,
          }),
        ),
      ),
    );
    const alarms = firsts.flatMap((page) => (page.Items ?? []).map((item) => item[sortKey]?.S?.slice(0, 24) ?? ''));
    return [...alarms, queues.nextVisible() ?? ''].filter((at) => at !== '').sort()[0] ?? null;
  }

  async function advanceTo(to: Instant): Promise<void> {
    try {
      await settle();
      for (let jump = 0; jump < JUMPS; jump += 1) {
        const next = await firstAlarm();
        if (next === null || next > to) break;
        if (next > clock.now()) clock.stand(next);
        await settle();
      }
      if (to > clock.now()) clock.stand(to);
      await settle();
    } finally {
      clock.run();
    }
  }

  async function participantIds(): Promise<readonly string[]> {
    const ids: string[] = [];
    let from: Record<string, never> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: TABLE_NAME,
          FilterExpression: 'sk = :s',
          ExpressionAttributeValues: { ':s': { S: 'STATE' } },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      ids.push(...(page.Items ?? []).map((item) => (item['pk']?.S ?? '').slice(2)));
      from = page.LastEvaluatedKey as Record<string, never> | undefined;
    } while (from !== undefined);
    return ids;
  }

  return {
    clock,
    ses,
    queues,
    store,
    logs,
    lambdas: () => lambdas,
    settle,
    advanceTo,
    nextAlarm: firstAlarm,
    participantIds,
    exclusively: (work) => {
      const mine = tail.then(work, work);
      tail = mine.catch(() => undefined);
      return mine;
    },
    reset: async () => {
      await client.send(new DeleteTableCommand({ TableName: TABLE_NAME }));
      await createTable(client, TABLE_NAME);
      queues.clear();
      ses.mails.length = 0;
      ses.mode('ok');
      logs.length = 0;
      clock.set(options.begins);
      nextBeat = options.begins;
      // New handlers: the old ones remember the link keys of the table that is gone.
      lambdas = await loadLambdas(clock, memoryLog(logs));
    },
    stop: async () => {
      await tail.catch(() => undefined);
      await unwind(undo);
    },
  };
}
