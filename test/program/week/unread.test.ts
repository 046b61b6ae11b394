/** Words that nobody could read never move a week up, and one list answers them (docs/clinical-rules.md §12 A4). */
import { describe, expect, test } from 'vitest';
import type { RedFlag } from '../../../program/answers/intake.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import { calm, joined, Life, run } from '../given.ts';

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
