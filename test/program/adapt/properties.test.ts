/** Monotone safety (docs/architecture.md §5) as properties of the whole weekly decision. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideSilence } from '../../../program/adapt/decide-week.ts';
import { eased, repeated } from '../../../program/adapt/eased-tracks.ts';
import { type CheckInAnswers, COMPLETE_FIELDS } from '../../../program/answers/check-in.ts';
import { RED_FLAGS } from '../../../program/answers/intake.ts';
import { LADDER } from '../../../program/course/tracks.ts';
import type { Opening, WeekDecision } from '../../../program/course/types.ts';
import { cases } from '../../support/effort.ts';
import { answers, dose, OUTCOMES, opening, RUNS, rank, sub, tracks } from '../support/generators.ts';
import { checkIn, day, decide, numbers, openingOf, tracksAt } from '../support/rules.ts';

const isStop = (d: WeekDecision): boolean => rank(d) <= 1;

const notLooser = (before: WeekDecision, after: WeekDecision): void => {
  expect(rank(after)).toBeLessThanOrEqual(rank(before));
  if (isStop(after)) return;
  expect(after.tracks.level).toBeLessThanOrEqual(before.tracks.level);
  expect(dose(after.tracks)).toBeLessThanOrEqual(dose(before.tracks));
};

/** Each worsens one answer that was given; null = there is nothing to worsen. */
const WORSE: Readonly<Record<string, (a: CheckInAnswers, o: Opening) => CheckInAnswers | null>> = {
  painAverage: (a) => (a.painAverage < 10 ? { ...a, painAverage: a.painAverage + 1 } : null),
  painWorst: (a) => (a.painWorst !== null && a.painWorst < 10 ? { ...a, painWorst: a.painWorst + 1 } : null),
  settledToStiff: (a) => (a.nextDay === 'settled' ? { ...a, nextDay: 'stiffBoth' } : null),
  settledToWorse: (a) => (a.nextDay === 'settled' ? { ...a, nextDay: 'worse24' } : null),
  toLonger: (a) => (a.nextDay !== null && a.nextDay !== 'longer' ? { ...a, nextDay: 'longer' } : null),
  fewerSessions: (a, o) =>
    a.sessionsDone !== null && a.sessionsDone > 0 && a.sessionsDone <= o.sessionsPlanned + 1
      ? { ...a, sessionsDone: a.sessionsDone - 1 }
      : null,
  tooManySessions: (a, o) =>
    a.sessionsDone !== null && a.sessionsDone >= o.sessionsPlanned
      ? { ...a, sessionsDone: a.sessionsDone + 2 }
      : null,
  painkillers: (a) => (a.painkillers === 'no' ? { ...a, painkillers: 'unsure' } : null),
  worstWhileRunning: (a) => (a.worstWhen === 'strength' ? { ...a, worstWhen: 'running' } : null),
  fewerRuns: (a) => (a.runsDone !== null && a.runsDone > 0 ? { ...a, runsDone: a.runsDone - 1 } : null),
  runTest: (a) => (a.gateRun === 'yes' ? { ...a, gateRun: 'pain' } : null),
  redFlag: (a) => ({ ...a, redFlags: [...(a.redFlags ?? []), 'fever'] }),
};

