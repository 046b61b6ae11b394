/**
 * The letters (BC-7): each after the check-in that tells of it, in the place of that week's second lesson,
 * and once ever.
 */
import { describe, expect, test } from 'vitest';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import { localDate, shiftDate } from '../../../program/calendar.ts';
import type { Letter } from '../../../program/course/letters.ts';
import { rungOf } from '../../../program/course/tracks.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Of } from '../../../program/participant/state.ts';
import { lessonAt } from '../../../program/plan/lessons.ts';
import { calm, DAY, joined, Life, run, wake, written } from '../given.ts';
import { COUNTS, tell, worse } from '../support/letters.ts';
import { afterwards } from '../support/life.ts';

/** On the day that the answer has brought a letter, with its plan out. */
const until = (letter: Letter, over: (life: Life) => Partial<CheckInAnswers> = () => ({})): Life => {
  const life = joined();
  for (let week = 1; week < 14; week += 1) {
    tell(life, over(life));
    if (life.state?.status === 'active' && owedOf(life.state).includes(letter)) return life;
    life.days(7);
  }
  throw new Error(`${letter} has not come`);
};
const owedOf = ({ owed }: Of<'active'>): readonly string[] =>
  owed.flatMap(({ about }) => (about?.of === 'letter' ? [about.letter] : []));
const active = ({ state }: Life): Of<'active'> => {
  if (state?.status !== 'active') throw new Error(`not active but ${state?.status}`);
  return state;
};
const lettersIn = (life: Life): readonly string[] => life.occasions().filter((o) => o.includes('letter'));

describe('a letter', () => {
  test('takes the place of the second lesson, three days on, once; the lesson comes after', () => {
    const life = until('first-jog');
    const { week, lessons } = life.course();
    expect(
      active(life)
        .owed.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['check-in', 'milestone']);
    expect(lessonAt(lessons, week, 2)).toBeNull();
    const before = life.mails.length;
    const opened = life.now;
    life.days(5);
    expect(life.mails.slice(before).map(({ kind }) => kind)).toEqual(['milestone']);
    expect(localDate(life.mails.at(-1)?.at ?? '', 'UTC')).toBe(shiftDate(localDate(opened, 'UTC'), 3));
    expect(life.course().milestones).toContainEqual({ code: 'first-jog', week });
    tell(life.days(2));
    expect(lettersIn(life)).toHaveLength(1);
    written(active(life));
    // What gave way is the first to come again.
    const plain = new Life(life.state, life.now);
    expect(lessonAt(plain.course().lessons, week + 1, 2)).not.toBeNull();
  });

  test('all three of the way come to somebody who runs and evens out, in weeks of three mails', () => {
    const life = joined();
    for (let week = 1; week < 20 && life.state?.status === 'active'; week += 1) {
      tell(life, {
        painAverage: 2,
        painWorst: 2,
        raisesSore: week < 6 ? 15 : 28,
        raisesOther: week < 6 ? 20 : 28,
      });
      life.days(7);
    }
    expect(lettersIn(life).map((o) => o.replace(/^w\d+-letter-/, ''))).toEqual([
      'first-jog',
      'symmetry',
      'thirty-minutes',
    ]);
    for (let week = 2; week < 21; week += 1) {
      const mails = life.occasions().filter((o) => o.startsWith(`w${week}-`));
      expect(mails.length, mails.join(' ')).toBeLessThanOrEqual(3);
    }
  });

  test('never to somebody whose jogs do not settle, or who does not say so', () => {
    for (const over of [
      { painWorst: 3 },
      { painWorst: null },
      { nextDay: 'worse24' },
      { nextDay: null },
    ] as const) {
      const life = joined();
      for (let week = 1; week < 12 && life.state?.status === 'active'; week += 1) {
        const runs = rungOf(life.course().tracks.stage) >= 1;
        tell(life, runs ? over : {}).days(7);
      }
      expect(lettersIn(life)).toEqual([]);
    }
  });

  test.each<readonly [string, (life: Life) => Command]>([
    ['a stop sign', ({ now: at }) => worse(at, 1, ['swelling'])],
    ['a flare-up', ({ now: at }) => worse(at, 4, [])],
    ['an easier week', ({ now: at }) => ({ type: 'Choose', at, choice: 'easier' })],
    ['a break', ({ now: at }) => ({ type: 'Pause', at, until: localDate(addMinutes(at, 3 * DAY), 'UTC') })],
    ['leaving', ({ now: at }) => ({ type: 'Unsubscribe', at })],
    ['a complaint', ({ now: at }) => ({ type: 'RecordComplaint', at, occasion: 'start' })],
    ['the erasure', ({ now: at }) => ({ type: 'Erase', at })],
    ['a later answer that was sorer', (life) => later(life, { painAverage: 2, painWorst: 3 })],
    ['a later answer of a sorer morning', (life) => later(life, { nextDay: 'worse24' })],
    ['a later answer with a stop sign', (life) => later(life, { redFlags: ['chest'] })],
  ])('%s before it: it is never sent', (_name, command) => {
    const life = until('first-jog');
    const kept = new Life(life.state, life.now).days(4);
    expect(lettersIn(kept as Life)).toHaveLength(1);
    const { refusals } = life.pass(5).do(command(life));
    expect(refusals).toEqual([]);
    life.days(6);
    expect(lettersIn(life)).toEqual([]);
  });

  test('claimed once by two wakes; refused it is tried again; without a sign it is given up', () => {
    const life = until('first-jog');
    const mail = active(life).owed.find(({ kind }) => kind === 'milestone');
    if (mail === undefined) throw new Error('a letter is owed');
    const first = run(life.state, wake(mail.due));
    expect(run(first.state, wake(mail.due)).refusal).toBe('nothing-due');
    const refused = run(first.state, {
      type: 'RecordRefused',
      at: mail.due,
      occasion: mail.occasion,
      owner: 'test',
      lasting: false,
    });
    const again = new Life(refused.state, mail.due).days(1);
    expect(again.occasions()).toEqual([mail.occasion]);
    const given = new Life(first.state, mail.due).days(2);
    expect(lettersIn(given as Life)).toEqual([]);
  });

  test('an owed mail of a milestone from before there were letters is left out', () => {
    const state = active(until('first-jog'));
    const old = state.owed.map((m) => {
      const { about: _, ...rest } = m;
      return m.kind === 'milestone' ? { ...rest, occasion: 'w9-milestone' } : m;
    });
    const life = new Life({ ...state, owed: old } as Of<'active'>, state.course.openedAt).days(5);
    expect(life.kinds()).not.toContain('milestone');
  });
});

