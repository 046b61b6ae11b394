/**
 * The loop by plain reply: text/plain mails to the addresses our mails name, no page opened after the intake.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { receive, replyAddress, replyTo } from '../support/replies.ts';
import { type Mail, Runner, startTestRun } from '../support/runner.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

/** docs/clinical-rules.md §9.8: week, level, foot core, stage; then the averages of reference course A. */
const COURSE_A = [
  [1, 'LV1', 'FC1', 'R0', 2],
  [2, 'LV2', 'FC1', 'R0', 2],
  [3, 'LV3', 'FC2', 'R0', 1],
  [4, 'LV4', 'FC2', 'R1', 1],
  [5, 'LV4', 'FC3', 'R2', 1],
  [6, 'LV5', 'FC3', 'R3', 1],
  [7, 'LV5', 'FC4', 'R4', 1],
  [8, 'LV6', 'FC4', 'R5', 1],
  [9, 'LV6', 'maintain', 'R6', 1],
  [10, 'LV7', 'maintain', 'R7', 0],
  [11, 'LV7', 'maintain', 'R8', 0],
  [12, 'LV7', 'maintain', 'R9', 0],
] as const;

/** The long line a check-in mail prints, from its plain text, folded lines joined. */
const printedLine = (mail: Mail): string =>
  (/\n(2, worst [23], did[\s\S]*?)\n\n/.exec(mail.text)?.[1] ?? 'no line').replaceAll('\n', ' ');

describe('a whole programme', () => {
  const ada = () => new Runner(run.url, 'twelve@example.org');

  it('is driven from the start to graduation by replies alone, with the line the mail prints', async () => {
    await ada().join();
    const seen: unknown[] = [];
    for (const [week, , , , average] of COURSE_A) {
      const { level, footCore, stage, week: current } = await ada().row();
      seen.push([current, level, footCore, stage, average]);
      const mail = await ada().untilCheckIn();
      const line = printedLine(mail)
        .replace(/^2, worst [23]/, `${average}, worst ${average + 1}`)
        .replace('raises 20 sore 22 other', 'raises 26 sore 27 other');
      const quoted = mail.text.replace(/^/gm, '> ');
      expect(
        (
          await replyTo(
            ada(),
            mail,
            `${line}\r\n\r\nOn Sun, 8 Mar 2026 at 08:00, Calf Coach <coach@mail.coach.example> wrote:\r\n\r\n${quoted}`,
          )
        ).status,
      ).toBe(202);
      if (week === 12) break;
      const plan = await ada().newest('plan');
      expect(plan.headers).toContainEqual(['X-Calf-Week', String(week + 1)]);
      expect(Date.parse(plan.at) - Date.parse(mail.at)).toBeLessThan(60_000);
    }
    expect(seen).toEqual(COURSE_A);
    expect(await ada().row()).toMatchObject({ status: 'completed' });
    expect((await ada().kinds()).at(-1)).toBe('graduation');
    expect(new Set((await ada().events('CheckedIn')).map((e) => e['source']))).toEqual(new Set(['reply']));
    expect((await ada().kinds()).filter((kind) => kind === 'ack' || kind === 'question')).toEqual([]);
  });
});

