/**
 * Must be shown: twelve weeks of single taps, nothing but a number and Save. Nothing ever moves up, and page
 * and mail say kindly why and what to add.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf, wordsOf } from '../support/forms.ts';
import { calm, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

const WEEKS = 12;
/** One tap a week: mostly calm, a sorer week among them. */
const TAPS = [2, 1, 2, 3, 2, 1, 0, 1, 2, 0, 1, 0] as const;
const MISSING = [
  'your worst pain',
  'how it felt the next morning',
  'how many sessions you did',
  'your longest run',
  'the list of stop signs',
];

describe('twelve weeks of single taps', () => {
  const ada = () => new Runner(run.url);
  const plans: string[] = [];

  it('a tap, a Save, and the same week again, twelve times', async () => {
    await ada().join();
    const begun = await ada().row();
    for (let week = 1; week <= WEEKS; week += 1) {
      const mail = await ada().untilCheckIn();
      const page = await ada().open(ada().link(mail, '/c/', `/${TAPS[week - 1]}`));
      // Nothing is filled in but what the tap has chosen.
      const done = await ada().fill(page, {});
      expect(new URL(done.url).pathname).toMatch(/\/done$/);
      const words = wordsOf(done.html);
      expect(words).toContain('We cannot move you up on one number');
      for (const missing of MISSING) expect(words).toContain(missing);
      const form = linksOf(done.html).find((href) => /\/c\/[\w-]+$/.test(href)) ?? '';
      expect((await ada().open(form)).html).toContain('name="painWorst"');

      const plan = await ada().newest('plan');
      expect(plan.headers).toContainEqual(['X-Calf-Week', String(week + 1)]);
      // Where to add the rest: one step from the mail to the open question, with the answer so far in it.
      const rest = await ada().open(ada().link(plan, '/c/'));
      expect([rest.status, rest.html.includes('name="painWorst"')]).toEqual([200, true]);
      expect(plan.text.split('\n')).toContain(rest.url);
      expect(rest.html).toMatch(new RegExp(`value="${TAPS[week - 1]}" checked`));
      plans.push(plan.text.replace(/\s+/g, ' '));
      expect(await ada().row()).toMatchObject({
        status: 'active',
        week: week + 1,
        level: begun.level,
        stage: begun.stage,
      });
    }
  });

  it('never progressed, by the journal', async () => {
    const types = new Set(
      (await ada().detail()).journal.flatMap((entry) => entry.events.map((event) => event.type)),
    );
    expect(types).toContain('Held');
    for (const never of ['Progressed', 'Graduated', 'Stopped']) expect(types).not.toContain(never);
  });

  it('every plan thanks for the number, says what is missing and where to add it, and blames nobody', () => {
    expect(plans).toHaveLength(WEEKS);
    for (const text of plans) {
      expect(text).toContain('A few answers were missing');
      for (const missing of MISSING) expect(text).toContain(missing);
      expect(text).not.toMatch(/you failed|you forgot|must answer|wrong answer/i);
    }
  });

  it('the rest of the answers, added once, moves it up: nothing was lost', async () => {
    const before = (await ada().row()).level;
    await ada().untilCheckIn();
    await ada().checkIn(calm(1));
    expect((await ada().row()).level).not.toBe(before);
  });
});

describe('a tap that was never saved', () => {
  it('is no answer: the plan repeats the week, says so without blame, and leads in one step to the question', async () => {
    const kim = new Runner(run.url, 'kim@example.org');
    await kim.join();
    const begun = await kim.row();
    const mail = await kim.untilCheckIn();
    expect((await kim.open(kim.link(mail, '/c/', '/2'))).status).toBe(200);
    for (let alarm = 0; alarm < 6 && (await kim.mails('plan')).length === 0; alarm += 1)
      await kim.clock({ next: true });
    const plan = await kim.newest('plan');
    expect(plan.headers).toContainEqual(['X-Calf-Week', '2']);
    expect(plan.text.replace(/\s+/g, ' ')).toContain('check-in is still open');
    expect(await kim.events('CheckedIn')).toEqual([]);
    expect(await kim.row()).toMatchObject({ level: begun.level, stage: begun.stage });
    const done = await kim.fill(await kim.open(kim.link(plan, '/c/')), calm(1));
    expect(new URL(done.url).pathname).toMatch(/\/done$/);
    expect((await kim.row()).level).not.toBe(begun.level);
  });
});