const later = (life: Life, over: Partial<CheckInAnswers>): Command => ({
  type: 'SubmitCheckIn',
  at: life.now,
  week: life.course().week - 1,
  source: 'web',
  answers: { ...calm(), ...COUNTS, longestRunMinutes: 30, ...over },
});

describe('month six, after graduation', () => {
  const letters = (mails: readonly { readonly occasion: string }[]): readonly string[] =>
    mails.flatMap(({ occasion }) => (occasion.includes('letter') ? [occasion] : []));
  const inMonths = (answers: Partial<CheckInAnswers> | null): ReturnType<typeof afterwards> => {
    const life = afterwards();
    for (let day = 0; day < 250; day += 1) {
      const open =
        life.asked() !== 0 && life.state?.status === 'completed' && life.state.course.asked?.answer == null;
      if (open && answers !== null) life.answer(answers);
      life.days(1);
    }
    return life;
  };
  test('three days after a calm answer, once', () => {
    const { mails, state } = inMonths({});
    expect(letters(mails)).toHaveLength(1);
    const at = mails.findIndex(({ kind }) => kind === 'milestone');
    const gap = Date.parse(mails[at]?.at ?? '') - Date.parse(mails[at - 1]?.at ?? '');
    expect(Math.round(gap / 60_000 / DAY)).toBe(3);
    if (state?.status !== 'completed') throw new Error('maintenance goes on');
    expect(state.course.milestones?.map(({ code }) => code)).toContain('month-six');
  });
  test('not without an answer', () => expect(letters(inMonths(null).mails)).toEqual([]));
});
