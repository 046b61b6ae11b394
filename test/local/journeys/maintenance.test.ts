/**
 * From graduation to month 12 over HTTP and mail (docs/clinical-rules.md §9.11): an answer by page, by tap
 * and by reply, a relapse that settles, and silence nobody nags about.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { linksOf, wordsOf } from '../support/forms.ts';
import { replyTo } from '../support/replies.ts';
import { calm, type Mail, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

const WEEKS = 12;
const DAY = 24 * 3600 * 1000;
const AVERAGES = [2, 2, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0];
const MINUTES = [0, 0, 0, 6, 10, 15, 20, 21, 25, 27, 28, 30];
/** As a person counts at home; asked in weeks 4, 8 and 12, and for the tests that count raises. */
const MEASURES = {
  raisesSore: '26',
  raisesOther: '27',
  normSex: 'female',
  psfs: '8',
  change: '3',
  conditions: 'none',
};
const CALM = calm(1, { sessionsDone: '2', longestRunMinutes: '30' });

/** `next: true` until one more mail of the kind has come. */
async function until(runner: Runner, kind: string): Promise<Mail> {
  const before = (await runner.mails(kind)).length;
  for (let alarm = 0; alarm < 12; alarm += 1) {
    await runner.clock({ next: true });
    const mails = await runner.mails(kind);
    if (mails.length > before) return mails.at(-1) as Mail;
  }
  throw new Error(`no ${kind} mail after twelve alarms; there are ${(await runner.kinds()).join(', ')}`);
}
/** Kinds since a mail, that mail left out. */
async function since(runner: Runner, mail: Mail): Promise<readonly string[]> {
  const mails = await runner.mails();
  return mails.slice(mails.findIndex((m) => m.id === mail.id) + 1).map((m) => m.kind);
}
const daysBetween = (a: Mail, b: Mail): number => Math.round((Date.parse(b.at) - Date.parse(a.at)) / DAY);

