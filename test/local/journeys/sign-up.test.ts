/**
 * Signing up as it is lived: forgotten after a week, "this was not me", nothing a person typed in the first
 * mail, no health question before the confirmation.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTokens } from '../../../functions/shell/web/tokens.ts';
import type { LocalRun } from '../../../local/run.ts';
import { INTAKE_RED_FLAGS, WEEKLY_RED_FLAGS } from '../../../program/answers/intake.ts';
import { formsOf, wordsOf } from '../support/forms.ts';
import { type Row, Runner, startTestRun } from '../support/runner.ts';
import { everyItem } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

/** Keys of everything that is about a person or an address. */
const kept = async (): Promise<readonly string[]> =>
  (await everyItem())
    .map((item) => `${item['pk']?.S} ${item['sk']?.S}`)
    .filter((key) => /^[PE]#/.test(key))
    .sort();
const page = async (ada: Runner) => ada.open(ada.link(await ada.newest('confirm'), '/confirm'));

describe('an address nobody confirms', () => {
  it('gets one mail, and after seven days nothing of it is left: no state, no journal, no claim', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    expect((await kept()).some((key) => key.startsWith('E#') && key.endsWith('CLAIM'))).toBe(true);
    await ada.clock({ advance: 'P6DT23H' });
    expect((await ada.row()).status).toBe('unconfirmed');
    await ada.clock({ advance: 'PT2H' });
    expect(await kept()).toEqual([]);
    expect(await ada.kinds()).toEqual(['confirm']);
    const late = await page(ada);
    expect(late.status).toBe(404);
    await ada.signUp();
    expect(await ada.kinds()).toEqual(['confirm', 'confirm']);
  });
});

describe('this was not me', () => {
  it('forgets the sign-up at once, and takes none for that address for a year, without a word to whoever tries', async () => {
    const ada = new Runner(run.url);
    const sent = await ada.signUp();
    const answer = await ada.act(await page(ada), 'notMe');
    expect([answer.status, wordsOf(answer.html).includes('Forgotten')]).toEqual([200, true]);
    expect(await kept()).toEqual([expect.stringMatching(/^E#[\w-]{43} SUPPRESS$/)]);
    expect((await page(ada)).status).toBe(404);

    for (const email of ['ada@example.org', 'ADA@example.org', 'ada+again@example.org']) {
      const again = await new Runner(run.url, email).signUp();
      expect([again.status, again.url, again.html]).toEqual([sent.status, sent.url, sent.html]);
    }
    expect(await ada.control<readonly Row[]>('participants')).toEqual([]);
    await ada.clock({ advance: 'P364D' });
    await ada.signUp();
    expect(await ada.kinds()).toEqual(['confirm']);
    await ada.clock({ advance: 'P2D' });
    await ada.signUp();
    expect(await ada.kinds()).toEqual(['confirm', 'confirm']);
  });

  it('after a confirmation it ends it, and the mailbox may sign up again', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    const opened = await page(ada);
    await ada.confirm();
    await ada.act(opened, 'notMe');
    expect((await ada.row()).status).toBe('left');
    await ada.clock({ advance: 'PT1H' });
    await ada.signUp();
    expect((await ada.row()).status).toBe('unconfirmed');
  });

  it('does not end a course that runs: that is the link of every later mail', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    const opened = await page(ada);
    await ada.intake(await ada.confirm());
    const answer = await ada.act(opened, 'notMe');
    expect([answer.status, wordsOf(answer.html).includes('The programme is running')]).toEqual([200, true]);
    expect((await ada.row()).status).toBe('active');
  });

  it('pressed again, its button leads on to where the person is by now, and changes nothing', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    const first = await page(ada);
    const start = await ada.fill(first, {});
    const twice = await ada.fill(first, {});
    expect([twice.status, new URL(twice.url).pathname.startsWith('/start/')]).toEqual([200, true]);
    await ada.intake(start);
    await ada.clock({ advance: 'PT1H' });
    for (const status of ['active', 'paused']) {
      const { rev } = await ada.detail();
      const again = await ada.fill(await page(ada), {});
      expect([again.status, new URL(again.url).pathname.startsWith('/me/')]).toEqual([200, true]);
      expect(await ada.row()).toMatchObject({ status });
      expect((await ada.detail()).rev).toBe(rev);
      if (status === 'active') await ada.act(again, 'pause', { until: '2026-03-20' });
    }
  });

  it('other words on that form are refused, and nothing happens', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    for (const wrong of [{ action: 'erase' }, { extra: 'x' }]) {
      const answer = await ada.open((await page(ada)).url, {
        method: 'POST',
        body: new URLSearchParams(wrong),
      });
      expect([answer.status, formsOf(answer.html).length]).toEqual([422, 2]);
    }
    expect((await ada.row()).status).toBe('unconfirmed');
  });
});

