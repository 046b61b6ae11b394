/**
 * The line a check-in mail prints to copy (docs/contract.md §3): it means what the next step needs, it moves
 * a plan only as an answer to the mail that printed it, and with nothing but printed lines a runner gets
 * through the whole course.
 */
import { describe, expect, test } from 'vitest';
import { replyText, SHORT_LINE } from '../../../emails/parts/reply.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import type { CommandOf } from '../../../program/participant/commands.ts';
import { openQuestion } from '../../../program/participant/open-question.ts';
import { readAnswer } from '../../../program/reply/answer/read-answer.ts';
import type { ReplyContext } from '../../../program/reply/context.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { replyContext, replyLine } from '../../../views/mail/reply-mails.ts';
import { confirm, Life, signUp, start } from '../given.ts';
import { DILIGENT } from '../support/diligent.ts';
import { curriculum } from '../support/life.ts';

const CONTEXT: ReplyContext = {
  allowOk: true,
  requireLong: false,
  sessionsPlanned: 3,
  plannedRunMinutes: 25,
  testsAsked: [],
  maintenance: false,
};

type To = CommandOf<'ReceiveReply'>['to'];

class ByReply extends Life {
  constructor(over: Partial<IntakeAnswers> = {}) {
    super(null);
    this.do(signUp({ timeZone: 'Europe/Berlin' }))
      .pass(1)
      .do(confirm())
      .do(start({ ...DILIGENT, ...over }));
  }
  /** Works off alarms until the next question is asked. */
  untilAsked(): this {
    const before = this.asked();
    for (let hours = 0; hours < 24 * 14 && this.asked() === before; hours++) this.pass(60);
    expect(this.asked(), 'a question').not.toBe(before);
    return this;
  }
  to(kind = 'check-in', week = this.asked()): To {
    return { occasion: `w${week}-${kind}`, kind, week };
  }
  /** What the check-in mail prints for those who reply. */
  line() {
    const { state } = this;
    if (state?.status !== 'active') throw new Error('on the course');
    return replyLine(state, state.course, curriculum);
  }
  printed(): string {
    return replyText(this.line(), 'https://coach.example/safety').join('\n').replace(/\s+/g, ' ');
  }
  reply(text: string, to: To = this.to(), verified = true): this {
    const { state, now } = this;
    if (state === null || state.status === 'erased') throw new Error('somebody');
    const said = readReply({ text, html: null }, replyContext(state, to, { verified, curriculum, at: now }));
    return this.do({ type: 'ReceiveReply', at: now, to, verified, said }).pass(0);
  }
  given(): Partial<CheckInAnswers> {
    const question = this.state === null ? null : openQuestion(this.state, this.now);
    return question?.answer ?? {};
  }
  where(): string {
    const { level, stage } = this.course().tracks;
    return `LV${level} ${stage}`;
  }
}

/** The printed line of this week, calm, with the runner's own count of raises in it. */
const calmLine = (life: ByReply): string => {
  const { long, longLine } = life.line();
  expect(life.printed()).toContain(long ? longLine : SHORT_LINE);
  return long
    ? longLine
        .replace('raises 20 sore 22 other', 'raises 26 sore 26 other')
        .replace(/^2, worst [23]/, '1, worst 1')
    : SHORT_LINE.replace('2', '1');
};
/** So many calm weeks by the printed lines. */
const after = (weeks: number, over: Partial<IntakeAnswers> = {}): ByReply => {
  const life = new ByReply(over);
  for (let week = 0; week < weeks; week++) life.untilAsked().reply(calmLine(life));
  return life.untilAsked();
};

describe('twelve weeks by replies alone', () => {
  test('the printed lines lead to the first jog and to graduation', () => {
    const life = new ByReply();
    const stages: string[] = [];
    const short: number[] = [];
    for (let week = 1; week <= 12 && life.state?.status === 'active'; week++) {
      life.untilAsked();
      stages.push(life.course().tracks.stage);
      if (!life.line().long) short.push(week);
      life.reply(calmLine(life));
    }
    // Weeks 3, 6 and 9 ask for the long line, week 7 for the count of raises that the finish waits for.
    expect(short).toEqual([1, 2, 4, 5, 8, 10]);
    expect(stages).toContain('R1');
    expect(life.kinds()).toContain('milestone');
    expect(life.state?.status).toBe('completed');
    expect(life.kinds().at(-1)).toBe('graduation');
    expect(life.kinds()).not.toContain('question');
    expect(life.kinds()).not.toContain('silent');
  });
});

/** Somebody who jogs, in the first week at a level, so that running alone may move; the line may be short. */
const jogging = (): ByReply => {
  const life = after(3);
  expect(life.where()).toBe('LV5 R3');
  expect(life.line().long).toBe(false);
  return life;
};