describe('after graduation', () => {
  const ada = () => new Runner(run.url);
  const relapses = async (): Promise<number> => (await ada().events('Relapsed')).length;
  let graduation: Mail;
  let first: Mail;
  let relapse: Mail;

  it('the course ends', async () => {
    await ada().join();
    for (let week = 0; week < WEEKS; week += 1) {
      await ada().untilCheckIn();
      const done = {
        ...calm(AVERAGES[week] ?? 0, MEASURES),
        sessionsDone: week === 0 ? '4' : '3',
        longestRunMinutes: String(MINUTES[week]),
      };
      await ada().checkIn(done);
    }
    graduation = await ada().newest('graduation');
    expect(await ada().row()).toMatchObject({ status: 'completed', level: 'LV7', stage: 'R9' });
  });

  it('two weeks later the first question comes, and is answered on its page', async () => {
    first = await until(ada(), 'maintenance');
    // The check-in that graduates is answered the day before the chosen weekday.
    expect(daysBetween(graduation, first)).toBe(15);
    const page = await ada().open(ada().link(first, '/c/'));
    const done = await ada().fill(page, CALM);
    expect(wordsOf(done.html)).toContain('Saved. Keep going as you are.');
    expect(await since(ada(), first)).toEqual([]);
  });

  it('the next one knows it, and a tap with one Save is enough', async () => {
    const mail = await until(ada(), 'maintenance');
    expect(mail.text).toContain('Last time your average was 1.');
    const tap = linksOf(mail.html).find((href) => /\/c\/[^/]+\/2$/.test(href)) ?? '';
    expect((await ada().events('CheckedIn')).length).toBe(WEEKS + 1);
    const page = await ada().open(tap);
    // Opening the number stores nothing.
    expect((await ada().events('CheckedIn')).length).toBe(WEEKS + 1);
    const done = await ada().fill(page, { painAverage: '2' });
    expect(wordsOf(done.html)).toContain('Saved. Keep going as you are.');
    expect((await ada().events('CheckedIn')).at(-1)).toMatchObject({
      source: 'web',
      answers: { painAverage: 2, redFlags: null },
    });
  });

  it('a fever beside a calm number is not told to keep going', async () => {
    const page = await ada().open(ada().link((await ada().mails('maintenance')).at(-1) as Mail, '/c/'));
    const done = wordsOf(
      (await ada().fill(page, { ...CALM, redFlags: 'fever', note: 'wading through snow' })).html,
    );
    expect(done).toContain('Saved. Rest until you are well.');
    expect(done).toContain('Running waits until you have been well for 24 hours');
    expect((await ada().row()).status).toBe('completed');
  });

  it('a reply counts as well: the line the mail prints, acknowledged once, whatever comes twice', async () => {
    const mail = await until(ada(), 'maintenance');
    expect(mail.text).toMatch(/^2 OK$/m);
    const quoted = mail.text.replace(/^/gm, '> ');
    const text = `2 OK\r\n\r\nOn Mon, 6 Jul 2026 at 07:00, Calf Coach <coach@mail.coach.example> wrote:\r\n\r\n${quoted}`;
    for (const id of ['one-reply', 'one-reply'])
      expect((await replyTo(ada(), mail, text, { id })).status).toBe(202);
    expect((await ada().events('CheckedIn')).at(-1)).toMatchObject({
      source: 'reply',
      answers: { painAverage: 2, painWorst: 3, redFlags: [] },
    });
    expect(await since(ada(), mail)).toEqual(['ack']);
    const ack = await ada().newest('ack');
    expect(ack.text).toContain('keep it up as it is');
    expect(ack.text).toContain('Average pain: 2 of 10');
  });

  it('to the mail before the last it counts for nothing, and says so', async () => {
    const mail = await until(ada(), 'maintenance');
    const answers = (await ada().events('CheckedIn')).length;
    await replyTo(ada(), first, '5');
    expect([(await ada().events('CheckedIn')).length, await relapses()]).toEqual([answers, 0]);
    expect(await since(ada(), mail)).toEqual(['ack']);
    expect((await ada().newest('ack')).subject).toBe('Your reply came between two check-ins');
  });

  it('a sore reply brings the weekly plans back at once, one level and two stages lower', async () => {
    await replyTo(ada(), (await ada().mails('maintenance')).at(-1) as Mail, '2, worst 4');
    expect(await ada().row()).toMatchObject({ status: 'active', level: 'LV6', stage: 'R7' });
    relapse = await ada().newest('plan');
    expect((await ada().kinds()).at(-1)).toBe('plan');
    expect(relapse.text.replace(/\s+/g, ' ')).toMatch(
      /2 days off running|two days off running|no running for two days/i,
    );
    // The question is closed: neither the page nor a reply takes it back, and the relapse is counted once.
    const asked = (await ada().mails('maintenance')).at(-1) as Mail;
    const page = await ada().open(ada().link(asked, '/c/'));
    expect(wordsOf(page.html)).toContain('closed');
    await replyTo(ada(), asked, '0');
    expect([(await ada().row()).status, await relapses()]).toEqual(['active', 1]);
  });

  it('weekly check-ins run until it has settled, then the maintenance goes on', async () => {
    for (let week = 0; week < 12 && (await ada().row()).status === 'active'; week += 1) {
      await ada().untilCheckIn();
      await ada().checkIn(calm(1, { ...MEASURES, sessionsDone: '3', longestRunMinutes: '25' }));
    }
    expect((await ada().row()).status).toBe('completed');
    const settled = (await ada().mails('maintenance')).at(-1) as Mail;
    expect(settled.subject).toContain('settled again');
    expect((await since(ada(), relapse)).filter((kind) => kind === 'check-in').length).toBeGreaterThanOrEqual(
      3,
    );
    expect((await ada().kinds()).filter((kind) => kind === 'graduation')).toHaveLength(1);
  });

  it('silence is not nagged: one mail a fortnight or a month, one last one, and nothing ever after', async () => {
    const settled = (await ada().mails('maintenance')).at(-1) as Mail;
    await ada().clock({ advance: 'P420D' });
    const kinds = await since(ada(), settled);
    expect(kinds.at(-1)).toBe('closed');
    expect(new Set(kinds.slice(0, -1))).toEqual(new Set(['maintenance']));
    const mails = [settled, ...(await ada().mails('maintenance')).slice(-(kinds.length - 1))];
    const gaps = mails.slice(1).map((mail, i) => daysBetween(mails[i] as Mail, mail));
    expect(gaps[0]).toBeGreaterThanOrEqual(14);
    expect(gaps[0]).toBeLessThanOrEqual(20);
    expect(gaps.slice(1)).toEqual(gaps.slice(1).map((_, i) => (i < gaps.indexOf(28) - 1 ? 14 : 28)));
    expect(gaps.slice(1)).toContain(14);
    const closed = (await ada().mails()).at(-1) as Mail;
    expect(daysBetween((await ada().mails('start'))[0] as Mail, closed)).toBeGreaterThanOrEqual(365);
    expect(daysBetween((await ada().mails('start'))[0] as Mail, closed)).toBeLessThan(380);
    expect(await ada().row()).toMatchObject({ status: 'completed', wakeAt: null });
    expect(
      (await ada().kinds()).filter((kind) => kind === 'reminder' || kind === 'silent' || kind === 'paused'),
    ).toEqual([]);
  });

  it('whoever replies after that gets an answer, and no plan', async () => {
    await replyTo(ada(), (await ada().mails('maintenance')).at(-1) as Mail, '4');
    expect((await ada().newest('ack')).subject).toBe('Your programme is complete');
    expect((await ada().row()).status).toBe('completed');
  });
});
