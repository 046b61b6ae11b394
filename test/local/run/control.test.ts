/**
 * Every row of the control API (docs/contract.md §4) on one run: what it answers, what it causes, and the
 * sentence for what it cannot take.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SES_EVENTS, SES_MODES } from '../../../local/aws/ses.ts';
import type { LocalRun } from '../../../local/run.ts';
import {
  BEGINS,
  call,
  type Detail,
  INTAKE,
  type Mail,
  type Row,
  Runner,
  startTestRun,
} from '../support/runner.ts';

let run: LocalRun;
let ada: Runner;
let bo: Runner;
beforeAll(async () => {
  run = await startTestRun();
  ada = new Runner(run.url);
  bo = new Runner(run.url, 'bo@example.org');
  await ada.join();
  await bo.join({ 4: { ...INTAKE[4], weekday: '3', hour: '18', timeZone: 'Europe/Berlin' } });
});
afterAll(() => run?.stop());

const sentence = async (path: string, body?: unknown): Promise<readonly [number, string]> => {
  const { status, body: answer } = await call<{ error: string }>(run.url, path, body);
  return [status, answer.error];
};

describe('GET /__local/mail', () => {
  it('lists every mail with exactly these fields, oldest first', async () => {
    const mails = await ada.control<readonly Mail[]>('mail');
    expect(mails.map((m) => [m.to, m.kind])).toEqual([
      ['ada@example.org', 'confirm'],
      ['ada@example.org', 'start'],
      ['bo@example.org', 'confirm'],
      ['bo@example.org', 'start'],
    ]);
    expect(mails.map((m) => m.at)).toEqual(mails.map((m) => m.at).sort());
    for (const mail of mails) {
      expect(Object.keys(mail).sort()).toEqual([
        'at',
        'from',
        'headers',
        'html',
        'id',
        'kind',
        'subject',
        'text',
        'to',
      ]);
      expect(mail.at).toMatch(/^2026-03-02T06:0\d:\d\d\.\d{3}Z$/);
      expect(mail.text).toMatch(/\n/);
      expect(mail.text).not.toContain('\r');
      expect(mail.html).toMatch(/^<!doctype html>/i);
    }
  });

  it('filters by address in any case, by kind, and by both', async () => {
    const asked = async (query: string) =>
      (await ada.control<readonly Mail[]>(`mail?${query}`)).map((m) => `${m.to} ${m.kind}`);
    expect(await asked('to=ADA%40Example.org')).toEqual(['ada@example.org confirm', 'ada@example.org start']);
    expect(await asked('kind=start')).toEqual(['ada@example.org start', 'bo@example.org start']);
    expect(await asked('to=bo%40example.org&kind=start')).toEqual(['bo@example.org start']);
    expect(await asked('to=nobody%40example.org')).toEqual([]);
  });

  it('shows headers unfolded and decoded, with the kind and the week', async () => {
    const { headers, subject, from } = await ada.newest('start');
    const all = (name: string) => headers.filter(([n]) => n.toLowerCase() === name).map(([, value]) => value);
    for (const [name, value] of headers) expect(`${name}: ${value}`).not.toMatch(/[\r\n\t]|=\?utf-8\?/i);
    expect(all('x-calf-kind')).toEqual(['start']);
    expect(all('x-calf-week')).toEqual(['1']);
    expect(all('subject')).toEqual([subject]);
    expect(all('from')).toEqual([from]);
    expect(all('to')).toEqual(['ada@example.org']);
    expect(all('message-id')).toHaveLength(1);
    expect(all('message-id')[0]).toMatch(/@email\.amazonses\.com>$/);
    expect(all('date')).toEqual([expect.stringMatching(/^Mon, 02 Mar 2026 06:0\d:\d\d \+0000$/)]);
    expect(all('list-unsubscribe')[0]).toContain(`<${run.url}/u/`);
    expect(all('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
  });

  it('gives the message itself, byte for byte, and one mail by its id', async () => {
    const mail = await ada.newest('start');
    const response = await fetch(`${run.url}/__local/mail/${mail.id}/raw`);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    const raw = await response.text();
    expect(raw).toBe(run.world.ses.mails.find((m) => m.id === mail.id)?.raw);
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]+$/);
    expect(await ada.control(`mail/${mail.id}`)).toEqual(mail);
    expect(await sentence('mail/nothing/raw')).toEqual([404, expect.stringContaining('no mail nothing')]);
  });
});

describe('GET /__local/participants', () => {
  it('lists everybody in the order of their sign-up with exactly these fields', async () => {
    const rows = await ada.control<readonly Row[]>('participants');
    const first = { status: 'active', week: 1, level: 'LV1', stage: 'R0', footCore: 'FC1' };
    expect(rows).toEqual([
      { ...first, id: rows[0]?.id, email: 'ada@example.org', wakeAt: expect.stringMatching(/^2026-03-0\dT/) },
      { ...first, id: rows[1]?.id, email: 'bo@example.org', wakeAt: expect.stringMatching(/^2026-03-0\dT/) },
    ]);
  });

  it('shows one with state and journal: every command, who gave it, and its events', async () => {
    const detail = await ada.detail();
    expect(detail.state).toMatchObject({
      status: 'active',
      email: 'ada@example.org',
      timeZone: 'Europe/London',
    });
    expect(detail.journal.map((entry) => entry.rev)).toEqual(detail.journal.map((_, n) => n + 1));
    expect(detail.rev).toBe(detail.journal.length);
    const types = detail.journal.flatMap((entry) => entry.events.map((event) => event.type));
    for (const type of ['SignedUp', 'MailClaimed', 'MailSent', 'Confirmed', 'Enrolled'])
      expect(types).toContain(type);
    const actor = Object.fromEntries(detail.journal.map((entry) => [entry.command, entry.actor]));
    expect(actor).toMatchObject({ SignUp: 'person', Confirm: 'person', Start: 'person', Wake: 'time' });
  });

  it('does not know everybody', async () => {
    expect(await sentence('participants/nobody')).toEqual([
      404,
      expect.stringContaining('no participant nobody'),
    ]);
  });
});

describe('the clock', () => {
  it('runs with real time from where it was set', async () => {
    const { now } = await ada.control<{ now: string }>('clock');
    expect(now >= BEGINS && now < '2026-03-02T06:05:00.000Z').toBe(true);
  });

  it.each([
    [{}, '"advance": "P7D"'],
    [{ advance: 7 }, '"advance": "P7D"'],
    [{ advance: 'a week' }, '"a week" is not an ISO 8601 duration'],
    [{ advance: '' }, 'is not an ISO 8601 duration'],
    [{ advance: '-P1D' }, 'does not run backwards'],
    [{ advance: 'P900000Y' }, 'is not an ISO 8601 duration'],
    [{ to: 'tomorrow' }, '"to": "2026-03-09T07:00:00.000Z"'],
    [{ to: '2026-01-01T00:00:00.000Z' }, 'does not run backwards'],
    [{ next: 'yes' }, '"next": true'],
    [{ next: true, advance: 'P7D' }, 'Send {"advance"'],
    [{ advance: 'P7D', to: '2031-01-01T00:00:00.000Z' }, 'Send {"advance"'],
    [[1], 'not a JSON object'],
    [null, 'not a JSON object'],
  ])('%j is refused with a sentence, and the clock stays', async (body, part) => {
    const before = await ada.control<{ now: string }>('clock');
    expect(await sentence('clock', body)).toEqual([400, expect.stringContaining(part)]);
    const after = await ada.control<{ now: string }>('clock');
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeLessThan(5_000);
  });

  it('a body that is no JSON is refused with a sentence', async () => {
    const response = await fetch(`${run.url}/__local/clock`, { method: 'POST', body: '{advance' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining('not a JSON object') });
  });

  it('"next" goes to the next alarm and no further, and the mail carries that very instant', async () => {
    const wakes = (await ada.control<readonly Row[]>('participants')).flatMap((p) =>
      p.wakeAt === null ? [] : [p.wakeAt],
    );
    const before = (await ada.control<readonly Mail[]>('mail')).length;
    const moved = await ada.clock({ next: true });
    const mails = await ada.control<readonly Mail[]>('mail');
    expect(moved.sent).toBe(mails.length - before);
    expect(moved.sent).toBeGreaterThan(0);
    for (const mail of mails.slice(before)) expect(mail.at).toBe(wakes.sort()[0]);
    expect(Date.parse(moved.now) - Date.parse(mails.at(-1)?.at ?? '')).toBeLessThan(10_000);
  });

  it('a jump works off the alarms in order, the clock standing at each one’s own instant', async () => {
    const before = (await ada.control<readonly Mail[]>('mail')).length;
    const from = (await ada.control<{ now: string }>('clock')).now;
    const { now, sent } = await ada.clock({ advance: 'P9D' });
    expect(Date.parse(now) - Date.parse(from)).toBeGreaterThanOrEqual(9 * 86_400_000);
    const mails = (await ada.control<readonly Mail[]>('mail')).slice(before);
    expect(sent).toBe(mails.length);
    expect(mails.map((m) => m.at)).toEqual(mails.map((m) => m.at).sort());
    // The wishes: Monday at 7 in London, Wednesday at 18 in Berlin; the check-in on the day before, the
    // reminder two days later.
    const of = (to: string, kind: string) =>
      mails.filter((m) => m.to === to && m.kind === kind).map((m) => m.at);
    expect(of('ada@example.org', 'check-in')).toEqual(['2026-03-08T07:00:00.000Z']);
    expect(of('ada@example.org', 'plan')).toEqual(['2026-03-09T07:00:00.000Z']);
    expect(of('ada@example.org', 'reminder')).toEqual(['2026-03-10T07:00:00.000Z']);
    expect(of('bo@example.org', 'check-in')).toEqual(['2026-03-10T17:00:00.000Z']);
    // The Date header is the provider's, and its clock is ours.
    for (const mail of mails)
      expect(new Date(mail.headers.find(([n]) => n === 'Date')?.[1] ?? '').toISOString()).toBe(mail.at);
  });

  it('"to" goes to an instant, however it is written', async () => {
    const { now } = await ada.clock({ to: '2026-03-16T12:00:00+01:00' });
    expect(now.slice(0, 16)).toBe('2026-03-16T11:00');
  });
});

describe('POST /__local/ses-event', () => {
  const guest = async (name: string): Promise<Runner> => {
    const runner = new Runner(run.url, `${name}@example.org`);
    await runner.signUp();
    return runner;
  };
  const outcomeOf = async (type: string, detail?: Readonly<Record<string, unknown>>): Promise<Detail> => {
    const runner = await guest(`${type}${JSON.stringify(detail ?? '').replace(/\W/g, '')}`.toLowerCase());
    const { id } = await runner.newest('confirm');
    expect(
      await runner.control('ses-event', { mailId: id, type, ...(detail === undefined ? {} : { detail }) }),
    ).toEqual({ ok: true });
    return runner.detail();
  };
  const leaves = (detail: Detail): unknown =>
    detail.journal.flatMap((e) => e.events).find((e) => e.type === 'Left');

  it.each(SES_EVENTS.filter((type) => type !== 'Bounce' && type !== 'Complaint'))(
    '%s changes nothing about the person',
    async (type) => {
      expect((await outcomeOf(type)).status).toBe('unconfirmed');
    },
  );

  it('a permanent bounce ends it', async () => {
    const detail = await outcomeOf('Bounce');
    expect(detail.status).toBe('left');
    expect(leaves(detail)).toMatchObject({ reason: 'bounce' });
  });

  it('a passing bounce does not', async () => {
    expect(
      (await outcomeOf('Bounce', { bounceType: 'Transient', bounceSubType: 'MailboxFull' })).status,
    ).toBe('unconfirmed');
  });

  it('a complaint ends it, and the address gets nothing more, whoever signs it up', async () => {
    const detail = await outcomeOf('Complaint');
    expect(detail.status).toBe('left');
    expect(leaves(detail)).toMatchObject({ reason: 'complaint' });
    const runner = new Runner(run.url, detail.email ?? '');
    const mails = (await runner.mails()).length;
    await runner.clock({ advance: 'P2D' });
    expect((await runner.signUp()).url).toBe(`${run.url}/signup/sent`);
    expect(await runner.mails()).toHaveLength(mails);
  });

  it('the same event twice is one event', async () => {
    const runner = await guest('twice');
    const { id } = await runner.newest('confirm');
    for (let n = 0; n < 3; n += 1) await runner.control('ses-event', { mailId: id, type: 'Delivery' });
    const { rev } = await runner.detail();
    for (let n = 0; n < 3; n += 1) await runner.control('ses-event', { mailId: id, type: 'Delivery' });
    expect((await runner.detail()).rev).toBe(rev);
  });

  it('what it does not know is refused with a sentence', async () => {
    const { id } = await ada.newest('start');
    expect(await sentence('ses-event', { mailId: 'nothing', type: 'Send' })).toEqual([
      400,
      expect.stringContaining('no mail nothing'),
    ]);
    expect(await sentence('ses-event', { mailId: id, type: 'Open' })).toEqual([
      400,
      expect.stringContaining(SES_EVENTS.join(', ')),
    ]);
    expect(await sentence('ses-event', { mailId: id, type: 'Bounce', detail: 'soft' })).toEqual([
      400,
      expect.stringContaining('"detail"'),
    ]);
    expect(await sentence('ses-event', {})).toEqual([400, expect.stringContaining('no mail')]);
  });
});

describe('POST /__local/ses', () => {
  it.each(SES_MODES)('takes %s, with and without a count', async (mode) => {
    expect(await ada.control('ses', { mode, count: 3 })).toEqual({ mode, count: 3 });
    expect(await ada.control('ses', { mode })).toEqual({ mode, count: null });
    await ada.control('ses', { mode: 'ok' });
  });

  it('a count covers that many mails, then they leave as ever', async () => {
    await ada.control('ses', { mode: 'quota', count: 2 });
    const runners = ['one', 'two', 'three'].map((name) => new Runner(run.url, `count-${name}@example.org`));
    for (const runner of runners) {
      await runner.signUp();
      await runner.control('clock');
    }
    expect(await Promise.all(runners.map(async (r) => (await r.mails()).length))).toEqual([0, 0, 1]);
  });

  it.each([
    [{}, SES_MODES.join(', ')],
    [{ mode: 'off' }, SES_MODES.join(', ')],
    [{ mode: 'ok', count: 0 }, '"count"'],
    [{ mode: 'ok', count: 1.5 }, '"count"'],
    [{ mode: 'ok', count: '2' }, '"count"'],
  ])('%j is refused with a sentence', async (body, part) => {
    expect(await sentence('ses', body)).toEqual([400, expect.stringContaining(part)]);
  });
});

describe('everything else', () => {
  it('the bench is a page', async () => {
    const response = await fetch(`${run.url}/__local/`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('<iframe');
  });

  it.each(['nothing', 'clock/extra/deep', 'ses', 'reset'])(
    'GET %s says what is there instead of hanging',
    async (path) => {
      const { status, body } = await call<{ error?: string; now?: string }>(run.url, path);
      expect(status === 404 ? body.error : body.now).toBeTruthy();
    },
  );

  it('reset empties everything and sets the clock back to its start; old links are dead, the next person starts afresh', async () => {
    const link = ada.link(await ada.newest('start'), '/me');
    const { now } = await ada.control<{ now: string }>('reset', {});
    expect(now.slice(0, 16)).toBe(BEGINS.slice(0, 16));
    expect(await ada.control('mail')).toEqual([]);
    expect(await ada.control('participants')).toEqual([]);
    expect((await ada.open(link)).status).toBe(404);
    expect(new URL((await ada.join()).url).pathname).toMatch(/^\/me\//);
    expect(await ada.kinds()).toEqual(['confirm', 'start']);
  });
});
