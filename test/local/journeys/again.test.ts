/**
 * Left, and signs up again: by every way out the answer of the form is the same bytes, the mail that follows
 * or does not is the one that may, and whoever confirms begins anew — nothing of the earlier time is shown to
 * them, on no page and in no copy.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, wordsOf } from '../support/forms.ts';
import { freshLink, inWeekTwo, meOf, NOTE, press } from '../support/own-page.ts';
import { replyTo } from '../support/replies.ts';
import { calm, Runner, startTestRun } from '../support/runner.ts';
import { everyItem, tableText } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

const GOAL = 'once around the reservoir';
const leave = async (runner: Runner, init: RequestInit): Promise<unknown> =>
  runner.open(runner.link(await runner.newest('plan'), '/u/'), { method: 'POST', ...init });
interface Way {
  readonly out: (runner: Runner) => Promise<unknown>;
  /** What the person is afterwards; null = nobody any more. */
  readonly reason: string | null;
  /** The mail a new sign-up brings. */
  readonly brings: 'confirm' | null;
  readonly sameId: boolean;
}
const gone = (
  reason: string | null,
  out: Way['out'],
  brings: Way['brings'] = 'confirm',
  sameId = true,
): Way => ({ reason, out, brings, sameId });
const WAYS: Readonly<Record<string, Way>> = {
  'STOP by reply': gone('unsubscribed', async (r) => replyTo(r, await r.newest('plan'), 'STOP')),
  'one click (RFC 8058)': gone('unsubscribed', (r) =>
    leave(r, { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }),
  ),
  'the page': gone('unsubscribed', async (r) =>
    r.fill(await r.open(r.link(await r.newest('plan'), '/u/')), {}),
  ),
  'taking back the consent about health': gone('consent', async (r) => {
    const page = await meOf(r);
    const index = formsOf(page.html)
      .filter((f) => f.method === 'post')
      .findIndex((f) => f.fields.some((x) => x.name === 'consentHealth'));
    return r.fill(page, { sure: 'yes' }, index);
  }),
  erasure: gone(null, async (r) => press(r, await freshLink(r, 'erase')), 'confirm', false),
  'a complaint': gone(
    'complaint',
    async (r) => r.control('ses-event', { mailId: (await r.newest('plan')).id, type: 'Complaint' }),
    null,
  ),
  'a hard bounce': gone(
    'bounce',
    async (r) => r.control('ses-event', { mailId: (await r.newest('plan')).id, type: 'Bounce' }),
    null,
  ),
};
/** In the third week, with a note, a goal and a stop behind them. */
async function lived(): Promise<Runner> {
  const runner = await inWeekTwo(run.url);
  await runner.fill(await runner.open(runner.link(await runner.newest('start'), '/running/')), {
    goal: GOAL,
  });
  await runner.untilCheckIn();
  await runner.checkIn(calm(4, { note: `${NOTE} again` }));
  return runner;
}

describe.each(Object.entries(WAYS))('after %s', (_name, { out, reason, brings, sameId }) => {
  it('the form answers as to a new address, and brings what may be brought', async () => {
    const runner = await lived();
    const { id } = await runner.row();
    await out(runner);
    const rows = await runner.control<readonly { id: string; status: string }[]>('participants');
    expect(rows.find((row) => row.id === id)?.status ?? null).toBe(reason === null ? null : 'left');
    if (reason !== null) expect((await runner.detail()).state).toMatchObject({ reason });
    await runner.clock({ advance: 'PT1H' });
    const before = (await runner.mails()).length;

    const stranger = await new Runner(run.url, 'new.person@example.org').signUp();
    const again = await runner.signUp();
    expect([again.status, again.url, again.html]).toEqual([stranger.status, stranger.url, stranger.html]);
    expect((await runner.mails()).slice(before).map(({ kind }) => kind)).toEqual(
      brings === null ? [] : [brings],
    );
    if (brings === null) {
      await runner.clock({ advance: 'P30D' });
      expect((await runner.mails()).length).toBe(before);
      expect((await runner.detail()).state).toMatchObject({ status: 'left', reason });
    } else {
      expect((await runner.row()).id === id).toBe(sameId);
      expect((await runner.row()).status).toBe('unconfirmed');
    }
  });
});

