/**
 * Leaving and failing over HTTP: mails that come back for now pause the programme after three weeks in a row;
 * the page and a reply say why.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { wordsOf } from '../support/forms.ts';
import { dead, freshLink, inWeekTwo, meOf, press } from '../support/own-page.ts';
import { replyTo } from '../support/replies.ts';
import { type Mail, Runner, startTestRun } from '../support/runner.ts';
import { tableText } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

const DAY_MS = 86_400_000;
/** The provider says that a mail came back so many days ago. */
const cameBack = (runner: Runner, mail: Mail, daysAgo: number): Promise<unknown> =>
  runner.control('ses-event', {
    mailId: mail.id,
    type: 'Bounce',
    detail: {
      bounceType: 'Transient',
      bounceSubType: 'MailboxFull',
      timestamp: new Date(Date.parse(run.world.clock.now()) - daysAgo * DAY_MS).toISOString(),
    },
  });
/** Three mails, a week apart each. */
const WEEKS = [
  ['start', 14],
  ['check-in', 7],
  ['plan', 0],
] as const;
async function pausedByBounces(): Promise<Runner> {
  const runner = await inWeekTwo(run.url);
  // Told late, in one go.
  for (const [kind, daysAgo] of WEEKS) await cameBack(runner, await runner.newest(kind), daysAgo);
  expect((await runner.row()).status).toBe('paused');
  return runner;
}

describe('three weeks of mails that came back', () => {
  it('pause the programme: no mail leaves, and the address is suppressed nowhere', async () => {
    const runner = await pausedByBounces();
    const before = (await runner.mails()).length;
    await runner.clock({ advance: 'P21D' });
    expect((await runner.mails()).length).toBe(before);
    expect((await tableText()).filter((item) => item.includes('SUPPRESS'))).toEqual([]);
    expect(await runner.events('SoftBounced')).toMatchObject([{ weeks: 1 }, { weeks: 2 }, { weeks: 3 }]);
  });

  it('are told on the page, which goes on from there', async () => {
    const runner = await pausedByBounces();
    const page = await meOf(runner);
    expect(wordsOf(page.html)).toContain('In three weeks in a row our mails to you came back');
    await runner.act(page, 'resume');
    expect((await runner.row()).status).toBe('active');
    await runner.clock({ advance: 'PT1H' });
    expect((await runner.kinds()).at(-1)).toBe('check-in');
    expect((await runner.detail()).state).not.toHaveProperty('softBounces');
  });

  it('are told to whoever replies, and RESUME goes on', async () => {
    const runner = await pausedByBounces();
    await replyTo(runner, await runner.newest('plan'), '3');
    const ack = await runner.newest('ack');
    expect(ack.text.replace(/\s+/g, ' ')).toContain('Our mails to you came back in three weeks in a row');
    expect((await runner.row()).status).toBe('paused');
    await replyTo(runner, ack, 'RESUME');
    expect((await runner.row()).status).toBe('active');
  });

  it('stand in the history, and a delivery in between begins anew', async () => {
    const runner = await inWeekTwo(run.url);
    const mails = await runner.mails();
    for (const [kind, daysAgo] of WEEKS.slice(0, 2))
      await cameBack(runner, await runner.newest(kind), daysAgo);
    // The same report once more is the same report.
    await cameBack(runner, await runner.newest('check-in'), 0);
    expect((await runner.detail()).state).toMatchObject({ status: 'active', softBounces: { weeks: 2 } });
    await runner.clock({ advance: 'P4D' });
    expect((await runner.mails()).length).toBeGreaterThan(mails.length);
    expect((await runner.detail()).state).not.toHaveProperty('softBounces');
    await cameBack(runner, await runner.newest('plan'), 0);
    expect((await runner.row()).status).toBe('active');
    const words = wordsOf((await press(runner, await freshLink(runner, 'history'))).html);
    for (const said of ['A mail of ours came back for now', 'Our mails arrived again'])
      expect(words).toContain(said);
  });

  it('told after an erasure make nothing', async () => {
    const runner = await inWeekTwo(run.url);
    const [start, question, plan] = [
      await runner.newest('start'),
      await runner.newest('check-in'),
      await runner.newest('plan'),
    ];
    const url = await freshLink(runner, 'erase');
    await press(runner, url);
    const before = (await tableText()).filter((item) => !item.includes('W#EVENTS'));
    for (const mail of [start, question, plan]) await cameBack(runner, mail, 0);
    expect((await tableText()).filter((item) => !item.includes('W#EVENTS'))).toEqual(before);
    await dead(runner, url);
  });
});

describe('inside', () => {
  it('nothing failed', () => expect(run.world.logs.filter((line) => line.level === 'error')).toEqual([]));
});
