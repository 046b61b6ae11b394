/**
 * Twelve weeks over HTTP and mail, using only links found in mails and pages: reference course A, and the
 * week in which it hurts again.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { formsOf, linksOf, wordsOf } from '../support/forms.ts';
import { calm, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

/**
 * docs/clinical-rules.md §9.8: week, level, foot core, stage; then the averages of reference course A and the
 * minutes run in the longest session.
 */
const COURSE_A = [
  [1, 'LV1', 'FC1', 'R0', 2, 0],
  [2, 'LV2', 'FC1', 'R0', 2, 0],
  [3, 'LV3', 'FC2', 'R0', 1, 0],
  [4, 'LV4', 'FC2', 'R1', 1, 6],
  [5, 'LV4', 'FC3', 'R2', 1, 10],
  [6, 'LV5', 'FC3', 'R3', 1, 15],
  [7, 'LV5', 'FC4', 'R4', 1, 20],
  [8, 'LV6', 'FC4', 'R5', 1, 21],
  [9, 'LV6', 'maintain', 'R6', 1, 25],
  [10, 'LV7', 'maintain', 'R7', 0, 27],
  [11, 'LV7', 'maintain', 'R8', 0, 28],
  [12, 'LV7', 'maintain', 'R9', 0, 30],
] as const;
/** As a person counts at home; asked in weeks 4, 8 and 12, and for the tests that count raises. */
const MEASURES = {
  raisesSore: '26',
  raisesOther: '27',
  normSex: 'female',
  psfs: '8',
  change: '3',
  conditions: 'none',
};

