/**
 * Stop signs and silence over HTTP and mail: what stops at once, what is said, and what is never sent
 * afterwards.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { wordsOf } from '../support/forms.ts';
import { calm, INTAKE, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());
const somebody = (name: string) => new Runner(run.url, `${name}@example.org`);
const EXERCISE = /sets? of|\d+ × \d+|raise hold|minutes? of running/i;

describe('a stop sign in a check-in', () => {
  const runner = () => somebody('swollen');

  it('answers 200 with the safety text at once and sends the safety mail', async () => {
    await runner().join();
    await runner().untilCheckIn();
    const page = await runner().checkIn(calm(2, { redFlags: 'swelling' }));
    expect(page.status).toBe(200);
    expect(new URL(page.url).pathname).not.toMatch(/done$/);
    const words = wordsOf(page.html);
    expect(words).toMatch(/swelling/i);
    expect(words).toMatch(/doctor|111|999|urgent/i);
    expect(words).not.toMatch(EXERCISE);
    expect(await runner().row()).toMatchObject({ status: 'stopped' });
    const safety = await runner().newest('safety');
    expect(safety.text).toMatch(/swelling/i);
    expect(safety.text).not.toMatch(EXERCISE);
    expect(safety.subject).not.toMatch(/swelling|clot|calf|leg/i);
    const sent = run.world.ses.mails.find((m) => m.id === safety.id);
    expect(sent?.configurationSet).toBe('safety');
  });

  it('the links of older mails show the safety text as well, and saving again changes nothing', async () => {
    const before = await runner().detail();
    const again = await runner().checkInPage();
    expect([again.status, wordsOf(again.html).includes('Save')]).toEqual([200, false]);
    const me = await runner().open(runner().link(await runner().newest('start'), '/me'));
    expect(me.status).toBe(200);
    expect(wordsOf(me.html)).not.toMatch(EXERCISE);
    expect((await runner().detail()).rev).toBe(before.rev);
  });

  it('for 30 days nothing but the two follow-ups, and no exercise in them', async () => {
    const before = (await runner().mails()).length;
    await runner().clock({ advance: 'P30D' });
    const later = (await runner().mails()).slice(before);
    expect(later.map((m) => m.kind)).toEqual(['clearance', 'clearance']);
    for (const mail of later) expect(mail.text).not.toMatch(EXERCISE);
    expect((await runner().row()).status).toBe('stopped');
  });
});

describe('a stop sign between a plan and the letter of its week', () => {
  it('keeps the letter away for good; somebody without it gets theirs, and no second lesson', async () => {
    await somebody('anyone').control('reset', {});
    const both = [somebody('stops'), somebody('goes-on')] as const;
    for (const runner of both) await runner.join();
    const [stops, goesOn] = both;
    for (let week = 1; (await stops.row()).stage === 'R0'; week += 1) {
      expect(week).toBeLessThan(8);
      await stops.untilCheckIn();
      for (const runner of both) await runner.checkIn(calm(1));
    }
    await stops.untilCheckIn();
    for (const runner of both) await runner.checkIn(calm(1, { longestRunMinutes: '6' }));
    expect((await stops.kinds()).at(-1)).toBe('plan');
    const page = await stops.open(stops.link(await stops.newest('plan'), '/w/'));
    await stops.fill(page, { redFlags: 'swelling', painNow: '2' });
    expect((await stops.row()).status).toBe('stopped');
    await stops.clock({ advance: 'P4D' });
    expect(await stops.kinds()).not.toContain('milestone');
    expect((await goesOn.kinds()).slice(-2)).toEqual(['plan', 'milestone']);
    const letter = await goesOn.newest('milestone');
    expect(letter.subject).toMatch(/your first jog$/);
    expect(letter.text).toMatch(/the\s+worst\s+moment\s+was\s+2\s+out\s+of\s+10/);
  });
});

describe('a stop sign at the intake', () => {
  it('ends the intake on its first page, with the safety text and the mail, before anything else is asked', async () => {
    const runner = somebody('chest');
    await runner.signUp();
    const page = await runner.intake(await runner.confirm(), {
      1: { ...INTAKE[1], redFlags: ['chest', 'numbCold'] },
    });
    expect(page.status).toBe(200);
    expect(wordsOf(page.html)).toMatch(/999/);
    expect(page.html).not.toMatch(/name="painAverage"/);
    expect(await runner.kinds()).toEqual(['confirm', 'safety']);
    // Trying once more with a clean list does not undo it.
    const again = await runner.open(page.url);
    expect(wordsOf(again.html)).toMatch(/999/);
    expect((await runner.row()).status).toBe('stopped');
  });

  it('"none" beside a stop sign does not count', async () => {
    const runner = somebody('both');
    await runner.signUp();
    await runner.intake(await runner.confirm(), { 1: { ...INTAKE[1], redFlags: ['none', 'numbCold'] } });
    expect((await runner.row()).status).toBe('stopped');
  });
});

describe('pain alone', () => {
  it.each([
    [4, 'active', 'plan'],
    [6, 'active', 'plan'],
    [7, 'stopped', 'safety'],
    [10, 'stopped', 'safety'],
  ] as const)(
    '%i and nothing else leads to %s with a %s mail, and never up',
    async (average, status, kind) => {
      const runner = somebody(`alone-${average}`);
      await runner.join();
      const { level } = await runner.row();
      await runner.untilCheckIn();
      const page = await runner.checkIn({ painAverage: String(average) });
      expect(page.status).toBe(200);
      const row = await runner.row();
      expect(row.status).toBe(status);
      if (status === 'active') expect((row.level ?? '') <= (level ?? '')).toBe(true);
      if (status === 'active') expect(wordsOf(page.html)).toMatch(/missing/i);
      expect((await runner.kinds()).at(-1)).toBe(kind);
    },
  );
});

describe('silence', () => {
  const runner = () => somebody('silent');
  beforeAll(() => runner().control('reset', {}));

  it('repeats the week, reminds once, asks once, pauses, says goodbye, and is quiet for good', async () => {
    await runner().join();
    const plan = (await runner().newest('start')).at;
    await runner().clock({ advance: 'P100D' });
    const mails = (await runner().mails()).filter((m) => m.at > plan && m.kind !== 'lesson');
    expect(mails.map((m) => m.kind)).toEqual([
      'check-in',
      'plan',
      'reminder',
      'check-in',
      'plan',
      'silent',
      'check-in',
      'paused',
      'closed',
    ]);
    const of = (kind: string) => mails.filter((m) => m.kind === kind).map((m) => m.at.slice(0, 13));
    expect(of('check-in')).toEqual(['2026-03-08T07', '2026-03-15T07', '2026-03-22T07']);
    expect(of('plan')).toEqual(['2026-03-09T07', '2026-03-16T07']);
    expect(of('reminder')).toEqual(['2026-03-10T07']);
    expect(of('silent')).toEqual(['2026-03-17T07']);
    expect(of('paused')).toEqual(['2026-03-23T07']);
    expect(await runner().row()).toMatchObject({ status: 'left', wakeAt: null });
  });

  it('never moved anything up', async () => {
    const weeks = await runner().events('WeekUnanswered');
    expect(weeks).toHaveLength(2);
    for (const week of weeks) expect(week['tracks']).toMatchObject({ level: 1, stage: 'R0' });
  });

  it('the pause by silence ends on the page, with a question before any plan', async () => {
    const back = somebody('back');
    await back.join();
    await back.clock({ advance: 'P24D' });
    expect((await back.row()).status).toBe('paused');
    const me = await back.open(back.link(await back.newest('paused'), '/me'));
    const before = (await back.mails()).length;
    expect((await back.act(me, 'resume')).status).toBe(200);
    expect((await back.mails()).slice(before).map((m) => m.kind)).toEqual(['check-in']);
    await back.checkIn(calm(1));
    const row = await back.row();
    expect(row.status).toBe('active');
    expect(row.level).toBe('LV1');
    expect((await back.kinds()).at(-1)).toBe('plan');
  });
});
