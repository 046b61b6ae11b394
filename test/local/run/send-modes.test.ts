/**
 * What the network does in earnest, through the whole stack (docs/architecture.md §7.8): a throttle, a
 * rejection, an answer that got lost after and before the provider took the mail, a suppressed address. One
 * mail each, never two, and never none without a word to the operator.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SesMode } from '../../../local/aws/ses.ts';
import type { LocalRun } from '../../../local/run.ts';
import { type Answers, calm, type JournalEntry, type Mail, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
// Everybody's mails share the mode of the provider, so every test has the machine to itself.
beforeEach(async () => {
  await new Runner(run.url).control('reset', {});
});
afterEach(() => {
  expect(run.world.queues.dead).toEqual([]);
  expect(JSON.stringify(run.world.logs)).not.toMatch(/@example\.org|localhost|\/[a-z]+\/[A-Za-z0-9_-]{20}/);
});
afterAll(() => run?.stop());

const MINUTE = 60_000;
const mode = (runner: Runner, name: SesMode, count?: number) =>
  runner.control('ses', { mode: name, ...(count === undefined ? {} : { count }) });
/**
 * Somebody who has answered the intake while the provider behaved like this once; the time of that answer.
 */
async function joinedWhile(
  name: SesMode,
  email: string,
  intake: Answers = {},
): Promise<{ readonly runner: Runner; readonly at: number }> {
  const runner = new Runner(run.url, email);
  await runner.signUp();
  const page = await runner.confirm();
  await mode(runner, name, 1);
  await runner.intake(page, { 1: { consentHealth: 'yes', redFlags: 'none', conditions: 'none', ...intake } });
  return { runner, at: Date.parse((await runner.control<{ now: string }>('clock')).now) };
}
const types = (journal: readonly JournalEntry[]): readonly string[] =>
  journal.flatMap((entry) => entry.events.map((event) => event.type));
const startMails = (runner: Runner): Promise<readonly Mail[]> => runner.mails('start');
const minutesAfter = (at: number, mail: Mail | undefined): number =>
  (Date.parse(mail?.at ?? '') - at) / MINUTE;

describe('throttle', () => {
  it('a rate that is used up costs half a minute', async () => {
    const { runner, at } = await joinedWhile('throttle', 'rate@example.org');
    await runner.clock({ advance: 'PT1M' });
    const mails = await startMails(runner);
    expect(mails).toHaveLength(1);
    expect(minutesAfter(at, mails[0])).toBeLessThan(1);
  });
  it('of the day: the mail comes ten minutes later, once, and the throttle uses up no attempt', async () => {
    const { runner, at } = await joinedWhile('quota', 'throttle@example.org');
    expect(await startMails(runner)).toEqual([]);
    await runner.clock({ advance: 'PT9M' });
    expect(await startMails(runner)).toEqual([]);
    await runner.clock({ advance: 'P3D' });
    const mails = await startMails(runner);
    expect(mails).toHaveLength(1);
    expect(minutesAfter(at, mails[0])).toBeCloseTo(10, 0);
    const { journal } = await runner.detail();
    expect(types(journal).filter((type) => type === 'MailRefused')).toHaveLength(1);
    const claims = journal
      .flatMap((e) => e.events)
      .filter((e) => e.type === 'MailClaimed') as unknown as readonly {
      mail: { kind: string; attempt: number };
    }[];
    expect(claims.filter((c) => c.mail.kind === 'start').map((c) => c.mail.attempt)).toEqual([1, 1]);
  });

  it('throttled for hours, it waits longer and longer and still comes once', async () => {
    const runner = new Runner(run.url, 'quota@example.org');
    await runner.signUp();
    const page = await runner.confirm();
    await mode(runner, 'quota', 5);
    await runner.intake(page);
    const at = Date.parse((await runner.control<{ now: string }>('clock')).now);
    await runner.clock({ advance: 'P1D' });
    const mails = await startMails(runner);
    expect(mails).toHaveLength(1);
    // 10 + 30 + 120 + 120 + 120 minutes.
    expect(minutesAfter(at, mails[0])).toBeCloseTo(400, 0);
  });
});

describe('fail', () => {
  it('is held, told to the operator, and tried again hours later', async () => {
    const { runner, at } = await joinedWhile('fail', 'fail@example.org');
    const told = run.world.logs.filter((line) => line.level === 'error' && line.message === 'mail-refused');
    expect(told.map((line) => line.fields)).toContainEqual(
      expect.objectContaining({ occasion: 'start', kind: 'start', error: 'MessageRejected' }),
    );
    await runner.clock({ advance: 'PT5H' });
    expect(await startMails(runner)).toEqual([]);
    await runner.clock({ advance: 'P2D' });
    const mails = await startMails(runner);
    expect(mails).toHaveLength(1);
    expect(minutesAfter(at, mails[0])).toBeCloseTo(360, 0);
  });
});