describe('an answer by reply', () => {
  const eve = () => new Runner(run.url, 'number@example.org');
  let checkIn: Mail;
  let plan: Mail;

  it('every mail to a confirmed person names an address of its own; a notice names the operator', async () => {
    await eve().join();
    expect(replyAddress(await eve().newest('confirm'))).toBe('operator@coach.example');
    expect(replyAddress(await eve().newest('start'))).toMatch(/^r-[a-z2-7]{26}@reply\.coach\.example$/);
    checkIn = await eve().untilCheckIn();
    const addresses = (await eve().mails()).slice(1).map(replyAddress);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('what is quoted is never the answer, the scale least of all', async () => {
    const before = await eve().detail();
    const quoted = checkIn.text.replace(/^/gm, '> ');
    await replyTo(
      eve(),
      checkIn,
      `On Sun, 8 Mar 2026 at 08:00, Calf Coach <coach@mail.coach.example> wrote:\r\n\r\n${quoted}`,
    );
    await replyTo(eve(), checkIn, 'Thanks!');
    expect(await eve().events('CheckedIn')).toEqual([]);
    expect((await eve().row()).week).toBe(before.week);
    expect(await eve().kinds()).toEqual(['confirm', 'start', 'lesson', 'check-in', 'question']);
  });

  it('a number is an answer: the plan comes at once, says what was understood and what is missing', async () => {
    expect((await replyTo(eve(), await eve().newest('question'), '4')).status).toBe(202);
    plan = await eve().newest('plan');
    expect(plan.text).toContain('You answered: average 4');
    expect(plan.text).toContain('your worst pain');
    expect((await eve().events('CheckedIn')).map((e) => e['source'])).toEqual(['reply']);
  });

  it('the same mail delivered again does nothing again', async () => {
    const mails = (await eve().mails()).length;
    await replyTo(eve(), checkIn, '5', { id: 'ses-message-1' });
    const after = await eve().detail();
    expect((await eve().mails()).length).toBe(mails + 1);
    await replyTo(eve(), checkIn, '5', { id: 'ses-message-1' });
    expect((await eve().detail()).rev).toBe(after.rev);
    expect((await eve().mails()).length).toBe(mails + 1);
  });

  it('a later answer is told as a decision; the same again is acknowledged once, with the answer and never with the words', async () => {
    expect((await eve().newest('decision')).text).toContain('You answered: average 5');
    await replyTo(eve(), plan, 'pain 5, out in the raindrops');
    const ack = await eve().newest('ack');
    expect(ack.text).toContain('Average pain: 5 of 10');
    expect(ack.text).not.toContain('raindrops');
    await replyTo(eve(), ack, '5');
    expect(await eve().mails('ack')).toHaveLength(1);
  });
});

describe('a reply that is not the runner’s', () => {
  const bob = () => new Runner(run.url, 'spoofed@example.org');
  let checkIn: Mail;
  const FULL =
    '1, worst 1, did 4 of 4, did not run, fine next morning, no painkillers, no stop signs, tests ok';

  it.each([
    ['from another address', { from: 'mallory@example.net' }],
    ['in the runner’s name without DMARC', { verdicts: { dmarc: 'FAIL' } }],
    [
      'in the runner’s name from elsewhere, without a DMARC policy',
      { from: 'mallory@example.net', fromHeader: 'spoofed@example.org', verdicts: { dmarc: 'GRAY' } },
    ],
  ] as const)('%s never progresses, and is told to the address on file', async (_name, envelope) => {
    if (checkIn === undefined) {
      await bob().join();
      checkIn = await bob().untilCheckIn();
    }
    const before = await bob().detail();
    expect((await replyTo(bob(), checkIn, FULL, envelope)).status).toBe(202);
    const after = await bob().detail();
    expect([after.week, after.level, after.stage]).toEqual([before.week, before.level, before.stage]);
    expect(await bob().events('CheckedIn')).toEqual([]);
    expect((await bob().newest('ack')).subject).toBe('A reply that we could not take as yours');
  });

  it('SPF of the very address is proof where its domain has no DMARC; what looks like spam or carries a virus moves nothing', async () => {
    for (const verdicts of [{ spam: 'FAIL' }, { virus: 'FAIL' }])
      await replyTo(bob(), checkIn, FULL, { verdicts });
    expect(await bob().events('CheckedIn')).toEqual([]);
    await replyTo(bob(), checkIn, FULL, { verdicts: { dmarc: 'GRAY', dkim: 'GRAY' } });
    expect(await bob().row()).toMatchObject({ week: 2, level: 'LV2' });
  });

  it('a high number and a stop sign count whoever wrote them', async () => {
    await replyTo(bob(), checkIn, 'my calf is hot and swollen', { from: 'partner@example.net' });
    expect(await bob().row()).toMatchObject({ status: 'stopped' });
    expect((await bob().kinds()).at(-1)).toBe('safety');
    expect(await bob().events('CheckedIn')).toHaveLength(1);
  });

  it('a forged address, an expired one and no address at all look the same and do nothing', async () => {
    const rows = async () => JSON.stringify([await bob().detail(), (await bob().mails()).length]);
    const before = await rows();
    const answers: unknown[] = [];
    for (const to of [
      'r-aaaaaaaaaaaaaaaaaaaaaaaaaa@reply.coach.example',
      'hello@reply.coach.example',
      replyAddress(checkIn).replace('reply.', 'other.'),
    ]) {
      const { status } = await receive(run.url, `From: ${bob().email}\r\nSubject: Re\r\n\r\n9\r\n`, {
        from: bob().email,
        to,
      });
      answers.push(status);
    }
    expect(answers).toEqual([202, 202, 202]);
    expect(await rows()).toBe(before);
  });
});

describe('one word', () => {
  const kim = () => new Runner(run.url, 'words@example.org');
  const say = async (word: string): Promise<readonly string[]> => {
    const before = (await kim().mails()).length;
    await replyTo(kim(), await kim().newest('start'), word);
    return (await kim().mails()).slice(before).map(({ kind, subject }) => (kind === 'ack' ? subject : kind));
  };

  it('does what the contract says, and what it brings says so', async () => {
    await kim().join();
    expect(await say('HELP')).toEqual(['What you can write to us']);
    expect(await say('worse')).toEqual(['Tell us more, then rest first']);
    expect((await kim().newest('ack')).text).toContain('/w/');
    expect(await say('Easier, please')).toEqual(['decision']);
    expect(await say('EXPORT')).toEqual(['fresh']);
    expect(await say('Pause 2 weeks')).toEqual(['paused']);
    expect(await kim().row()).toMatchObject({ status: 'paused' });
    await kim().clock({ advance: 'P1D' });
    expect(await say('RESUME')).toEqual(['Welcome back, your plan goes on']);
    expect(await say('DELETE')).toEqual(['fresh']);
    expect(await say('STOP')).toEqual([]);
    expect(await kim().row()).toMatchObject({ status: 'left' });
    expect(await say('HELP')).toEqual([]);
  });
});

describe('one line of the list of stop signs, alone in a reply', () => {
  const mia = () => new Runner(run.url, 'one-line@example.org');
  const LINE = 'a leg or foot that is suddenly numb, weak, cold, pale or blue';
  const EXERCISE = ['plan', 'lesson', 'decision', 'milestone'];
  let question: Mail;
  const done = async () => `${/https?:\/\/\S+\/c\/\S+\/done/.exec(question.text)?.[0]}`;

  it('is asked about with the whole list, an emergency first, and nothing with exercise leaves', async () => {
    await mia().join();
    const checkIn = await mia().untilCheckIn();
    const quoted = checkIn.text.replace(/^/gm, '> ');
    await replyTo(mia(), checkIn, `${LINE}\r\n\r\nOn Sun, 8 Mar 2026, Calf Coach wrote:\r\n\r\n${quoted}`);
    question = await mia().newest('question');
    const text = question.text.replace(/\s+/g, ' ');
    expect(text).toContain(`Your reply held one line of our list of stop signs, and nothing else: - ${LINE}`);
    expect(text.indexOf('now. If you cannot, ask someone near you to call')).toBeLessThan(text.indexOf(LINE));
    for (const sign of ['chest pain, fainting', 'swelling, redness', 'a knee that will not bend', 'a fever'])
      expect(text).toContain(sign);
    const before = (await mia().kinds()).filter((kind) => EXERCISE.includes(kind));
    await mia().clock({ advance: 'P9D' });
    expect((await mia().kinds()).filter((kind) => EXERCISE.includes(kind))).toEqual(before);
    expect(await mia().mails('question')).toHaveLength(2);
    expect(await mia().row()).toMatchObject({ status: 'active' });
  });

  it('opens the list on a page, and a GET changes nothing', async () => {
    const page = await fetch(await done());
    expect(await page.text()).toMatch(/Is one of these true|This week is closed/);
    expect((await mia().kinds()).at(-1)).not.toBe('plan');
  });

  it('goes on after "no stop signs" in a reply, with the plan that waited', async () => {
    await replyTo(mia(), question, 'no stop signs');
    expect((await mia().kinds()).at(-1)).toBe('plan');
    expect(await mia().row()).toMatchObject({ status: 'active' });
  });

  it('stops when the line comes again', async () => {
    await replyTo(mia(), question, LINE);
    await replyTo(mia(), await mia().newest('question'), LINE);
    expect(await mia().row()).toMatchObject({ status: 'stopped' });
    expect((await mia().kinds()).at(-1)).toBe('safety');
  });
});