describe.each(Object.entries(WAYS).filter(([, way]) => way.brings !== null))(
  'whoever confirms after %s',
  (_name, { out }) => {
    it('begins anew: no answer, note, goal, week or plan of the earlier time is on a page or in the copy, and it is no longer kept', async () => {
      const runner = await lived();
      const old = (await runner.mails()).length;
      await out(runner);
      await runner.clock({ advance: 'PT1H' });
      await runner.signUp({ firstName: 'Bea' });
      const start = await runner.confirm();
      expect(new URL(start.url).pathname).toMatch(/^\/start\//);
      for (const { fields } of formsOf(start.html))
        for (const field of fields)
          if (field.type !== 'hidden') expect(field.checked ?? false, field.name).toBe(false);
      expect((await tableText()).filter((item) => item.includes(NOTE) || item.includes(GOAL))).toEqual([]);

      await runner.intake(start);
      expect(await runner.row()).toMatchObject({ status: 'active', week: 1 });
      expect((await runner.detail()).state['consents']).toMatchObject({ email: {}, health: {} });
      const me = (await runner.mails()).slice(old).find((mail) => mail.kind === 'start');
      if (me === undefined) throw new Error('a new first plan has come');
      const page = await runner.open(runner.link(me, '/me'));
      const sheet = await runner.open(`${page.url}/summary`);
      for (const what of ['history', 'export']) {
        await runner.clock({ advance: 'PT11M' });
        await runner.act(await runner.open(page.url), 'request', { what });
        const answer = await press(runner, runner.link(await runner.newest('fresh'), '/fresh'));
        for (const trace of [NOTE, GOAL, 'CheckedIn', 'of week 1'])
          expect(answer.html, what).not.toContain(trace);
        expect(answer.html, what).toMatch(what === 'history' ? /You signed up/ : /"SignedUp"/);
      }
      expect(wordsOf(page.html)).not.toMatch(/Average 4/);
      expect(sheet.html).not.toMatch(/class="bar b[234]"/);
      const journal = (await runner.detail()).journal;
      expect(journal[0]?.events[0]?.type).toBe('SignedUp');

      // And an erasure finds every row, the reply addresses of the earlier mails among them.
      await runner.clock({ advance: 'PT11M' });
      await runner.act(await runner.open(page.url), 'request', { what: 'erase' });
      await press(runner, runner.link(await runner.newest('fresh'), '/fresh'));
      expect((await everyItem()).filter((item) => /^[PER]#/.test(item['pk']?.S ?? ''))).toEqual([]);
    });
  },
);

describe('of an earlier time', () => {
  it('a reply with STOP and an unsubscribe link still end the new one', async () => {
    for (const end of ['reply', 'link'] as const) {
      const runner = new Runner(run.url, `${end}@example.org`);
      await runner.join();
      const mail = await runner.newest('start');
      await runner.open(runner.link(mail, '/u/'), { method: 'POST' });
      await runner.clock({ advance: 'PT1H' });
      await runner.join();
      expect((await runner.row()).status).toBe('active');
      if (end === 'reply') await replyTo(runner, mail, 'STOP');
      else await runner.open(runner.link(mail, '/u/'), { method: 'POST' });
      expect((await runner.row()).status, end).toBe('left');
    }
  });

  it('every other link is dead', async () => {
    const runner = await lived();
    const me = (await meOf(runner)).url;
    await leave(runner, {});
    await runner.clock({ advance: 'PT1H' });
    await runner.join();
    expect((await runner.open(me)).status).toBe(404);
  });
});

describe('inside', () => {
  it('nothing failed', () => expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]));
});