describe('ambiguous-accepted: the provider took the mail, its answer was lost', () => {
  it('one mail; the provider’s event confirms it and nothing is tried again', async () => {
    const { runner } = await joinedWhile('ambiguous-accepted', 'accepted@example.org');
    expect(await startMails(runner)).toHaveLength(1);
    const { journal, state } = await runner.detail();
    expect(state['inflight']).toEqual([]);
    const confirmed = journal.find((e) =>
      e.events.some((event) => event.type === 'MailSent' && event['occasion'] === 'start'),
    );
    expect(confirmed?.actor).toBe('ses');
    await runner.clock({ advance: 'P2D' });
    expect(await startMails(runner)).toHaveLength(1);
  });
});

describe('ambiguous-lost: nobody knows, and it never left', () => {
  it('nothing for an hour, then one mail, because the events were alive and knew nothing of the first', async () => {
    const { runner } = await joinedWhile('ambiguous-lost', 'lost@example.org');
    expect(await startMails(runner)).toEqual([]);
    const { at: claimed } = ((await runner.detail()).state['inflight'] as readonly { at: string }[])[0] ?? {
      at: '',
    };
    await runner.clock({ advance: 'PT57M' });
    expect(await startMails(runner)).toEqual([]);
    await runner.clock({ advance: 'P2D' });
    const mails = await startMails(runner);
    expect(mails).toHaveLength(1);
    expect(minutesAfter(Date.parse(claimed), mails[0])).toBeGreaterThanOrEqual(60);
    expect(minutesAfter(Date.parse(claimed), mails[0])).toBeLessThan(75);
    // It goes on as if nothing had been.
    await runner.untilCheckIn();
    await runner.checkIn(calm(2));
    expect((await runner.row()).level).toBe('LV2');
  });

  it('lost twice it is given up, and the operator hears of it', async () => {
    const runner = new Runner(run.url, 'never@example.org');
    await runner.signUp();
    const page = await runner.confirm();
    await mode(runner, 'ambiguous-lost', 2);
    await runner.intake(page);
    await runner.clock({ advance: 'P1D' });
    expect(await startMails(runner)).toEqual([]);
    const told = run.world.logs.filter((line) => line.message === 'mail-abandoned');
    expect(told.map((line) => line.fields)).toEqual([
      { participantId: (await runner.row()).id, occasion: 'start' },
    ]);
  });
});

describe('suppress', () => {
  it('the person leaves, and gets nothing more', async () => {
    const { runner } = await joinedWhile('suppress', 'suppressed@example.org');
    expect((await runner.row()).status).toBe('left');
    const mails = await runner.mails();
    await runner.clock({ advance: 'P21D' });
    expect(await runner.mails()).toEqual(mails);
  });

  it('a safety mail that did not arrive is told to the operator', async () => {
    const { runner } = await joinedWhile('suppress', 'swollen@example.org', { redFlags: 'swelling' });
    const told = run.world.logs.filter(
      (line) => line.level === 'error' && line.message === 'safety-undelivered',
    );
    expect(told.map((line) => line.fields)).toContainEqual(
      expect.objectContaining({
        participantId: (await runner.row()).id,
        bounce: 'Permanent/OnAccountSuppressionList',
      }),
    );
  });
});

describe('a safety mail', () => {
  it('lost on the way is tried again within minutes, until the provider reports it', async () => {
    const { runner, at } = await joinedWhile('ambiguous-lost', 'safety-lost@example.org', {
      redFlags: 'swelling',
    });
    expect(await runner.mails('safety')).toEqual([]);
    await runner.clock({ advance: 'PT1H' });
    const mails = await runner.mails('safety');
    expect(mails).toHaveLength(1);
    expect(minutesAfter(at, mails[0])).toBeCloseTo(5, 0);
  });

  it('refused, it is pressed every ten minutes at most', async () => {
    const { runner, at } = await joinedWhile('fail', 'safety-failed@example.org', { redFlags: 'swelling' });
    await runner.clock({ advance: 'PT1H' });
    const mails = await runner.mails('safety');
    expect(mails).toHaveLength(1);
    expect(minutesAfter(at, mails[0])).toBeCloseTo(10, 0);
  });
});
