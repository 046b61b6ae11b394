/**
 * Replies in the maintenance after graduation (docs/clinical-rules.md §9.11): read from their text, decided
 * like the page, and never counted twice or for the wrong question.
 */
import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { CommandOf } from '../../../program/participant/commands.ts';
import { openQuestion } from '../../../program/participant/open-question.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { replyContext } from '../../../views/mail/reply-mails.ts';
import { Life } from '../given.ts';
import { CALM, curriculum, graduate, graduatedAt } from '../support/life.ts';

type To = CommandOf<'ReceiveReply'>['to'];
/** A month in: the second question of the maintenance is open, and nothing else is owed but the next. */
class Replies extends Life<Participant> {
  constructor() {
    super(graduate, graduatedAt, CALM);
  }
  get week(): number {
    return openQuestion(this.state, this.now)?.week ?? 0;
  }
  question(): To {
    return { occasion: `w${this.week}-maintenance`, kind: 'maintenance', week: this.week };
  }
  reply(text: string, to: To = this.question(), verified = true): this {
    if (this.state.status === 'erased') return this;
    const said = readReply(
      { text, html: null },
      replyContext(this.state, to, { verified, curriculum, at: this.now }),
    );
    return this.do({ type: 'ReceiveReply', at: this.now, to, verified, said }).days(0);
  }
  /** The answer to the open question. */
  given() {
    return openQuestion(this.state, this.now)?.answer ?? null;
  }
  /** What was told last: the word of an acknowledgement, or the kind of the mail. */
  told(): string | undefined {
    const mail = this.mails.at(-1);
    return mail?.about?.of === 'reply' ? mail.about.says : mail?.kind;
  }
}
const month = (): Replies => new Replies().days(30);

describe('a calm reply', () => {
  test('a number is the answer, said once and acknowledged with when we write again', () => {
    const life = month().reply('1');
    expect([life.given()?.painAverage, life.told(), life.state.status]).toEqual([1, 'kept', 'completed']);
  });

  test('2 OK means the line the mail prints: settled, all sessions, no painkiller, none of the list, and no run that nobody planned', () => {
    expect(month().reply('2 OK').given()).toMatchObject({
      painAverage: 2,
      painWorst: 3,
      nextDay: 'settled',
      sessionsDone: curriculum.maintenance.strengthPerWeek,
      painkillers: 'no',
      redFlags: [],
      longestRunMinutes: null,
    });
  });

  test('2 OK to any other mail is the number alone', () => {
    const life = month();
    const { week } = life;
    expect(life.reply('2 OK', { occasion: 'question-n9', kind: 'question', week }).given()).toMatchObject({
      painAverage: 2,
      redFlags: null,
    });
  });

  test('the long line counts word for word', () => {
    const life = month().reply(
      '1, worst 2, did 2 of 2, fine next morning, no painkillers, no stop signs, raises 20 sore 22 other',
    );
    expect(life.given()).toMatchObject({
      painWorst: 2,
      sessionsDone: 2,
      redFlags: [],
      raisesSore: 20,
      raisesOther: 22,
    });
  });

  test('the next question says what was answered, as after a tap', () => {
    const byReply = month().reply('1').days(14).state;
    const byPage = month()
      .answer({ ...CALM, painWorst: null })
      .days(14).state;
    expect(byReply.status === 'completed' && byReply.course.aftercare?.last?.average).toBe(1);
    expect(byPage.status === 'completed' && byPage.course.aftercare?.last?.average).toBe(1);
  });
});

