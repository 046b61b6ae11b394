/**
 * DynamoDB units of an active participant's ordinary week, counted: three mails and one answered check-in
 * through the real handlers on the local engine. Every call goes through a counter that asks for the consumed
 * capacity and adds it up, indexes included. Looking at the index of alarms is left out: the dispatcher does
 * that once a minute for everybody together.
 */
import { startEngine } from '../../../local/aws/engine.ts';
import { startRun } from '../../../local/run.ts';
import { calm, Runner } from '../../../test/local/support/runner.ts';
import { type Done, done } from './counting.ts';
import { startRelay, WRITES } from './relay.ts';

export type Part = 'HEAD' | 'COURSE' | 'PERSON';
export interface Counted {
  read: number;
  write: number;
  /** The largest item of each part of a state that was written, in bytes as DynamoDB counts them. */
  stateBytes: Record<Part, number>;
}
type Value = Readonly<Record<string, unknown>>;

interface Capacity {
  readonly CapacityUnits?: number;
}
/** Adds what one answer of DynamoDB says it took; `body` is what was asked. */
export function addUp(counted: Counted, operation: string, body: Value, raw: Buffer): void {
  const { ConsumedCapacity: consumed } = JSON.parse(raw.toString('utf8')) as {
    readonly ConsumedCapacity?: Capacity | readonly Capacity[];
  };
  const each = Array.isArray(consumed)
    ? (consumed as readonly Capacity[])
    : consumed === undefined
      ? []
      : [consumed as Capacity];
  const units = each.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
  if (WRITES.has(operation)) counted.write += units;
  else counted.read += units;
  for (const item of itemsOf(body)) {
    const part = /^S#(HEAD|COURSE|PERSON)$/.exec(String((item['sk'] as Value | undefined)?.['S']))?.[1];
    if (part !== undefined)
      counted.stateBytes[part as Part] = Math.max(counted.stateBytes[part as Part], itemBytes(item));
  }
}

/** Items that a call writes whole. */
function itemsOf(body: Value): readonly Value[] {
  const actions = (body['TransactItems'] as readonly Readonly<Record<string, Value>>[] | undefined) ?? [];
  return [body, ...actions.flatMap((action) => Object.values(action))].flatMap((one) =>
    one['Item'] === undefined ? [] : [one['Item'] as Value],
  );
}
/**
 * Names and values as DynamoDB counts them: a text by its bytes, a number by its digits, a container three
 * bytes and one an element.
 */
const itemBytes = (item: Value): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value as Value),
    0,
  );
function valueBytes(value: Value): number {
  const [type = '', content] = Object.entries(value)[0] ?? [];
  if (type === 'S') return Buffer.byteLength(String(content));
  if (type === 'N') return Math.ceil(String(content).replace(/[^0-9]/g, '').length / 2) + 1;
  if (type === 'L')
    return 3 + (content as readonly Value[]).reduce((sum, one) => sum + 1 + valueBytes(one), 0);
  if (type === 'M') return 3 + itemBytes(content as Value) + Object.keys(content as Value).length;
  if (type === 'B') return Buffer.byteLength(String(content), 'base64');
  return 1;
}

/** Weeks that are counted, after the first one is over. */
const WEEKS = 4;
const BEGINS = '2026-03-02T06:00:00.000Z';

/**
 * What an active participant costs in a week, and each of the mails of that week in the function that sends
 * it.
 */
export interface CountedWeek extends Readonly<Counted> {
  readonly mails: number;
  /** Of one mail, on average. Nothing is counted in bundles without counters. */
  readonly each: Readonly<Done> & { readonly bytes: number };
}

/** Counts four ordinary weeks of one participant. `bundles` = a folder of bundles other than the build's. */
export async function countWeek(bundles?: string): Promise<CountedWeek> {
  const engine = await startEngine();
  const counted: Counted = { read: 0, write: 0, stateBytes: { HEAD: 0, COURSE: 0, PERSON: 0 } };
  const counter = await startRelay(engine.endpoint, ({ operation, body, answer }) => {
    if (body['IndexName'] === undefined && operation !== 'Scan') addUp(counted, operation, body, answer);
  });
  const before = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = counter.endpoint;
  try {
    const run = await startRun({ port: 0, now: BEGINS, ...(bundles === undefined ? {} : { bundles }) });
    try {
      const runner = new Runner(run.url);
      await runner.join();
      await runner.untilCheckIn();
      await runner.checkIn(calm(2));
      const { mails: sent } = run.world.ses;
      const sentBefore = sent.length;
      const [start, doneBefore] = [{ ...counted }, { ...done() }];
      for (let week = 0; week < WEEKS; week += 1) {
        await runner.untilCheckIn();
        await runner.checkIn(calm(1));
      }
      const end = { ...counted };
      const mails = sent.slice(sentBefore);
      const bytes = mails.reduce((sum, mail) => sum + mail.raw.length, 0);
      const { parses, pieces } = done();
      return {
        read: (end.read - start.read) / WEEKS,
        write: (end.write - start.write) / WEEKS,
        stateBytes: end.stateBytes,
        mails: mails.length / WEEKS,
        each: {
          parses: (parses - doneBefore.parses) / mails.length,
          pieces: (pieces - doneBefore.pieces) / mails.length,
          bytes: bytes / mails.length,
        },
      };
    } finally {
      await run.stop();
    }
  } finally {
    counter.stop();
    await engine.stop();
    if (before === undefined) delete process.env['AWS_ENDPOINT_URL_DYNAMODB'];
    else process.env['AWS_ENDPOINT_URL_DYNAMODB'] = before;
  }
}
