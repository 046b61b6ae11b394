/** BC-5: a tip after a week of none or one session; when it is right to say nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeekDigest } from '../../../program/course/types.ts';
import type { Of } from '../../../program/participant/state.ts';
import { boxesOf } from '../../../views/plan/boxes.ts';
import { missedTip, TIPS, type Tip } from '../../../views/plan/missed-tip.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { playedPersona } from '../../support/personas.ts';

const curriculum = theCurriculum();
const { state } = playedPersona('short-of-time');
if (state.status !== 'active') throw new Error('the journey ends within the course');
const links = {
  running: 'https://x.example/running',
  shoes: 'https://x.example/shoes',
  openCheckIn: null,
  session: 'https://x.example/x',
};

type Active = Of<'active'>;
const digest = (
  week: number,
  sessionsDone: number | null,
  rule: WeekDigest['rule'] = 'AD-17',
): WeekDigest => ({
  week,
  outcome: 'HOLD',
  rule,
  average: 1,
  worst: 1,
  settled: true,
  stiffBoth: false,
  complete: true,
  sessionsDone,
  sessionsPlanned: 3,
  level: 2,
  stage: 'R0',
  raises: null,
  longestRun: null,
});
/** After weeks of so many sessions, the last of them just answered. */
const following = (history: readonly WeekDigest[], more: Partial<Active['course']> = {}): Active => {
  const last = history.at(-1) ?? digest(0, 3, 'AD-20');
  const explained = {
    ...state.course.explained,
    rule: last.rule,
    reasons: [],
    physio: false,
    average: last.average,
    previousAverage: 1,
  };
  return {
    ...state,
    course: {
      ...state.course,
      week: last.week + 1,
      history,
      explained,
      restriction: 'none',
      flaredAt: null,
      ...more,
    },
  };
};
const tipOf = (person: Active): Tip | null => missedTip(person, person.course);
const told = state.aboutRunning;
if (told === undefined) throw new Error('the journey tells about running');
const untold = { ...told, planWhen: null, sitsLong: null };

describe('the tip', () => {
  it.each<[string, Active, Tip]>([
    ['nothing done: the five minutes', following([digest(1, 0)]), 'fiveMinutes'],
    ['one done, with an own plan: that plan', following([digest(1, 1)]), 'ownPlan'],
    [
      'one done, without one: the page to make it',
      { ...following([digest(1, 1)]), aboutRunning: untold },
      'makePlan',
    ],
    ['a second such week of one who sits long', following([digest(1, 0), digest(2, 0)]), 'afterSitting'],
    [
      'a second such week of one who does not',
      { ...following([digest(1, 0), digest(2, 1)]), aboutRunning: untold },
      'chooseDay',
    ],
    ['a third such week', following([digest(1, 0), digest(2, 0), digest(3, 0)]), 'fiveMinutes'],
    [
      'such a week after a full one is a first',
      following([digest(1, 0), digest(2, 3, 'AD-19'), digest(3, 1)]),
      'ownPlan',
    ],
  ])('%s', (_name, person, tip) => {
    expect(tipOf(person)).toBe(tip);
  });

  const few = [digest(1, 0)];
  const { explained } = following(few).course;
  it.each<[string, Active]>([
    ['two sessions are more than one', following([digest(1, 2)])],
    ['the number was not told', following([digest(1, null, 'INCOMPLETE')])],
    ['nobody answered', following([digest(1, null, 'SILENCE')])],
    ['a hold by pain', following([digest(1, 0, 'AD-11')])],
    ['painkillers', following([digest(1, 0, 'AD-16')])],
    ['an easing', following([digest(1, 0, 'AD-07')])],
    ['the question was of an older week', following(few, { week: 3 })],
    ['pain rises by one', following(few, { explained: { ...explained, average: 2, previousAverage: 1 } })],
    ['a fever', following(few, { explained: { ...explained, reasons: [{ code: 'fever', params: {} }] } })],
    ['a physiotherapist should look', following(few, { explained: { ...explained, physio: true } })],
    ['back from a pause', following(few, { restriction: 'noProgress' })],
    ['worse since', following(few, { flaredAt: state.course.openedAt })],
    ['worse in that week', following([{ ...digest(1, 0), flared: true }])],
  ])('none: %s', (_name, person) => {
    expect(tipOf(person)).toBeNull();
  });

  it('never comes with the same words two weeks running, whatever is done or told between', () => {
    const seen = new Set<Tip>();
    const week = fc.record({ done: fc.integer({ min: 0, max: 3 }), plan: fc.boolean(), sits: fc.boolean() });
    fc.assert(
      fc.property(fc.array(week, { minLength: 2, maxLength: 20 }), (weeks) => {
        const history = weeks.map(({ done }, i) => digest(i + 1, done, done < 2 ? 'AD-17' : 'AD-20'));
        const tips = weeks.map(({ plan, sits }, i) =>
          tipOf({
            ...following(history.slice(0, i + 1)),
            aboutRunning: { ...told, planWhen: plan ? 'x' : null, sitsLong: sits ? 'yes' : 'no' },
          }),
        );
        for (const [i, tip] of tips.entries()) {
          expect(tip === null).toBe((weeks[i]?.done ?? 0) > 1);
          if (tip === null) continue;
          seen.add(tip);
          expect(tip).not.toBe(tips[i - 1]);
        }
      }),
    );
    expect([...seen].sort()).toEqual([...TIPS].sort());
  });
});

describe('its box', () => {
  const boxes = (kind: 'start' | 'plan', person: Active) =>
    boxesOf({ kind, person, course: person.course, curriculum, links });
  it('carries the own plan once, not in two boxes', () => {
    const own = boxes('plan', following([digest(1, 1)])).filter((box) => box.own !== undefined);
    expect(own.map((box) => box.title)).toEqual([curriculum.messages.missedTips.title]);
    expect(own[0]?.own?.[0]?.words).toBe('after the school run, in the hall');
  });
  it('leads to the page where a plan is made', () => {
    const made = boxes('plan', { ...following([digest(1, 1)]), aboutRunning: untold });
    expect(made.filter((box) => box.link?.url === links.running)).toHaveLength(1);
  });
  it('is in no first plan', () => {
    expect(boxes('start', following([digest(1, 0)])).map((box) => box.title)).not.toContain(
      curriculum.messages.missedTips.title,
    );
  });
  it('blames nobody', () => {
    for (const tip of TIPS)
      expect(curriculum.messages.missedTips[tip]).not.toMatch(
        /\b(only|should|must|fail|missed|skipped|lazy|again)\b/i,
      );
  });
});
