/**
 * One participant of every status on one local run, brought there by what people do, and links of every
 * purpose to each of them.
 */
import { makeTokens, type Purpose, type Tokens } from '../../../functions/shell/web/tokens.ts';
import type { LocalRun } from '../../../local/run.ts';
import { playJourney } from '../../../simulate/personas/journey.ts';
import { readPersona } from '../../../simulate/personas/persona.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { calm, type Detail, type Row, Runner } from './runner.ts';

export const STATUSES = [
  'unconfirmed',
  'confirmed',
  'active',
  'paused',
  'stopped',
  'completed',
  'left',
  'erased',
] as const;
export type StatusName = (typeof STATUSES)[number];

export interface Somebody {
  readonly status: StatusName;
  readonly id: string;
  readonly runner: Runner;
  /** A genuine token of this person, of the week asked about; of an erased one it was genuine once. */
  token(purpose: Purpose): string;
}

/**
 * Somebody who has been through the course: twelve weeks played on the pure programme, and what came of it
 * put into the table as it would be.
 */
async function graduate(run: LocalRun): Promise<void> {
  const { state } = playJourney(
    readPersona(new URL('../../journeys/personas/calm.yaml', import.meta.url).pathname),
    theCurriculum(),
  );
  if (state.status !== 'completed') throw new Error(`the calm persona is ${state.status}`);
  const next = { ...state, email: 'completed@example.org', owed: [], inflight: [] };
  await new Runner(run.url).clock({ to: new Date(Date.parse(state.completedAt) + 86_400_000).toISOString() });
  const at = run.world.clock.now();
  const command = { type: 'Play', id: 'played', at, actor: 'person' } as const;
  const done = await run.world.store.commit({
    id: state.id,
    expectedRev: 0,
    next,
    events: [],
    command,
    outcome: { ok: true, code: 'Play' },
  });
  if (done.kind !== 'committed') throw new Error(done.kind);
}

/** Asks for the link to come back, so that `/fresh` is open to whoever is stopped. */
async function askBack(runner: Runner, me: string): Promise<void> {
  await runner.open(me, { method: 'POST', body: new URLSearchParams({ action: 'request', what: 'return' }) });
}

/** Everybody, on a run that has just begun. The clock ends some twelve weeks later. */
export async function everybody(run: LocalRun): Promise<Readonly<Record<StatusName, Somebody>>> {
  const of = (status: StatusName): Runner => new Runner(run.url, `${status}@example.org`);
  const idOf = new Map<StatusName, string>();
  await of('erased').signUp();
  idOf.set('erased', (await of('erased').row()).id);
  await graduate(run);
  for (const status of ['active', 'paused', 'stopped', 'left'] as const) await of(status).join();
  await of('active').untilCheckIn();
  const mePage = async (runner: Runner): Promise<string> => runner.link(await runner.newest('start'), '/me');
  const until = new Date(Date.parse(run.world.clock.now()) + 20 * 86_400_000).toISOString().slice(0, 10);
  await of('paused').act(await of('paused').open(await mePage(of('paused'))), 'pause', { until });
  await of('stopped').checkIn(calm(2, { redFlags: 'swelling' }));
  await askBack(of('stopped'), await mePage(of('stopped')));
  await of('left').fill(await of('left').open(of('left').link(await of('left').newest('start'), '/u/')), {});
  await of('confirmed').signUp();
  await of('confirmed').confirm();
  await of('unconfirmed').signUp();

  const rows = await of('active').control<readonly Row[]>('participants');
  const tokens = makeTokens(await run.world.store.keys());
  const made = await Promise.all(
    STATUSES.map(async (status) => {
      const id = idOf.get(status) ?? rows.find((row) => row.email === `${status}@example.org`)?.id;
      if (id === undefined) throw new Error(`nobody is ${status}`);
      return [status, await somebody(run, of(status), status, id, tokens)] as const;
    }),
  );
  return Object.fromEntries(made) as Record<StatusName, Somebody>;
}

async function somebody(
  run: LocalRun,
  runner: Runner,
  status: StatusName,
  id: string,
  tokens: Tokens,
): Promise<Somebody> {
  const detail = status === 'erased' ? null : await runner.control<Detail>(`participants/${id}`);
  const state = (detail?.state ?? {}) as {
    readonly tokenEpoch?: number;
    readonly course?: { readonly week?: number } | null;
    readonly fresh?: { readonly n?: number } | null;
  };
  const is = detail?.status ?? 'erased';
  if (is !== status) throw new Error(`${status} is ${is}`);
  return {
    status,
    id,
    runner,
    token: (purpose) => {
      const expires =
        purpose === 'unsubscribe'
          ? null
          : new Date(Date.parse(run.world.clock.now()) + 86_400_000).toISOString();
      // A link to a request carries its number where others carry the week.
      const ofWeek = purpose === 'checkIn' || purpose === 'session';
      const week = ofWeek ? (state.course?.week ?? 1) : purpose === 'fresh' ? (state.fresh?.n ?? 0) : 0;
      return tokens.sign({ purpose, participantId: id, epoch: state.tokenEpoch ?? 0, week, expires });
    },
  };
}
