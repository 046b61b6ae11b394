/** The embedded engine with a table of its own for each test file, and people to put into it. */
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Clock, Commit, Store } from '../../../../functions/shell/ports.ts';
import { unpacked } from '../../../../functions/shell/store/items/packed.ts';
import { makeStore } from '../../../../functions/shell/store/store.ts';
import { createTable, startEngine } from '../../../../local/aws/engine.ts';
import { evolve } from '../../../../program/evolve/evolve.ts';
import type { ParticipantEvent } from '../../../../program/participant/events.ts';
import type { Participant } from '../../../../program/participant/state.ts';

export const NOW = '2026-03-02T06:00:00.000Z';
export const TABLE_NAME = 'people';

export interface Bench {
  readonly client: DynamoDBClient;
  readonly store: Store;
  readonly clock: Clock & { at: string; tick: number };
  readonly endpoint: string;
  /** Another client of the same table, for instance through a proxy. */
  clientAt(endpoint: string, maxAttempts?: number): DynamoDBClient;
  /** Every row, packed bodies as the text they hold. */
  rows(): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const engine = await startEngine();
  const clientAt = (endpoint: string, maxAttempts = 3) =>
    new DynamoDBClient({
      endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts,
    });
  const client = clientAt(engine.endpoint);
  await createTable(client, TABLE_NAME);
  const clock = {
    at: NOW,
    tick: 0,
    now: () => clock.at,
    monotonic: () => clock.tick,
    timer: () => () => undefined,
  };
  return {
    client,
    clock,
    clientAt,
    endpoint: engine.endpoint,
    store: makeStore({ client, tableName: TABLE_NAME, clock }),
    rows: async () => {
      const rows: Record<string, unknown>[] = [];
      for await (const page of paginateScan({ client }, { TableName: TABLE_NAME, ConsistentRead: true })) {
        for (const item of page.Items ?? [])
          rows.push(
            Object.fromEntries(
              Object.entries(unmarshall(item)).map(([name, value]) => [
                name,
                value instanceof Uint8Array ? unpacked(value) : value,
              ]),
            ),
          );
      }
      return rows;
    },
    stop: async () => {
      client.destroy();
      await engine.stop();
    },
  };
}

let made = 0;
/** Sixteen letters of an id, different for each person of a file. */
export const newId = (): string => {
  made += 1;
  return `CALF${String(made).padStart(12, '0')}`;
};

export const signedUp = (id: string, email = `${id.toLowerCase()}@example.org`): ParticipantEvent => ({
  type: 'SignedUp',
  at: NOW,
  id,
  email,
  firstName: 'Ioana',
  country: 'GB',
  timeZone: 'Europe/London',
  weekday: 1,
  hour: 7,
  units: 'km',
  consentVersion: '1',
  expiresAt: '2026-03-09T06:00:00.000Z',
});
export const owed = (occasion: string, due = NOW): ParticipantEvent => ({
  type: 'MailsOwed',
  mails: [{ occasion, kind: 'confirm', due, week: 0, byPerson: true, refusals: 0, attempt: 0 }],
});

/** A commit of `events` on top of a state, under a command named `commandId`. */
export function commitOf(
  before: Participant | null,
  expectedRev: number,
  events: readonly ParticipantEvent[],
  commandId: string,
  more: Partial<Commit> = {},
): Commit {
  const next = events.reduce<Participant | null>(evolve, before);
  if (next === null) throw new Error('a commit needs events');
  return {
    id: next.id,
    expectedRev,
    next,
    before,
    events,
    command: { type: 'Test', id: commandId, at: NOW, actor: 'person' },
    outcome: { ok: true, code: commandId },
    ...more,
  };
}

/** Signs somebody up with the first commit; gives the state. */
export async function person(store: Store, more: Partial<Commit> = {}, id = newId()): Promise<Participant> {
  const commit = commitOf(null, 0, [signedUp(id)], `signup-${id}`, more);
  const result = await store.commit(commit);
  if (result.kind !== 'committed') throw new Error(`sign-up: ${result.kind}`);
  return commit.next;
}