describe('a sore reply', () => {
  test.each([
    ['3', 'average 3'],
    ['2, worst 4', 'worst 4'],
    ['2, worse the next morning', 'not settled'],
    ['6', 'average 6'],
  ])('%s brings the weekly plans back at once, like the page: %s', (text) => {
    const life = month().reply(text);
    expect([life.state.status, life.told()]).toEqual(['active', 'plan']);
    expect(life.state.status === 'active' ? life.state.course.aftercare?.relapses.length : 0).toBe(1);
  });

  test.each(['7', '9/10', 'my calf is hot and swollen', '1, but short of breath'])(
    '%s stops, and safety leaves at once',
    (text) => {
      const life = month().reply(text);
      expect([life.state.status, life.told()]).toEqual(['stopped', 'safety']);
      expect(life.reply('0', { occasion: 'x', kind: 'safety', week: 0 }).state.status).toBe('stopped');
    },
  );

  test('a sign that does not stop is told back with the page of the signs, not with "keep it up"', () => {
    expect(month().reply('1 and I have a fever').told()).toBe('signs');
  });
});

describe('twice, late, out of order', () => {
  test('the same number twice is one answer', () => {
    const life = month().reply('1');
    const before = life.given();
    life.reply('1');
    expect(life.given()).toEqual(before);
    expect(openQuestion(life.state, life.now)?.answers).toBe(1);
  });

  test('sore first, calm after: the relapse stands and is counted once', () => {
    const life = month();
    const to = life.question();
    life.reply('4', to).reply('1', to).reply('4', to);
    expect([life.state.status, life.told()]).toEqual(['active', 'closed']);
    expect(life.state.status === 'active' ? life.state.course.aftercare?.relapses.length : 0).toBe(1);
  });

  test('to the mail before the last: it answers nothing, is told so, and a stop sign in it still stops', () => {
    const life = month();
    const old = life.question();
    life.days(14).reply('5', old);
    expect([life.given(), life.state.status, life.told()]).toEqual([null, 'completed', 'closed']);
    expect(life.reply('numb and cold foot', old).state.status).toBe('stopped');
  });

  test('before the first question, in a break and after month 12 a number counts for nothing', () => {
    const to: To = { occasion: 'graduation', kind: 'graduation', week: graduate.course.week };
    expect((new Replies().days(1) as Replies).reply('4', to).told()).toBe('closed');
    const paused = month();
    const asked = paused.question();
    paused.do({ type: 'Pause', at: paused.now, until: '2026-07-20' }).days(0);
    expect(paused.reply('4', asked).told()).toBe('paused');
    const over = new Replies().days(430) as Replies;
    expect(over.reply('4', to).told()).toBe('completed');
  });

  test('four answers: the third stands; a sore one is always heard', () => {
    const life = month().reply('0').days(1).reply('1').days(1).reply('2').days(1).reply('0');
    expect([life.given()?.painAverage, life.told()]).toEqual([2, 'enough']);
    expect(life.reply('4').state.status).toBe('active');
  });
});

describe('what cannot be taken as it stands', () => {
  test('an unproved sender: a calm number moves nothing, from 5 on it brings the easier plans', () => {
    const life = month();
    expect(life.reply('2 OK', life.question(), false).given()).toBeNull();
    expect(life.told()).toBe('sender');
    expect(life.reply('5', life.question(), false).state.status).toBe('active');
  });

  test('no number: asked once, and the number that comes to that mail counts', () => {
    const life = month().reply('hello there');
    expect(life.told()).toBe('question');
    const { week } = life;
    const count = life.mails.length;
    life.reply('what?').reply('hm');
    expect(life.mails.length).toBe(count);
    expect(life.reply('1', { occasion: 'question-n9', kind: 'question', week }).given()?.painAverage).toBe(1);
  });

  test('one of two numbers: asked which; from 5 on careful by the higher', () => {
    expect(month().reply('2 or 4?').told()).toBe('question');
    expect(month().reply('pain is 4 or 6').state.status).toBe('active');
  });

  test('"we could not read it" waits for nobody who was stopped meanwhile', () => {
    const life = month().reply('hello there');
    life.do({
      type: 'ReportWorse',
      at: addMinutes(life.now, 1),
      redFlags: ['chest'],
      painNow: 4,
      sudden: null,
      when: null,
    });
    expect(life.days(1).state.status).toBe('stopped');
    expect(life.kinds().filter((k) => k === 'question')).toHaveLength(1);
  });
});
