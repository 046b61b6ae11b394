/**
 * A local run under watch: what its functions send and print, log, and are asked for, and what stands in the
 * table; and which secrets are found there.
 */
import type { LocalRun } from '../../../local/run.ts';
import { type Leak, leaksOf, leaksOfItems, type Secret } from './leaks.ts';
import { startTestRun } from './runner.ts';
import { everyItem } from './table.ts';
import { type Tap, tapWire } from './wire.ts';

export interface Mark {
  readonly sent: number;
  readonly printed: number;
  readonly logs: number;
  readonly urls: number;
  readonly items: number;
}
const BEGINNING: Mark = { sent: 0, printed: 0, logs: 0, urls: 0, items: 0 };
export interface Watch {
  readonly run: LocalRun;
  readonly tap: Tap;
  readonly logs: unknown[];
  readonly urls: string[];
  readonly items: Leak[];
  /** Looks at the whole table as it stands now. */
  lookAtTable(): Promise<void>;
  mark(): Mark;
  /** Every leak since a moment. */
  found(since?: Mark): readonly Leak[];
  stop(): Promise<void>;
}

/** Starts a run and watches it until `stop`. */
export async function watchRun(secrets: readonly Secret[]): Promise<Watch> {
  const run = await startTestRun();
  const tap = tapWire(run.world);
  const [logs, urls, items]: [unknown[], string[], Leak[]] = [[], [], []];
  const push = run.world.logs.push.bind(run.world.logs);
  run.world.logs.push = (...lines) => {
    logs.push(...lines);
    return push(...lines);
  };
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await original(input, init);
    // The control API is the test's own way in and names the mailbox it asks for.
    for (const url of [String(input), response.url, response.headers.get('location') ?? ''])
      if (!url.includes('/__local/')) urls.push(url);
    return response;
  };
  return {
    run,
    tap,
    logs,
    urls,
    items,
    lookAtTable: async () => void items.push(...leaksOfItems(await everyItem(), secrets)),
    mark: () => ({
      sent: tap.sent.length,
      printed: tap.printed.length,
      logs: logs.length,
      urls: urls.length,
      items: items.length,
    }),
    found: (since = BEGINNING) => [
      ...items.slice(since.items),
      ...leaksOf(
        { sent: tap.sent.slice(since.sent), printed: tap.printed.slice(since.printed) },
        logs.slice(since.logs),
        urls.slice(since.urls),
        secrets,
      ),
    ],
    stop: async () => {
      globalThis.fetch = original;
      run.world.logs.push = push;
      tap.off();
      await run.stop();
    },
  };
}
