/** One public port on the loopback interface: the site, and beside it the control API and the bench. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Instant } from '../program/kernel/time.ts';
import type { PortsOf } from './aws/lambdas.ts';
import { answerControl, parseCurriculum } from './control/control.ts';
import { beginningOf, type Kept, readKept, writeKept } from './control/kept.ts';
import { refusalOf } from './own-origin.ts';
import { ROOT } from './root.ts';
import { listen } from './server.ts';
import { answerSite } from './site.ts';
import { startWorld, type World } from './world.ts';

export interface RunOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Where the clock begins; the machine's time without it. */
  readonly now?: Instant;
  /** Keeps the table, the mails and the clock here. */
  readonly dataDir?: string;
  /** Folder of the bundles; the build's without it. */
  readonly bundles?: string;
  /** Ports of the functions in place of their own. */
  readonly portsOf?: PortsOf;
  /** The time that passes by itself, in milliseconds; the machine's without it. */
  readonly machine?: () => number;
}
export interface LocalRun {
  readonly url: string;
  readonly world: World;
  stop(): Promise<void>;
}
const TICK_MS = 1_000;

const isControl = (path: string): boolean => /^\/__local(?:[/?]|$)/.test(path);

/** Starts everything. Rejects with the error of a busy port; whatever was started by then is stopped. */
export async function startRun(options: RunOptions): Promise<LocalRun> {
  let world: World | null = null;
  const curriculum = parseCurriculum(JSON.parse(readFileSync(join(ROOT, 'dist/curriculum.json'), 'utf8')));
  const answer = (w: World, request: IncomingMessage, response: ServerResponse): Promise<void> =>
    isControl(request.url ?? '')
      ? answerControl(w, curriculum, request, response)
      : answerSite(w, request, response);
  const server = await listen((request, response) => {
    const refusal = refusalOf(request, server.port, isControl(request.url ?? ''));
    if (refusal !== null)
      return void response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
        .end(`${refusal}\n`);
    if (world === null) return void response.writeHead(503).end();
    return answer(world, request, response);
  }, options.port);
  const url = `http://localhost:${server.port}`;
  const { dataDir } = options;
  try {
    const kept = dataDir === undefined ? null : readKept(dataDir);
    const begins = beginningOf(kept, options.now, Date.now());
    const start = kept?.start ?? begins;
    const { machine, bundles, portsOf } = options;
    world = await startWorld({
      siteUrl: url,
      begins,
      start,
      ...(dataDir === undefined ? {} : { dataDir }),
      ...(machine === undefined ? {} : { machine }),
      ...(bundles === undefined ? {} : { bundles }),
      ...(portsOf === undefined ? {} : { portsOf }),
    });
    world.ses.mails.push(...(kept?.mails ?? []));
    const running = world;
    const keep = dataDir === undefined ? () => undefined : keeper(running, dataDir, start);
    const timer = tick(running, keep);
    return {
      url,
      world: running,
      stop: async () => {
        clearInterval(timer);
        await server.close();
        await running.stop();
        keep();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * With real time: whatever has fallen due is worked off about once a second, unless that is being done
 * already.
 */
function tick(world: World, keep: () => void): NodeJS.Timeout {
  let busy = false;
  return setInterval(() => {
    if (busy) return;
    busy = true;
    void world
      .exclusively(() => world.settle())
      // Somebody who cannot be worked off is told at the next request of the control API.
      .catch(() => undefined)
      .then(() => {
        busy = false;
        keep();
      });
  }, TICK_MS);
}

/** Writes mails and clock down whenever they changed. */
function keeper(world: World, dir: string, start: Instant): () => void {
  let written = '';
  return () => {
    const kept: Kept = { start, ahead: world.clock.offset(), mails: world.ses.mails };
    const sign = `${kept.mails.length} ${kept.mails.at(-1)?.id ?? ''} ${kept.ahead}`;
    if (sign === written) return;
    writeKept(dir, kept);
    written = sign;
  };
}
