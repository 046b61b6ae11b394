/**
 * Where an operator's command works: the table of a deployed stage, or of the local run. Reads and writes go
 * through the store, by the operator's own credentials.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from '../../functions/shell/clock.ts';
import type { Doing } from '../../functions/shell/execute.ts';
import type { Clock } from '../../functions/shell/ports.ts';
import type { Db } from '../../functions/shell/store/db.ts';
import { makeStore } from '../../functions/shell/store/store.ts';
import { stackName } from '../../infra/calf-coach.ts';
import type { StageSettings } from '../../infra/stages.ts';
import { addMinutes } from '../../program/kernel/time.ts';
import { loadCurriculum } from '../build/curriculum/curriculum.ts';
import { makeCloud } from '../stage/cloud.ts';
import { resourcesOf } from '../stage/resources.ts';
import { type DeadLetters, type LaneCounts, NONE } from './dead-letters.ts';
import { stageDeadLetters, waysIn } from './stage-dead-letters.ts';

/** The name of the run on this machine, where a stage has to be named. */
export const LOCAL = 'local';

export interface Desk extends Doing {
  /** The stage's name, or `local`. */
  readonly stage: string;
  readonly db: Db;
  readonly clock: Clock;
  /** Lets leave what a change has made due. A deployed stage does so by itself within a minute. */
  settle(): Promise<void>;
  /** What was given up. Throws a sentence where the stage has no queues. */
  deadLetters(): Promise<DeadLetters>;
  close(): void;
}

function deskOn(
  at: Pick<Desk, 'stage' | 'clock' | 'settle' | 'deadLetters'>,
  client: DynamoDBClient,
  table: string,
): Desk {
  const { clock } = at;
  return {
    ...at,
    db: { client, table, clock },
    store: makeStore({ client, tableName: table, clock }),
    curriculum: loadCurriculum(),
    close: () => client.destroy(),
  };
}

/** The desk of a deployed stage. Throws a sentence when it is not there. */
export async function stageDesk({ name, region }: StageSettings): Promise<Desk> {
  const cloud = await makeCloud(region);
  const table = (await cloud.outputs(stackName(name, 'data')))['TableName'];
  if (table === undefined)
    throw new Error(
      `The stage "${name}" is not deployed in ${region} of this account: ` +
        'look at the region in cdk.json and whose credentials these are, or deploy it.',
    );
  const at = {
    stage: name,
    clock: systemClock,
    settle: async () => undefined,
    deadLetters: async () => {
      const resources = await resourcesOf(region, stackName(name, 'service'));
      return await stageDeadLetters(region, waysIn(resources, name));
    },
  };
  return deskOn(at, new DynamoDBClient({ region }), table);
}

/** The desk of the local run at `url`, which `flag` says. Throws a sentence when nothing answers there. */
export async function localDesk(url: string, flag = '--url'): Promise<Desk> {
  const ask = async <T>(path: string, method = 'GET'): Promise<T> => {
    const asked = (): Promise<Response> => fetch(`${url}/__local/${path}`, { method });
    // A connection that was kept open may be closed by the time it is used again: a question is asked twice.
    const answer = await asked()
      .catch(() => (method === 'GET' ? asked() : null))
      .catch(() => null);
    if (answer?.ok !== true)
      throw new Error(
        `No local run answers at ${url}: start one with npm start, say where it is with ${flag}, ` +
          'or name a deployed stage with --stage.',
      );
    return (await answer.json()) as T;
  };
  const { endpoint, name } = await ask<{ readonly endpoint: string; readonly name: string }>('table');
  const { now } = await ask<{ readonly now: string }>('clock');
  const began = systemClock.monotonic();
  const clock: Clock = {
    ...systemClock,
    now: () => addMinutes(now, (systemClock.monotonic() - began) / 60_000),
  };
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: LOCAL, secretAccessKey: LOCAL },
  });
  const deadLetters = async (): Promise<DeadLetters> => ({
    waiting: async () => ({ ...NONE, ...(await ask<Partial<LaneCounts>>('dead-letters')) }),
    goBack: async () => ({
      moved: { ...NONE, ...(await ask<Partial<LaneCounts>>('dead-letters', 'POST')) },
      left: NONE,
    }),
  });
  const at = { stage: LOCAL, clock, settle: async () => void (await ask('clock')), deadLetters };
  return deskOn(at, client, name);
}
