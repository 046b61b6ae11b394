/** Words that nobody could read never move a week up, and one list answers them (docs/clinical-rules.md §12 A4). */
import { describe, expect, test } from 'vitest';
import type { RedFlag } from '../../../program/answers/intake.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import { calm, joined, Life, run, T0 } from '../given.ts';

const list = (life: Life, redFlags: readonly RedFlag[] = [], week = life.asked()): Life =>
  life.do({ type: 'AnswerList', at: life.now, week, redFlags }).pass(0);
const level = (life: Life): number => life.course().tracks.level;
const PLAIN = 'Grommets everywhere';
const BODY = 'my calf sings like an old violin';

describe.each([
  ['plain', PLAIN],
  ['body', BODY],
  ['body', 'puffed out doing nothing'],
  ['body', 'geschwollen und heiss'],
  ['body', 'foot flops when I walk since monday'],
] as const)('%s: "%s"', (kind, note) => {
  test('beside a calm answer holds, and the list is said to be open', () => {
    const life = joined().answer({ note });
    if (life.state?.status === 'stopped') return;
    expect([life.course().explained.rule, level(life)]).toEqual(['AD-18c', 1]);
    expect(life.course().explained.missing).toEqual(['redFlags']);
    expect(life.course().asked?.unread?.kind).toBe(kind);
  });
  test('and "none of these" decides anew from the same opening', () => {
    const life = joined().answer({ note });
    if (life.state?.status === 'stopped') return;
    list(life);
    expect([life.course().explained.outcome, level(life)]).toEqual(['PROGRESS', 2]);
    expect(life.course().asked?.unread).toBeUndefined();
  });
});

test('above an average of 3 any such words weigh as much as words of the body', () =>
  expect(joined().answer({ note: PLAIN, painAverage: 4, painWorst: 4 }).course().asked?.unread?.kind).toBe(
    'body',
  ));
test('an easing and a stop stay what they are', () => {
  expect(joined().answer({ note: BODY, painAverage: 5, painWorst: 5 }).course().explained.rule).toBe('AD-05');
  expect(joined().answer({ note: BODY, redFlags: ['pop'] }).state?.status).toBe('stopped');
});
test('a sign ticked on the list stops, and so it does where no list is open', () => {
  expect(list(joined().answer({ note: PLAIN }), ['swelling']).state?.status).toBe('stopped');
  expect(list(joined(), ['swelling'], 1).state?.status).toBe('stopped');
  expect(list(joined().answer(), [], 1).refusals).toEqual(['week-closed']);
});
test('the list is outside the three answers, and answered twice it counts once', () => {
  const life = joined()
    .answer({ painAverage: 3 })
    .answer({ painAverage: 4, painWorst: 4 })
    .answer({ note: PLAIN });
  list(list(life));
  expect([level(life), life.course().asked?.answers, life.refusals]).toEqual([2, 3, ['week-closed']]);
});
test('words that were cleared once are not asked about again, in whatever case', () => {
  const life = list(joined().answer({ note: PLAIN })).days(7);
  life.answer({ note: 'GROMMETS, everywhere!' });
  const said = list(joined().answer({ note: PLAIN }))
    .days(7)
    .answer({ note: 'grommets  EVERYWHERE' });
  expect(said.course().asked?.unread).toBeUndefined();
  expect(life.course().clearedWords?.length).toBeGreaterThan(0);
});
test('a reply hands its unread words over, and the journal keeps none of them', () => {
  const life = joined();
  const unread = { words: BODY, keys: ['k1'], bodily: true };
  const { redFlags: _, ...answers } = calm();
  const { events, state } = run(life.state, {
    type: 'ReceiveReply',
    at: life.now,
    to: { occasion: 'w1-check-in', kind: 'check-in', week: 1 },
    verified: true,
    said: { kind: 'answer', answers, understood: [], assumed: [], unread },
  });
  const answered = events.find((e: ParticipantEvent) => e.type === 'CheckedIn');
  expect(answered).toMatchObject({ unread: { kind: 'body', keys: ['k1'] } });
  expect(JSON.stringify(events)).not.toContain('football');
  const next = list(new Life(state, life.now));
  expect([level(next), next.course().clearedWords]).toEqual([2, ['k1']]);
});