describe('the first mail', () => {
  const TYPED = { firstName: 'Zzyzx Free Money', country: 'NZ', units: 'mi', timeZone: 'Pacific/Chatham' };

  it('carries no word that anybody typed: with another form it is the same mail but for the link', async () => {
    const plain = new Runner(run.url, 'plain@example.org');
    const typed = new Runner(run.url, 'typed@example.org');
    await plain.open('/signup', {
      method: 'POST',
      body: new URLSearchParams({ email: plain.email, country: 'NZ', adult: 'yes', consentEmail: 'yes' }),
    });
    await typed.signUp(TYPED);
    const [a, b] = [await plain.newest('confirm'), await typed.newest('confirm')];
    const without = (text: string): string => text.replace(/\/confirm\/[\w-]+/g, '/confirm/…');
    expect([without(b.text), without(b.html), b.subject]).toEqual([
      without(a.text),
      without(a.html),
      a.subject,
    ]);
    const raw = await (await fetch(`${run.url}/__local/mail/${b.id}/raw`)).text();
    for (const word of ['Zzyzx', 'Money', 'Chatham']) expect(raw).not.toContain(word);
  });
});

describe('before the confirmation', () => {
  it('no health question is asked, on the form, in the mail or on the page behind its link, and none is taken', async () => {
    const ada = new Runner(run.url);
    const form = await ada.open('/signup');
    await ada.signUp();
    const names = [...formsOf(form.html), ...formsOf((await page(ada)).html)].flatMap((f) =>
      f.fields.map((field) => field.name),
    );
    for (const flag of [
      'redFlags',
      'conditions',
      'painAverage',
      'consentHealth',
      ...WEEKLY_RED_FLAGS,
      ...INTAKE_RED_FLAGS,
    ])
      expect(names).not.toContain(flag);

    const { id } = await ada.row();
    const expires = new Date(Date.parse(run.world.clock.now()) + 86_400_000).toISOString();
    const start = makeTokens(await run.world.store.keys()).sign({
      purpose: 'start',
      participantId: id,
      epoch: 0,
      week: 0,
      expires,
    });
    const before = await kept();
    for (const method of ['GET', 'POST']) {
      const body =
        method === 'GET'
          ? {}
          : { body: new URLSearchParams({ consentHealth: 'yes', redFlags: 'none', conditions: 'none' }) };
      expect((await ada.open(`/start/${start}`, { method, ...body })).status).toBe(404);
    }
    expect(await kept()).toEqual(before);
  });

  it('the consent to health answers is recorded with the intake, in its own words and at its own time', async () => {
    const ada = new Runner(run.url);
    await ada.signUp();
    await ada.clock({ advance: 'PT1H' });
    await ada.intake(await ada.confirm());
    const { consents } = (await ada.detail()).state as {
      consents: Record<string, { at: string; version: string }>;
    };
    expect(consents['email']?.version).toMatch(/^email-1\+sha256-[\w-]{43}$/);
    expect(consents['health']?.version).toMatch(/^health-1\+sha256-[\w-]{43}$/);
    expect(consents['health']?.at.slice(0, 13)).toBe('2026-03-02T07');
    expect(consents['email']?.at.slice(0, 13)).toBe('2026-03-02T06');
  });
});