describe('reference course A', () => {
  const ada = () => new Runner(run.url);
  const told: string[] = [];

  it('signs up, confirms, answers the intake and has the first plan within a minute', async () => {
    const sent = await ada().signUp();
    expect(sent.url).toBe(`${run.url}/signup/sent`);
    expect(await ada().kinds()).toEqual(['confirm']);
    const intake = await ada().confirm();
    expect(new URL(intake.url).pathname).toMatch(/^\/start\//);
    const me = await ada().intake(intake);
    expect([me.status, new URL(me.url).pathname.split('/')[1]]).toEqual([200, 'me']);
    expect(await ada().kinds()).toEqual(['confirm', 'start']);
    const running = await ada().open(ada().link(await ada().newest('start'), '/running/'));
    await ada().fill(running, { psfs: '3' });
  });

  it('is exactly the table of docs/clinical-rules.md §9.8, week by week, and every plan says what changed', async () => {
    const seen: unknown[] = [];
    for (const [week, , , , average, minutes] of COURSE_A) {
      const { level, footCore, stage, week: current } = await ada().row();
      seen.push([current, level, footCore, stage, average, minutes]);
      const mail = await ada().untilCheckIn();
      expect(mail.subject).toContain(String(week));
      const done = await ada().checkIn({
        ...calm(average, MEASURES),
        sessionsDone: week === 1 ? '4' : '3',
        longestRunMinutes: String(minutes),
      });
      expect(done.status).toBe(200);
      if (week === 12) break;
      expect(new URL(done.url).pathname).toMatch(/^\/c\/.+\/done$/);
      const plan = await ada().newest('plan');
      expect(plan.headers).toContainEqual(['X-Calf-Week', String(week + 1)]);
      told.push(plan.text);
      // Decision and plan are one mail, within a minute of the answer.
      expect(Date.parse(plan.at) - Date.parse((await ada().newest('check-in')).at)).toBeLessThan(60_000);
    }
    expect(seen).toEqual(COURSE_A);
    expect(await ada().row()).toMatchObject({ status: 'completed' });
    expect((await ada().kinds()).at(-1)).toBe('graduation');
  });

  it('each plan names the move of its week, up or staying, in words', () => {
    expect(told).toHaveLength(11);
    for (const [n, text] of told.entries()) {
      const [, level, , stage] = COURSE_A[n + 1] ?? [];
      const [, levelBefore, , stageBefore] = COURSE_A[n] ?? [];
      const changed = text.slice(0, text.indexOf('What comes next'));
      const name = `week ${n + 2}`;
      expect(changed, name).toMatch(
        level === levelBefore ? /stays? at level/i : new RegExp(`level ${level?.slice(2)}`, 'i'),
      );
      expect(changed, name).toMatch(stage === stageBefore ? /walk/i : /\d+ minutes?/);
      expect(changed, name).toMatch(/your answers|average/i);
    }
  });

  it('an ordinary week has its plan, its lesson and its check-in, and nothing follows on the plan day', async () => {
    const mails = (await ada().mails()).slice(1);
    const kinds = mails.map((m) => m.kind).join(' ');
    expect(kinds).toMatch(/^start( lesson)? check-in( plan( lesson| milestone)? check-in)+ graduation$/);
    // What was reached is a band in its plan: level 3; level 5 with step 3; eight weeks of foot work; step 9.
    expect(mails.filter((m) => m.kind === 'plan' && m.text.includes('Reached: '))).toHaveLength(4);
    expect(new Set(mails.map((m) => m.subject)).size).toBe(mails.length);
    for (const { subject } of mails) expect(subject.length, subject).toBeLessThanOrEqual(50);
    // Nothing leaves at night, and nobody is mailed more than five times in seven days by us.
    for (const mail of mails)
      expect(Number(mail.at.slice(11, 13)), `${mail.kind} ${mail.at}`).toBeGreaterThanOrEqual(6);
  });

  it('shows what was measured from the start to week 12: in the last mail, on the page, on the sheet, in the history and in both copies', async () => {
    const line =
      'What you miss most, from 0 (not at all) to 10 (as before): 3 at the start, 8 in week 4, 8 in week 8, 8 in week 12. That is 5 up.';
    const change =
      'Your calf compared with the start, from −5 (worse) to +5 (better): +3 in week 4, +3 in week 8, +3 in week 12.';
    const mail = await ada().newest('graduation');
    const plain = mail.text.replace(/\s+/g, ' ');
    expect(plain).toContain(line);
    expect(plain).toContain(change.replace('−', '-'));
    expect(wordsOf(mail.html)).toContain(line);
    expect(wordsOf(mail.html)).toContain('+3 in week 4, +3 in week 8, +3 in week 12');
    const me = await ada().open(ada().link(mail, '/me/'));
    expect(wordsOf(me.html)).toContain(line);
    const sheet = wordsOf(
      (await ada().open(linksOf(me.html).find((href) => href.includes('/summary')) ?? '')).html,
    );
    expect(sheet).toContain('own activity 3 of 10');
    expect(sheet).toContain('own activity 8 of 10, change since the start +3');
    const asked = async (what: string) => {
      await ada().fill(
        me,
        {},
        formsOf(me.html)
          .filter((f) => f.method === 'post')
          .findIndex((f) => f.fields.some((field) => field.value === what)),
      );
      const proof = await ada().open(ada().link(await ada().newest('fresh'), '/fresh/'));
      return ada().fill(proof, {});
    };
    expect(wordsOf((await asked('history')).html)).toMatch(
      /What you miss most: 8 of 10.*What you miss most, at the start: 3 of 10/,
    );
    const copy = await asked('export');
    expect(JSON.parse(copy.html)).toMatchObject({ person: { aboutRunning: { psfs: 3 } } });
    const proof = await ada().open(ada().link(await ada().newest('fresh'), '/fresh/'));
    const table = (await ada().fill(proof, { format: 'csv' })).html;
    expect(table).toContain(',person,aboutRunning.psfs,3');
    expect(table).toMatch(/,person,course\.history\.3\.psfs,8\r\n/);
    expect(table).toMatch(/,person,course\.history\.11\.change,3\r\n/);
    const { history } = (await ada().detail()).state['course'] as {
      readonly history: readonly {
        readonly week: number;
        readonly psfs?: number;
        readonly change?: number;
      }[];
    };
    expect(
      history
        .filter(({ psfs }) => psfs !== undefined)
        .map(({ week, psfs, change: moved }) => [week, psfs, moved]),
    ).toEqual([
      [4, 8, 3],
      [8, 8, 3],
      [12, 8, 3],
    ]);
  });
});

describe('pain 6 in week 2', () => {
  it('makes the next plan easier, and page and mail say which answer did it', async () => {
    const bo = new Runner(run.url, 'bo@example.org');
    await bo.join();
    await bo.untilCheckIn();
    await bo.checkIn(calm(2));
    expect(await bo.row()).toMatchObject({ week: 2, level: 'LV2' });
    await bo.untilCheckIn();
    const done = await bo.checkIn(calm(6, { painWorst: '6' }));
    expect(await bo.row()).toMatchObject({ week: 3, level: 'LV1', stage: 'R0', status: 'active' });
    const page = wordsOf(done.html);
    expect(page).toMatch(/\b6 (out )?of 10/);
    expect(page).toMatch(/eases? to level 1|level 2[^.]* to level 1/i);
    const plan = (await bo.newest('plan')).text.replace(/\s+/g, ' ');
    expect(plan).toMatch(/^An easier week/);
    expect(plan).toContain('eases to level 1');
    expect(plan).toContain(
      'You answered: average 6, worst 6 (the time before: average 2). The week came out at 6 on average',
    );
  });
});