describe('a worse answer never loosens the week', () => {
  test.each(Object.entries(WORSE))('%s', (_, worsen) => {
    fc.assert(
      fc.property(opening, answers, (o, a) => {
        const worse = worsen(a, o);
        // Without the red-flag question an answer is incomplete; answering it at all may complete it.
        if (worse === null || (a.redFlags === null && worse.redFlags !== null)) return;
        notLooser(decide(o, a), decide(o, worse));
      }),
      RUNS,
    );
  });
  test('a longer run: outcome, level and ladder never loosen; RK follows what was run only upwards of ten per cent', () => {
    fc.assert(
      fc.property(opening, answers, fc.integer({ min: 1, max: 30 }), (o, a, more) => {
        if (a.longestRunMinutes === null) return;
        const [before, after] = [
          decide(o, a),
          decide(o, { ...a, longestRunMinutes: a.longestRunMinutes + more }),
        ];
        if (o.tracks.stage !== 'RK') return notLooser(before, after);
        expect(isStop(after) || after.tracks.level <= Math.max(before.tracks.level, o.tracks.level + 1)).toBe(
          true,
        );
        if (!isStop(after) && o.tracks.longestRun !== null)
          expect(dose(after.tracks)).toBeLessThanOrEqual(
            Math.max(o.tracks.longestRun + 1, Math.floor(o.tracks.longestRun * 1.1)),
          );
      }),
      RUNS,
    );
  });
  test('a strength test not passed lowers the level and never raises the moves together', () => {
    fc.assert(
      fc.property(opening, answers, (o, a) => {
        const [before, after] = [
          decide(o, { ...a, gateStrength: 'yes' }),
          decide(o, { ...a, gateStrength: 'notTried' }),
        ];
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
        expect(after.tracks.level).toBeLessThanOrEqual(before.tracks.level);
        const steps = (d: WeekDecision): number =>
          d.tracks.level - o.tracks.level + Number(dose(d.tracks) > dose(o.tracks));
        expect(steps(after)).toBeLessThanOrEqual(steps(before));
      }),
      RUNS,
    );
  });
});

