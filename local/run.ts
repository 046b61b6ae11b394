/** One public port on the loopback interface: the site, and beside it the control API and the bench. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Instant } from '../program/kernel/time.ts';
import { answerControl, parseCurriculum } from './control.ts';
import { ROOT } from './root.ts';
import { listen } from './server.ts';
import type { StoredMail } from './ses.ts';
import { answerSite } from './site.ts';
import { startWorld, type World } from './world.ts';

export interface RunOptions {
  /** 0 = any free port. */
  readonly port: number;
  readonly now: Instant;
  /** Keeps the table, the mails and the clock here. */
  readonly dataDir?: string;
}
export interface LocalRun {
  readonly url: string;
  readonly world: World;
  stop(): Promise<void>;
}
const TICK_MS = 1_000;

interface Kept {
  readonly mails: readonly StoredMail[];
  readonly now: Instant;
}

/** Starts everything. Rejects with the error of a busy port; whatever was started by then is stopped. */
export async function startRun(options: RunOptions): Promise<LocalRun> {
  let world: World | null = null;
  const curriculum = parseCurriculum(JSON.parse(readFileSync(join(ROOT, 'dist/curriculum.json'), 'utf8')));
  const server = await listen((request, response) => {
    if (world === null) return void response.writeHead(503).end();
    return answer(world, request, response);
  }, options.port);
  const answer = (w: World, request: IncomingMessage, response: ServerResponse): Promise<void> =>
    (request.url ?? '').startsWith('/__local') ? answerControl(w, curriculum, request, response) : answerSite(w, request, response);
  const url = `http://localhost:${server.port}`;
  const { dataDir } = options;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const kept = dataDir === undefined ? null : readKept(dataDir);
  try {
    world = await startWorld({ siteUrl: url, begins: kept?.now ?? options.now, ...(dataDir === undefined ? {} : { dataDir }) });
  } catch (error) {
    await server.close();
    throw error;
  }
  const running = world;
  running.ses.mails.push(...(kept?.mails ?? []));
  const ticker = setInterval(() => void running.exclusively(() => running.settle()).catch(() => undefined), TICK_MS);
  return {
    url,
    world: running,
    stop: async () => {
      clearInterval(ticker);
      if (dataDir !== undefined)
        writeFileSync(keptFile(dataDir), JSON.stringify({ mails: running.ses.mails, now: running.clock.now() } satisfies Kept));
      await server.close();
      await running.stop();
    },
  };
}

const keptFile = (dir: string): string => join(dir, 'run.json');
const readKept = (dir: string): Kept | null => (existsSync(keptFile(dir)) ? (JSON.parse(readFileSync(keptFile(dir), 'utf8')) as Kept) : null);
