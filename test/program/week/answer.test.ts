/** Answers to one question: twice, late, changed, chosen, too often. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import { intakeAnswers } from '../../../program/answers/intake.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { apply, decide } from '../../../program/decide.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { loadCurriculum } from '../../../tools/build/curriculum.ts';

let curriculum: Curriculum;
beforeAll(() => {
  curriculum = loadCurriculum();
});
const T0 = '2026-03-02T06:00:00.000Z';
const DAY = 24 * 60;
const CALM: CheckInAnswers = checkInAnswers.parse({
  painAverage: 2,
  painWorst: 3,
  nextDay: 'settled',
  sessionsDone: 4,
  longestRunMinutes: 0,
  painkillers: 'no',
  redFlags: [],
  gateStrength: 'yes',
  gateRun: 'yes',
  runsDone: 3,
});

class Life {
  state: Participant | null = null;
  now: Instant = T0;
  readonly mails: string[] = [];
  readonly refusals: string[] = [];
  do(command: Command): this {
    const decided = decide(command, this.state, curriculum);
    if (!decided.ok) {
      this.refusals.push(decided.refusal.code);
      return this;
    }
    this.state = apply(this.state, decided.value);
    for (const e of decided.value.events) {
      if (e.type !== 'MailClaimed') continue;
      this.mails.push(e.mail.occasion);
      this.do({ type: 'RecordSent', at: this.now, occasion: e.mail.occasion });
    }
    return this;
  }
  /** Works off alarms for a number of minutes. */
  pass(minutes: number): this {
    const until = addMinutes(this.now, minutes);
    for (let alarm = this.alarm(); alarm !== null && alarm <= until; alarm = this.alarm()) {
      if (alarm > this.now) this.now = alarm;
      this.do({ type: 'Wake', at: this.now, owner: 'test', evidenceUntil: this.now });
    }
    this.now = until;
    return this;
  }
  private alarm(): Instant | null {
    return this.state === null ? null : wakeAt(this.state);
  }
  answer(answers: Partial<CheckInAnswers> = {}, week = this.asked()): this {
    return this.do({
      type: 'SubmitCheckIn',
      at: this.now,
      week,
      answers: { ...CALM, ...answers },
      source: 'web',
    }).pass(1);
  }
  asked(): number {
    return this.course().asked?.week ?? 0;
  }
  course(): Of<'active'>['course'] {
    if (this.state?.status !== 'active') throw new Error(`not active but ${this.state?.status}`);
    return this.state.course;
  }
  at(): [number, number, string] {
    const { week, tracks } = this.course();
    return [week, tracks.level, tracks.stage];
  }
}
const joined = (): Life => {
  const answers = intakeAnswers.parse({
    consentHealth: true,
    redFlags: [],
    conditions: [],
    side: 'left',
    painAverage: 5,
    painWorst: 6,
    nextDay: 'worse24',
    twoLegRaise: 'fine',
    runsNow: 'no',
    ageBand: '30-39',
    strainLast12m: '0',
    weekday: 1,
    hour: 7,
    timeZone: 'UTC',
    units: 'km',
  });
  return new Life()
    .do({
      type: 'SignUp',
      at: T0,
      id: '0123456789ABCDEF',
      email: 'a@example.org',
      firstName: null,
      country: 'DE',
      timeZone: 'UTC',
      weekday: 1,
      hour: 7,
      units: 'km',
      consentVersion: '1',
    })
    .pass(1)
    .do({ type: 'Confirm', at: T0 })
    .do({ type: 'Start', at: T0, answers, consentVersion: '1' })
    .pass(6 * DAY + 2 * 60);
};

describe('one question', () => {
  test('answered twice alike has one effect and one mail', () => {
    const life = joined().answer().answer();
    expect([life.at(), life.mails.filter((m) => m.includes('plan')), life.course().asked?.answers]).toEqual([
      [2, 2, 'R0'],
      ['w2-plan'],
      1,
    ]);
  });
  test('answered again differently is decided from the same opening and never moves twice', () => {
    const life = joined().answer().answer({ painAverage: 1 }).answer({ painAverage: 2, painWorst: 2 });
    expect(life.at()).toEqual([2, 2, 'R0']);
  });
  test('a worse second answer eases a plan that is out, in one decision mail', () => {
    const life = joined().answer().answer({ painAverage: 6, painWorst: 6 });
    expect([life.at(), life.mails.at(-1)]).toEqual([[2, 0, 'R0'], 'w2-decision-1']);
  });
  test('three answers count, a fourth is refused, a stop is always taken', () => {
    const life = joined()
      .answer()
      .answer({ painAverage: 3 })
      .answer({ painAverage: 4 })
      .answer({ painAverage: 1 });
    expect([life.refusals, life.course().asked?.answers]).toEqual([['too-many-answers'], 3]);
    life.answer({ redFlags: ['swelling'] });
    expect([life.state?.status, life.mails.at(-1)?.startsWith('safety')]).toEqual(['stopped', true]);
  });
  test('stays open after a repeated plan until the next question goes out', () => {
    const life = joined().pass(3 * DAY);
    expect([life.course().missed, life.mails.at(-1)]).toEqual([1, 'w1-reminder']);
    life.answer();
    expect([life.at(), life.course().missed, life.mails.at(-1)]).toEqual([[2, 2, 'R0'], 0, 'w2-decision-1']);
  });
  test('through an older link stores nothing, unless it is a stop', () => {
    const life = joined()
      .answer()
      .pass(7 * DAY);
    expect(life.asked()).toBe(2);
    life.answer({}, 1);
    expect([life.refusals, life.course().asked?.answers]).toEqual([['week-closed'], 0]);
    life.answer({ redFlags: ['pop'] }, 1);
    expect(life.state?.status).toBe('stopped');
  });
});

describe('the easier option', () => {
  test('is one step down, once, and outlives a later answer', () => {
    const life = joined().answer();
    life
      .do({ type: 'Choose', at: life.now, choice: 'easier' })
      .do({ type: 'Choose', at: life.now, choice: 'easier' })
      .pass(1);
    expect([life.at(), life.mails.at(-1)]).toEqual([[2, 1, 'R0'], 'w2-decision-1']);
    life.answer({ painAverage: 1, painWorst: 2 });
    expect([life.at(), life.course().choice]).toEqual([[2, 1, 'R0'], 'easier']);
  });
  test('repeat is never looser than what was decided', () => {
    const eased = joined().answer({ painAverage: 6, painWorst: 6 });
    eased.do({ type: 'Choose', at: eased.now, choice: 'repeat' });
    expect(eased.at()).toEqual([2, 0, 'R0']);
  });
});

describe('a bare number', () => {
  test.each([
    [0, 'INCOMPLETE', 1],
    [4, 'INCOMPLETE', 1],
    [5, 'AD-05', 0],
    [6, 'AD-05', 0],
  ])('%i is decided at once as %s', (painAverage, rule, level) => {
    const life = joined().do({
      type: 'SubmitCheckIn',
      at: T0,
      week: 1,
      answers: checkInAnswers.parse({ painAverage }),
      source: 'web',
    });
    expect([
      life.course().explained.rule,
      life.course().tracks.level,
      life.course().explained.missing.length,
    ]).toEqual([rule, level, 6]);
  });
  test.each([7, 8, 9, 10])('%i stops', (painAverage) => {
    expect(
      joined().do({
        type: 'SubmitCheckIn',
        at: T0,
        week: 1,
        answers: checkInAnswers.parse({ painAverage }),
        source: 'web',
      }).state?.status,
    ).toBe('stopped');
  });
});
