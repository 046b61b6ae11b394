/**
 * The rest of `POST /__local/ses` (docs/contract.md §4): answers that say nothing of the mail, and what may
 * become of the provider's events. One mail each, whatever is said of it and when.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_MODES, type EventMode, type SesMode } from '../../../local/aws/ses.ts';
import type { LocalRun } from '../../../local/run.ts';
import { call, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(async () => {
  await new Runner(run.url).control('reset', {});
});
afterAll(() => run?.stop());

const MINUTE = 60_000;
/** Somebody whose first plan leaves in this mode; the time of their last answer. */
async function joined(
  email: string,
  mode: SesMode,
  events?: EventMode,
): Promise<{ readonly runner: Runner; readonly at: number }> {
  const runner = new Runner(run.url, email);
  await runner.signUp();
  const page = await runner.confirm();
  await runner.control('ses', { mode, count: 1, ...(events === undefined ? {} : { events }) });
  await runner.intake(page);
  return { runner, at: Date.parse((await runner.control<{ now: string }>('clock')).now) };
}
/** Who proved the first plan, and how many minutes after the answer. */
async function provedBy({ runner, at }: { readonly runner: Runner; readonly at: number }) {
  const entry = (await runner.detail()).journal.find(({ events }) =>
    events.some((event) => event.type === 'MailSent' && event['occasion'] === 'start'),
  );
  return entry === undefined ? null : [entry.actor, Math.round(Math.abs(Date.parse(entry.at) - at) / MINUTE)];
}
const statusOf = async (runner: Runner, occasion: string): Promise<string | undefined> => {
  const { mails } = (await runner.detail()) as unknown as {
    readonly mails: readonly { readonly occasion: string; readonly status: string }[];
  };
  return mails.find((mail) => mail.occasion === occasion)?.status;
};

describe('answers that say nothing of the mail', () => {
  it.each(['error500', 'error503'] as const)(
    '%s: it never left, and comes once, when the events show that it did not',
    async (mode) => {
      const { runner, at } = await joined(`${mode}@example.org`, mode);
      expect(await runner.mails('start')).toEqual([]);
      await runner.clock({ advance: 'PT57M' });
      expect(await runner.mails('start')).toEqual([]);
      await runner.clock({ advance: 'P1D' });
      const mails = await runner.mails('start');
      expect(mails).toHaveLength(1);
      const minutes = (Date.parse(mails[0]?.at ?? '') - at) / MINUTE;
      expect([minutes >= 59, minutes < 75]).toEqual([true, true]);
    },
  );

  // Ten seconds of the machine: the sender's own limit.
  it('late: it left, its event proves it, and it is not sent again', async () => {
    const joining = await joined('late@example.org', 'late');
    expect(await joining.runner.mails('start')).toHaveLength(1);
    expect(await provedBy(joining)).toEqual(['ses', 0]);
    await joining.runner.clock({ advance: 'P1D' });
    expect(await joining.runner.mails('start')).toHaveLength(1);
  });
});

describe('events', () => {
  it('lost: the answer alone proves the mail, and nothing tells that it arrived', async () => {
    const joining = await joined('lost@example.org', 'ok', 'lost');
    expect(await provedBy(joining)).toEqual(['send', 0]);
    await joining.runner.clock({ advance: 'P1D' });
    expect(await joining.runner.mails('start')).toHaveLength(1);
    expect(await statusOf(joining.runner, 'start')).toBe('sent');
  });

  it('delayed: half an hour later they prove what the answer did not; one mail', async () => {
    const joining = await joined('delayed@example.org', 'ambiguous-accepted', 'delayed');
    expect(await provedBy(joining)).toBe(null);
    await joining.runner.clock({ advance: 'PT31M' });
    expect(await provedBy(joining)).toEqual(['ses', 30]);
    await joining.runner.clock({ advance: 'P1D' });
    expect(await joining.runner.mails('start')).toHaveLength(1);
  });

  it('doubled: twice is once', async () => {
    const once = await joined('once@example.org', 'ok');
    const twice = await joined('twice@example.org', 'ok', 'doubled');
    const steps = async ({ runner }: { readonly runner: Runner }) =>
      (await runner.detail()).journal.map(({ events }) => events.map(({ type }) => type));
    expect(await steps(twice)).toEqual(await steps(once));
    expect(await statusOf(twice.runner, 'start')).toBe('delivered');
    expect(await twice.runner.mails('start')).toHaveLength(1);
  });

  it('reordered: the arrival before the sending changes nothing', async () => {
    const joining = await joined('reordered@example.org', 'ambiguous-accepted', 'reordered');
    expect(await provedBy(joining)).toEqual(['ses', 0]);
    expect(await statusOf(joining.runner, 'start')).toBe('delivered');
    await joining.runner.clock({ advance: 'P1D' });
    expect(await statusOf(joining.runner, 'start')).toBe('delivered');
    expect(await joining.runner.mails('start')).toHaveLength(1);
  });

  it('are said with the mode, for as many mails, and are well again after them', async () => {
    const runner = new Runner(run.url, 'counted@example.org');
    for (const events of EVENT_MODES)
      expect(await runner.control('ses', { mode: 'ok', count: 1, events })).toEqual({
        mode: 'ok',
        count: 1,
        events,
      });
    await runner.control('ses', { mode: 'ok', count: 1, events: 'lost' });
    await runner.join();
    expect([await statusOf(runner, 'confirm-n1'), await statusOf(runner, 'start')]).toEqual([
      'sent',
      'delivered',
    ]);
    const refused = await call<{ error: string }>(run.url, 'ses', { mode: 'ok', events: 'late' });
    expect([refused.status, refused.body.error]).toEqual([
      400,
      `"events" must be one of ${EVENT_MODES.join(', ')}.`,
    ]);
  });
});
