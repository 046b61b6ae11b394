/**
 * The composition root: a function's environment and its ports. The local run and the tests hand in other
 * ports, product code has no branch for them.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Instant } from '../../program/kernel/time.ts';
import { systemClock } from './clock.ts';
import { loadCurriculum } from './curriculum.ts';
import { type Environment, type FunctionName, readEnvironment } from './env.ts';
import { systemIds } from './ids.ts';
import { makeLog } from './log.ts';
import type { Clock, Ids, LinkKeys, Log, Mailbox, Mailer, Queue, Store } from './ports.ts';
import { makeQueue } from './queue.ts';
import { makeStore } from './store/store.ts';
import { type Links, makeLinks } from './web/links.ts';
import { makeTokens, type Tokens } from './web/tokens.ts';

/** Everything outside the programme. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly queue: Queue;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly mailbox: Mailbox;
  readonly curriculum: Curriculum;
}
export type Overrides = Partial<Ports>;

export interface App<F extends FunctionName = FunctionName> extends Ports {
  readonly name: F;
  readonly env: Environment<F>;
  /** Current for five minutes at a time; see `Store.keys`. */
  tokens(): Promise<Tokens>;
  /**
   * Links that end at `until` at the latest; null = in a mail, or where the mailbox was proved just now. A
   * page asks `pageLinks` for them.
   */
  links(until: Instant | null): Promise<Links>;
}

/** Limits of one call to the table; the SDK repeats a failed one twice, which the store is made for. */
const TABLE_CALLS = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true } as const;

/**
 * The app of function `name`. `source` is the environment; a missing variable throws with its name. The
 * mailer is not made here, so that only the function that sends carries the SES client: it hands one in.
 */
export function makeApp<F extends FunctionName>(
  name: F,
  source: Readonly<Record<string, string | undefined>>,
  overrides: Overrides = {},
): App<F> {
  const env = readEnvironment(name, source);
  const clock = overrides.clock ?? systemClock;
  const store =
    overrides.store ??
    makeStore({
      client: new DynamoDBClient({ requestHandler: TABLE_CALLS }),
      tableName: env.TABLE_NAME,
      clock,
    });
  const tokens = tokensOf(store);
  return {
    name,
    env,
    clock,
    store,
    ids: overrides.ids ?? systemIds,
    queue: overrides.queue ?? makeQueue(env),
    log: overrides.log ?? makeLog({ fn: name }),
    get mailer(): Mailer {
      assert(overrides.mailer !== undefined, `function ${name} has a mailer`);
      return overrides.mailer;
    },
    get mailbox(): Mailbox {
      assert(overrides.mailbox !== undefined, `function ${name} has a mailbox`);
      return overrides.mailbox;
    },
    get curriculum(): Curriculum {
      return overrides.curriculum ?? loadCurriculum();
    },
    tokens,
    links: async (until) => {
      assert('SITE_URL' in env, `function ${name} knows the site`);
      return makeLinks(env.SITE_URL, await tokens(), until);
    },
  };
}

/** Derived keys are kept as long as the ring they come from. */
function tokensOf(store: Store): () => Promise<Tokens> {
  let made: { readonly from: LinkKeys; readonly tokens: Tokens } | null = null;
  return async () => {
    const from = await store.keys();
    if (made?.from !== from) made = { from, tokens: makeTokens(from) };
    return made.tokens;
  };
}