describe('while running the short line', () => {
  test('means a worst of 2 and all runs, says so, and moves running', () => {
    const life = jogging();
    expect(life.printed()).toContain('worst 2 or less, which the next step of running needs');
    expect(life.printed()).toContain('all sessions and all runs done');
    life.reply('2 OK');
    expect(life.given()).toMatchObject({ painAverage: 2, painWorst: 2, runsDone: 3, redFlags: [] });
    expect(life.where()).toBe('LV5 R4');
  });

  test.each([
    ['0 OK', { painAverage: 0, painWorst: 2, runsDone: 3 }],
    ['2 ok thanks', { painAverage: 2, painWorst: 2, runsDone: 3 }],
    // Above the worst it allows, the line contradicts itself.
    ['3 OK', { painAverage: 3, painWorst: null, runsDone: null, redFlags: null }],
    ['2 OK, worst 3', { painAverage: 2, painWorst: 3, runsDone: null, redFlags: null }],
    ['2 OK, ran 25 min', { painAverage: 2, painWorst: null, runsDone: null, redFlags: null }],
  ] as const)('%s', (text, given) => expect(jogging().reply(text).given()).toMatchObject(given));

  test.each([
    ['from an address that is not proved', (life: ByReply) => life.reply('2 OK', life.to(), false), null],
    ['to the plan', (life: ByReply) => life.reply('2 OK', life.to('plan', life.asked() + 1)), 2],
    ['to the question', (life: ByReply) => life.reply('2 OK', life.to('question')), 2],
    ['to the acknowledgement', (life: ByReply) => life.reply('2 OK', life.to('ack')), 2],
    [
      'to the check-in of the week before',
      (life: ByReply) => life.reply('2 OK', life.to('check-in', life.asked() - 1)),
      null,
    ],
  ] as const)('%s moves nothing up', (_name, replied, average) => {
    const life = jogging();
    const before = life.where();
    replied(life);
    expect(life.given()['painAverage'] ?? null).toBe(average);
    expect(life.given()['redFlags'] ?? null).toBeNull();
    life.days(2);
    expect(life.where()).toBe(before);
  });

  test('said twice it is one answer, and said after the plan day it means what was printed', () => {
    const once = jogging().reply('2 OK');
    const moved = once.where();
    const given = once.given();
    once.reply('2 OK');
    expect([once.where(), once.given()]).toEqual([moved, given]);

    const late = jogging();
    const to = late.to();
    const printed = late.line();
    late.days(2);
    expect(late.course().week).toBe(to.week + 1);
    expect(late.line()).toEqual(printed);
    expect(late.reply('2 OK', to).given()).toEqual(given);
  });
});

describe('what the line says follows what is due', () => {
  test('walks only, with a strength test: worst 3', () => {
    const life = new ByReply({ painAverage: 5, painWorst: 6, nextDay: 'worse24' }).untilAsked();
    expect(life.line()).toMatchObject({ worst: 3, runsCount: false, tests: 1 });
    expect(life.line().longLine).toMatch(/^2, worst 3, .*did not run/);
    expect(life.reply('2 OK').given()).toMatchObject({ painWorst: 3, runsDone: null, gateStrength: 'yes' });
  });

  test('somebody who kept running: the minutes of the plan, and worst 2', () => {
    const life = new ByReply({
      runsNow: 'yes',
      painRunning: 1,
      longestRun30d: 50,
      longestBefore: 60,
      painAverage: 1,
      painWorst: 2,
      singleLegRaise: 'fine',
      singleLegReps: 10,
    }).untilAsked();
    const { tracks } = life.course();
    expect(tracks.stage).toBe('RK');
    expect(life.line().longLine).toContain(`ran ${tracks.longestRun} min`);
    life.reply('1 OK');
    expect(life.given()).toMatchObject({ painWorst: 2, longestRunMinutes: tracks.longestRun });
    expect(life.course().tracks.longestRun ?? 0).toBeGreaterThan(tracks.longestRun ?? 0);
  });

  test('a tendon: the band is told once, then the line says that the mornings are no stiffer', () => {
    const life = new ByReply({ site: 'achilles' }).untilAsked();
    expect(life.line()).toMatchObject({ long: true, noStiffer: false });
    expect(life.reply('2 OK').given()).toMatchObject({ painAverage: 2, painWorst: null, stiffMinutes: null });
    life.reply(life.line().longLine);
    expect(life.given()).toMatchObject({ stiffMinutes: '1-10', nextDay: 'settled', redFlags: [] });
    life.untilAsked();
    expect(life.line()).toMatchObject({ long: false, noStiffer: true });
    expect(life.printed()).toContain('mornings no stiffer than you told us last');
    expect(life.reply('2 OK').given()).toMatchObject({ stiffMinutes: '1-10' });
    life.untilAsked().reply(life.line().longLine);
    expect(life.given()).toMatchObject({ stiffMinutes: '1-10', painWorst: 3 });
  });

  test.each([
    ['stiff 0 min in the mornings', '0'],
    ['stiff for about 10 minutes', '1-10'],
    ['stiff 11 min in the mornings', '11-30'],
    ['stiff 30 minutes', '11-30'],
    ['stiff 31 min', 'over30'],
    ['mornings no stiffer', '11-30'],
    ['the mornings were not stiffer', '11-30'],
    ['no stiffer in the mornings', '11-30'],
    ['mornings no stiffer, stiff 40 min', 'over30'],
  ])('%s is the band %s', (text, band) => {
    const context = { ...CONTEXT, stiffBefore: '11-30' as const };
    const said = readAnswer(`2, ${text}`, context);
    expect(said.kind === 'answer' ? said.answers : null).toMatchObject({
      painAverage: 2,
      stiffMinutes: band,
    });
    const unasked = readAnswer(`2, ${text}`, CONTEXT);
    expect(unasked.kind === 'answer' ? unasked.answers.stiffMinutes : undefined).toBeUndefined();
  });
});

test('every third check-in asks for the long line: then the short one is the number alone', () => {
  const life = after(2);
  expect([life.asked(), life.line().long]).toEqual([3, true]);
  expect(life.printed()).not.toContain(SHORT_LINE);
  expect(life.reply('2 OK').given()).toMatchObject({ painAverage: 2, painWorst: null, redFlags: null });
});