describe('never', () => {
  test('does a red flag give anything but a stop, wherever it is ticked', () => {
    fc.assert(
      fc.property(
        opening,
        answers,
        sub(RED_FLAGS.filter((f) => f !== 'fever' && f !== 'journey')),
        (o, a, flag) => {
          const d = decide(o, { ...a, redFlags: [...(a.redFlags ?? []), flag] });
          expect(isStop(d)).toBe(true);
          expect(d.tracks).toEqual(o.tracks);
          expect(d.findings.length).toBeGreaterThan(0);
          expect(d.graduates).toBe(false);
        },
      ),
      RUNS,
    );
  });
  test('does a seven give anything but a stop', () => {
    fc.assert(
      fc.property(opening, answers, fc.integer({ min: 7, max: 10 }), (o, a, seven) => {
        expect(isStop(decide(o, { ...a, painWorst: seven }))).toBe(true);
      }),
      RUNS,
    );
  });
  test('does an incomplete answer progress, lift a cap or graduate', () => {
    fc.assert(
      fc.property(
        opening,
        answers,
        fc.subarray([...COMPLETE_FIELDS.filter((f) => f !== 'painAverage')], { minLength: 1 }),
        (o, a, fields) => {
          const d = decide(o, { ...a, ...Object.fromEntries(fields.map((f) => [f, null])) });
          expect(rank(d)).toBeLessThanOrEqual(3);
          expect(d.tracks.level).toBeLessThanOrEqual(o.tracks.level);
          expect(dose(d.tracks)).toBeLessThanOrEqual(dose(o.tracks));
          expect(d).toMatchObject({ graduates: false, liftedCaps: [] });
          for (const f of fields) expect(d.missing).toContain(f);
        },
      ),
      RUNS,
    );
  });
  test('does silence move anything', () => {
    fc.assert(
      fc.property(opening, (o) => {
        expect(decideSilence(o, numbers)).toMatchObject({
          outcome: 'HOLD',
          tracks: o.tracks,
          graduates: false,
          liftedCaps: [],
        });
      }),
      RUNS,
    );
  });
  test('does a week go up more than one level, two stages or ten per cent, or above a cap', () => {
    fc.assert(
      fc.property(opening, answers, (o, a) => {
        const { tracks: next } = decide(o, a);
        expect(next.level).toBeLessThanOrEqual(o.tracks.level + 1);
        if (o.baseline.caps.length > 0) expect(next.level).toBeLessThanOrEqual(Math.max(o.tracks.level, 4));
        if (o.baseline.caps.some((c) => c !== 'tendonMedicine'))
          expect([next.level <= Math.max(o.tracks.level, 2), dose(next) <= dose(o.tracks)]).toEqual([
            true,
            true,
          ]);
        if (o.tracks.stage === 'RK')
          expect(next.longestRun ?? 0).toBeLessThanOrEqual(
            Math.max((o.tracks.longestRun ?? 999) + 1, (o.tracks.longestRun ?? 999) * 1.1),
          );
        else
          expect(
            LADDER.indexOf(next.stage as (typeof LADDER)[number]) - LADDER.indexOf(o.tracks.stage),
          ).toBeLessThanOrEqual(2);
        expect(next.stage === 'RK' && o.tracks.stage !== 'RK').toBe(false);
      }),
      RUNS,
    );
  });
  test('does the load rise while pain rises', () => {
    fc.assert(
      fc.property(opening, answers, (o, a) => {
        const rise = a.painAverage - o.previousAverage;
        if (!(rise >= 2 || (rise >= 1 && a.painAverage >= 3))) return;
        const { tracks: next } = decide(o, a);
        expect(next.level).toBeLessThanOrEqual(o.tracks.level);
        expect(dose(next)).toBeLessThanOrEqual(dose(o.tracks));
      }),
      RUNS,
    );
  });
  test('does a gate open without its own yes', () => {
    fc.assert(
      fc.property(opening, answers, (o, a) => {
        const { tracks: next } = decide(o, a);
        if (a.gateStrength !== 'yes') expect(next.level).toBeLessThanOrEqual(o.tracks.level);
        const needsTest = o.tracks.stage === 'R0' || ['R3', 'R5', 'R7', 'R8'].includes(o.tracks.stage);
        if (needsTest && a.gateRun !== 'yes') expect(dose(next)).toBeLessThanOrEqual(dose(o.tracks));
        if (o.tracks.stage !== 'R0' && (a.runsDone ?? 0) < 2)
          expect(dose(next)).toBeLessThanOrEqual(dose(o.tracks));
      }),
      RUNS,
    );
  });
  test('does anything rise above LV2, or running begin, within fourteen days of a sudden onset', () => {
    fc.assert(
      fc.property(opening, answers, fc.integer({ min: 0, max: 14 }), (o, a, days) => {
        const early = { ...o, baseline: { ...o.baseline, suddenOnset: day(-days) } };
        const { tracks: next } = decide(early, a);
        expect(next.level).toBeLessThanOrEqual(Math.max(o.tracks.level, 2));
        expect(dose(next)).toBeLessThanOrEqual(dose(o.tracks));
      }),
      RUNS,
    );
  });
  test('is a decision without its reason, or different the second time', () => {
    fc.assert(
      fc.property(opening, answers, (o, a) => {
        const d = decide(o, a);
        expect(d.reasons.length).toBeGreaterThan(0);
        for (const r of d.reasons)
          expect(Object.values(r.params).every((v) => typeof v === 'string' || Number.isFinite(v))).toBe(
            true,
          );
        expect(decide(o, a)).toEqual(d);
        expect(isStop(d)).toBe(d.findings.length > 0);
      }),
      RUNS,
    );
  });
  test('is the easier option harder', () => {
    fc.assert(
      fc.property(tracks, tracks, (a, b) => {
        const easier = eased(a, numbers);
        expect([easier.level <= a.level, dose(easier) <= dose(a)]).toEqual([true, true]);
        // A course only ever leaves RK, it never comes back to it.
        if (a.stage === 'RK' && b.stage !== 'RK') return;
        const again = repeated(a, b);
        expect([
          again.level <= Math.min(a.level, b.level),
          b.stage === 'RK' && a.stage !== 'RK'
            ? dose(again) <= dose(a)
            : dose(again) <= Math.min(dose(a), dose(b)),
        ]).toEqual([true, true]);
      }),
      RUNS,
    );
  });
});

test('the openings of these properties reach every outcome', () => {
  const seen = new Map<string, number>();
  for (const [o, a] of fc.sample(fc.tuple(opening, answers), { numRuns: cases(6000), seed: 1 }))
    seen.set(decide(o, a).outcome, (seen.get(decide(o, a).outcome) ?? 0) + 1);
  expect([...seen.keys()].sort()).toEqual([...OUTCOMES].sort());
  expect(
    decide(openingOf({ tracks: tracksAt({ level: 4, weeksAtLevel: 2 }) }), checkIn({ gateStrength: 'yes' }))
      .outcome,
  ).toBe('PROGRESS');
});
