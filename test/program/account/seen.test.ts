/**
 * What a look at the leg ends: a journey, an operation or a new medicine ticked before it, and limits that
 * last until somebody has looked (docs/clinical-rules.md §12 A1, A10).
 */
import { describe, expect, test } from 'vitest';
import { openTicks } from '../../../program/adapt/since.ts';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import { shiftDate } from '../../../program/calendar.ts';
import type { Command, CommandOf } from '../../../program/participant/commands.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { openingOf } from '../../../program/week/asked-week.ts';
import { calm, confirm, DAY, Life, run, signUp, start } from '../given.ts';

const begun = (answers: Partial<IntakeAnswers> = {}): Life =>
  new Life(null).do(signUp()).pass(1).do(confirm()).do(start(answers));
const today = (life: Life): string => life.now.slice(0, 10);
type Visit = Partial<CommandOf<'Return'>> & { readonly redFlags?: IntakeAnswers['redFlags'] };
const seen = (life: Life, { redFlags = [], ...over }: Visit = {}): Life =>
  life
    .do({ type: 'RequestFresh', at: life.now, what: 'return' })
    .pass(1)
    .do({
      type: 'Return',
      at: life.now,
      seenBy: 'doctor',
      seenOn: today(life),
      said: 'okToLoad',
      safety: { consentHealth: true, redFlags, conditions: [] },
      ...over,
    })
    .pass(0);

describe.each(['journey', 'operation', 'newMedicine'] as const)('%s', (sign) => {
  test('stopped the intake; seen since, it is told again and passes, here and in the new intake', () => {
    const life = begun({ redFlags: [sign], calfSince: 'yes' });
    expect(life.state?.status).toBe('stopped');
    seen(life, { redFlags: [sign] });
    expect(life.state?.status).toBe('confirmed');
    life.do(start({ redFlags: [sign], calfSince: 'yes' }, life.now));
    expect(life.state?.status).toBe('active');
  });
  test('stopped a week of the course; seen since, it is told again and the gentle week comes', () => {
    const life = begun().pass(6 * DAY + 120);
    life.answer({ redFlags: [sign], calfSince: 'yes' });
    expect(life.state?.status).toBe('stopped');
    seen(life, { redFlags: [sign] });
    expect(life.state?.status).toBe('active');
    life.days(7);
    const { course } = life.state as Of<'active'>;
    if (course.asked === null) throw new Error('the first week back is asked about');
    expect(openTicks(openingOf(course, course.asked), today(life))).toEqual([]);
  });
  test('is not passed by anybody’s word but one that allows loading', () => {
    for (const over of [{ seenBy: 'nobody', seenOn: null }, { said: 'wait' }, { said: 'notThis' }] as const) {
      const life = begun({ redFlags: [sign], calfSince: 'yes' });
      seen(life, { redFlags: [sign], ...over });
      expect(life.state?.status).toBe('stopped');
    }
  });
});
test('a sign of the leg itself is never passed by a visit', () => {
  const life = begun({ redFlags: ['swelling'] });
  seen(life, { redFlags: ['swelling'] });
  expect(life.state?.status).toBe('stopped');
});

describe('a limit until somebody has looked', () => {
  const capped = (): Life => begun({ strainLast12m: '3+' });
  test('is gone from the open question as well, so that silence does not bring it back', () => {
    const life = capped().pass(6 * DAY + 120);
    expect(life.course().asked?.caps).toEqual(['thirdStrain']);
    seen(life, { seenBy: 'physio' });
    life.days(3);
    expect([life.course().missed, life.course().baseline.caps]).toEqual([1, []]);
  });
  test.each(['wait', 'notThis'] as const)('and %s from the one who looked stops the course (W)', (said) => {
    const life = seen(capped().pass(6 * DAY + 120), { seenBy: 'physio', said, seenOn: null });
    expect(life.state).toMatchObject({
      status: 'stopped',
      stop: { route: 'wait', from: 'return', findings: [{ code: 'TR-P1', answer: 'strainLast12m.3+' }] },
    });
    expect(life.kinds().at(-1)).toBe('safety');
    seen(life.days(1), { seenBy: 'physio' });
    expect(life.state).toMatchObject({ status: 'active', course: { baseline: { caps: [] } } });
  });
  test('seen by nobody keeps it, and stops nothing', () => {
    const life = seen(capped(), { seenBy: 'nobody', said: 'wait', seenOn: null });
    expect([life.state?.status, life.refusals.at(-1)]).toEqual(['active', 'not-seen-yet']);
  });
  test('ends a tick of before the visit, not one of after it', () => {
    const life = capped().pass(6 * DAY + 120);
    life.answer({ redFlags: ['journey'], calfSince: 'no' }).days(3);
    const before = seen(new Life(life.state, life.now), { seenOn: shiftDate(today(life), -4) });
    const after = seen(new Life(life.state, life.now), { seenOn: today(life) });
    const open = (l: Life) => openTicks({ ...l.course(), returnedWeek: undefined }, today(l));
    expect([open(before), open(after)]).toEqual([['journey'], []]);
  });
});

/** An answer that stops, before the course and in it. */
const ticked = { redFlags: ['journey'], calfSince: 'yes' } as const;
const stops: readonly (readonly [string, (life: Life) => Command])[] = [
  ['before the course', (life) => start(ticked, life.now)],
  [
    'in the course',
    (life) => {
      life.do(start()).pass(6 * DAY + 120);
      const { now: at } = life;
      return {
        type: 'SubmitCheckIn',
        at,
        week: life.asked(),
        answers: calm(ticked),
        source: 'web',
        burst: false,
      };
    },
  ],
];

describe.each(stops)('the words of a stop %s', (_, stopped) => {
  const then = (state: Participant | null, ...commands: readonly Command[]): Participant | null =>
    commands.reduce((at, command) => run(at, command).state, state);
  const claimed = () => {
    const life = new Life(null).do(signUp()).pass(1).do(confirm());
    const stop = stopped(life);
    const { now: at } = life;
    const state = then(life.state, stop, { type: 'Wake', at, owner: 'w' });
    const flight = (state as Of<'stopped'>).inflight.find((f) => f.kind === 'safety');
    if (flight === undefined) throw new Error('the safety mail is on its way');
    const { occasion } = flight;
    const refused: Command = { type: 'RecordRefused', at, occasion, owner: 'w', lasting: false };
    const back: readonly Command[] = [
      { type: 'RequestFresh', at, what: 'return' },
      {
        type: 'Return',
        at,
        seenBy: 'doctor',
        seenOn: at.slice(0, 10),
        said: 'okToLoad',
        safety: { consentHealth: true, redFlags: ['journey'], conditions: [] },
      },
    ];
    return { state, refused, back };
  };
  const told = (state: Participant | null): boolean => {
    const { owed, inflight } = state as Of<'stopped'>;
    return [...owed, ...inflight].some(({ kind }) => kind === 'safety' || kind === 'clearance');
  };

  test('are owed no longer once it has ended, refused before or after', () => {
    const { state, refused, back } = claimed();
    expect(told(then(state, refused))).toBe(true);
    expect(then(state, ...back)?.status).not.toBe('stopped');
    expect(told(then(state, refused, ...back))).toBe(false);
    expect(told(then(state, ...back, refused))).toBe(false);
  });
});