describe('words of the body hold back every mail with exercise', () => {
  const EXERCISE = ['plan', 'decision', 'lesson', 'milestone'];
  const asked = (life: Life): readonly string[] => life.occasions().filter((o) => o.includes('words'));
  const exercise = (life: Life): readonly string[] => life.kinds().filter((kind) => EXERCISE.includes(kind));
  test('one mail asks, and a second after two days; the next check-in ends it', () => {
    const life = joined();
    const before = exercise(life).length;
    life.answer({ note: BODY });
    expect(asked(life)).toEqual(['w1-words-1']);
    life.days(6);
    expect(asked(life)).toEqual(['w1-words-1', 'w1-words-2']);
    expect(exercise(life)).toHaveLength(before);
    life.days(4);
    expect(life.kinds().filter((kind) => kind === 'check-in')).toHaveLength(2);
    expect(life.course().asked?.week).toBe(2);
  });
  test('"none of these" sends the plan at once, and no second mail', () => {
    const life = list(joined().answer({ note: BODY }));
    expect(exercise(life).at(-1)).toBe('plan');
    life.days(3);
    expect(asked(life)).toEqual(['w1-words-1']);
  });
  test('a plan that is out is followed by no other until then', () => {
    const life = joined().answer().pass(60);
    const before = exercise(life).length;
    life
      .answer({ note: BODY, painAverage: 5, painWorst: 5 })
      .do({ type: 'Choose', at: T0, choice: 'easier' })
      .pass(60);
    expect(exercise(life)).toHaveLength(before);
    expect(life.course().explained.outcome).toBe('REGRESS');
    expect(exercise(list(life)).at(-1)).toBe('decision');
  });
  test('other words, once more: no third mail, and never one where nothing is held', () => {
    const life = joined().answer({ note: BODY }).pass(10).answer({ note: 'my shin hums' }).days(5);
    expect(asked(life)).toEqual(['w1-words-1', 'w1-words-2']);
    expect(asked(joined().answer({ note: PLAIN }).days(5))).toEqual([]);
  });
  test('the mail quotes what was written, and the journal does not', () => {
    const life = joined().answer({ note: BODY });
    expect(life.course().asked?.unread?.words).toBe(BODY);
    expect(list(life).course().asked?.unread).toBeUndefined();
  });
  test('left open it counts as missed for the dose, and nobody is told that we did not hear', () => {
    const life = joined().answer({ note: BODY }).days(8);
    life.answer({ painAverage: 1, painWorst: 1 });
    const { rule, reasons } = life.course().explained;
    expect([rule, reasons[0]?.code, life.course().missed]).toEqual(['AD-19', 'words-open', 0]);
    expect(level(life)).toBe(1);
    life.days(8).answer({ painAverage: 1, painWorst: 1 });
    expect(level(life)).toBe(2);
  });
  test('a plain word lets the plan go, and left open it counts as missed as well', () => {
    const life = joined().answer({ note: PLAIN });
    expect(exercise(life).at(-1)).toBe('plan');
    life.days(8).answer({ painAverage: 1, painWorst: 1 });
    expect(life.course().explained.reasons[0]?.code).toBe('words-open');
  });
  test('"no stop signs" as a reply answers the list, from a proved sender alone', () => {
    const reply = (verified: boolean): Life => {
      const life = joined().answer({ note: BODY });
      return life
        .do({
          type: 'ReceiveReply',
          at: life.now,
          to: { occasion: 'w1-words-1', kind: 'question', week: 1 },
          verified,
          said: { kind: 'noSigns' },
        })
        .pass(0);
    };
    expect([level(reply(true)), exercise(reply(true)).at(-1)]).toEqual([2, 'plan']);
    expect([level(reply(false)), exercise(reply(false)).includes('plan')]).toEqual([1, false]);
  });
  test('a second answer leaves the words open, with the list of the form or without', () => {
    const bare = joined().answer({ note: BODY }).pass(10).answer({ redFlags: null });
    expect([bare.course().asked?.unread?.kind, exercise(bare).includes('plan')]).toEqual(['body', false]);
    const whole = joined().answer({ note: BODY }).pass(10).answer({ painAverage: 1 });
    expect([whole.course().asked?.unread?.kind, exercise(whole).includes('plan')]).toEqual(['body', false]);
  });
  test('the list answered twice, late or for another week changes nothing more', () => {
    const life = list(list(joined().answer({ note: BODY })));
    expect([life.refusals, exercise(life).filter((kind) => kind === 'plan')]).toEqual([
      ['week-closed'],
      ['plan'],
    ]);
    const late = joined().answer({ note: BODY }).days(8);
    const before = late.course();
    expect([list(late, [], 1).refusals, late.course()]).toEqual([['week-closed'], before]);
  });
});
