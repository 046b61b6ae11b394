/**
 * The two optional pages and the calm heel over whole lives: mild cases that stay, who tell a lot at any
 * time.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import { type IntakeAnswers, intakeAnswers } from '../../../program/answers/intake.ts';
import { decide } from '../../../program/decide.ts';
import { evolve } from '../../../program/evolve/evolve.ts';
import { type Of, type Participant, participantSchema } from '../../../program/participant/state.ts';
import { assertWithinLimits } from '../../../program/plan/cap.ts';
import { limitsOf } from '../../../program/plan/limits.ts';
import { currentPlan } from '../../../program/week/current-plan.ts';
import { lessonsOfWeek, planView } from '../../../views/plan/plan-view.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { type Act, aboutArb, answersArb, type Happened, type Move, shoesArb, walk } from '../support/walk.ts';

const curriculum = theCurriculum();
const seed = Number(process.env['LIVES_SEED'] ?? 20260302);

const intake: fc.Arbitrary<IntakeAnswers> = fc
  .record({
    site: fc.constantFrom('upper' as const, 'heelbone' as const, 'heelbone' as const),
    runsNow: fc.constantFrom('yes' as const, 'no' as const, 'new' as const),
    ageBand: fc.constantFrom('18-29' as const, '50-59' as const),
  })
  .map(({ site, runsNow, ageBand }) =>
    intakeAnswers.parse({
      consentHealth: true,
      redFlags: [],
      conditions: [],
      side: 'left',
      site,
      onset: 'gradual',
      hurtsWhen: 'running',
      painAverage: 3,
      painWorst: 4,
      nextDay: 'settled',
      twoLegRaise: 'fine',
      singleLegRaise: 'fine',
      runsNow,
      longestRun30d: runsNow === 'yes' ? 30 : null,
      ageBand,
      strainLast12m: '0',
      weekday: 1,
      hour: 7,
      timeZone: 'Europe/Berlin',
      units: 'km',
    }),
  );
const mild = fc.integer({ min: 0, max: 2 });
const answers = fc.oneof(
  {
    weight: 1,
    arbitrary: answersArb.map((a) => ({
      ...a,
      painAverage: Math.min(a.painAverage, 4),
      painWorst: null,
      redFlags: null,
    })),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(mild, mild).map(([a, b]) =>
      checkInAnswers.parse({
        painAverage: Math.min(a, b),
        painWorst: Math.max(a, b),
        nextDay: 'settled',
        sessionsDone: 4,
        longestRunMinutes: 0,
        painkillers: 'no',
        redFlags: [],
        gateStrength: 'yes',
        gateRun: 'yes',
        runsDone: 3,
      }),
    ),
  },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: answers.map((a): Act => ({ do: 'answer', answers: a, olderWeek: false })) },
  { weight: 2, arbitrary: aboutArb.map((a): Act => ({ do: 'running', answers: a })) },
  { weight: 2, arbitrary: shoesArb.map((a): Act => ({ do: 'shoes', answers: a })) },
  {
    weight: 1,
    arbitrary: fc.boolean().map((running): Act => ({ do: 'worse', painNow: 3, flags: [], running })),
  },
);
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({ afterHours: fc.integer({ min: 30, max: 170 }), act, mailFate: fc.constant('sent' as const) }),
  {
    minLength: 25,
    maxLength: 45,
  },
);
const logs = fc
  .sample(fc.tuple(intake, moves), { numRuns: cases(60), seed })
  .map(([i, m]) => walk(curriculum, i, m));
const lives = (check: (log: readonly Happened[]) => void): void => {
  for (const [i, log] of logs.entries()) {
    try {
      check(log);
    } catch (error) {
      throw new Error(`life ${i} of LIVES_SEED=${seed}: ${error instanceof Error ? error.message : error}`);
    }
  }
};

describe('over whole lives', () => {
  test('a heel bone that hurts is neither stretched nor hopped on before two calm answers in a row', () => {
    const seen = { sore: 0, calm: 0 };
    lives((log) => {
      for (const { after } of log) {
        if (after.status !== 'active' || after.course.baseline.site !== 'heelbone') continue;
        const { course } = after;
        const plan = currentPlan(after, course, curriculum);
        const twice = course.history.filter((d) => d.average !== null).slice(-2);
        const sore = twice.length < 2 || twice.some((d) => (d.average ?? 9) > 1 || (d.worst ?? 9) > 1);
        if (sore) expect(plan.stretches).toEqual([]);
        assertWithinLimits(plan, limitsOf(course.baseline, !sore), curriculum);
        seen[sore ? 'sore' : 'calm'] += plan.stretches.length > 0 || sore ? 1 : 0;
      }
    });
    expect([seen.sore > 50, seen.calm > 50]).toEqual([true, true]);
  });

  test('nobody gets a lesson twice, whatever is told and when, and every lesson mail has its lesson', () => {
    let told = 0;
    lives((log) => {
      for (const h of log) {
        if (h.events.some((e) => e.type === 'ToldAboutRunning' || e.type === 'ShoesChecked')) told += 1;
        if (h.after.status !== 'active') continue;
        const { lessons, week } = h.after.course;
        const sent = lessons.filter((id) => id !== '');
        expect(new Set(sent).size).toBe(sent.length);
        expect(lessons.length).toBe(week * 2);
        for (const e of h.events)
          if (e.type === 'MailClaimed' && e.mail.kind === 'lesson')
            expect(lessonsOfWeek(h.after.course, e.mail.week, curriculum)).toHaveLength(2);
      }
    });
    expect(told).toBeGreaterThan(100);
  });

  test('what is told moves no track, owes no mail, and no plan has more than three pieces of shoe advice', () => {
    let most = 0;
    lives((log) => {
      for (const { before, after, events, command } of log) {
        if (command?.type === 'TellAboutRunning' || command?.type === 'CheckShoes') {
          expect(events.length).toBeLessThanOrEqual(1);
          if (before !== null && 'course' in before && 'course' in after)
            expect({ ...after.course, actedIn: null }).toEqual({ ...before.course, actedIn: null });
        }
        if (after.status !== 'active') continue;
        const pieces = planView('plan', after, {
          course: after.course,
          curriculum,
          links: {
            running: 'r',
            shoes: 's',
            openCheckIn: null,
            session: 'https://x.example/x',
          },
        }).boxes.map((b) => b.items?.length ?? 0);
        most = Math.max(most, ...pieces);
        expect(Math.max(0, ...pieces)).toBeLessThanOrEqual(3);
      }
    });
    expect(most).toBe(3);
  });
});

test('the table of usual raises is kept from the answer it was told in, and an answer without it does not take it away', () => {
  const open = logs
    .flatMap((log) => log.map((h) => h.after))
    .find((s) => s.status === 'active' && s.course.asked !== null) as Of<'active'>;
  const checkedIn = (normSex: 'male' | null, number: number) => {
    const answers = checkInAnswers.parse({ painAverage: 1, normSex });
    return { type: 'CheckedIn', at: open.createdAt, week: 1, number, answers, source: 'web' } as const;
  };
  const told = evolve(open, checkedIn('male', 1));
  expect(told).toMatchObject({ course: { baseline: { normSex: 'male' } } });
  expect(evolve(told, checkedIn(null, 2))).toMatchObject({ course: { baseline: { normSex: 'male' } } });
  expect(participantSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
});

describe('who may tell', () => {
  const answers = fc.sample(aboutArb, { numRuns: 1, seed })[0] as NonNullable<
    Participant & { status: 'active' }
  >['aboutRunning'];
  const tell = (state: Participant) => {
    const at = '2026-03-20T08:00:00.000Z';
    const both = [
      decide({ type: 'TellAboutRunning', at, answers: answers as never }, state, curriculum),
      decide(
        { type: 'CheckShoes', at, answers: fc.sample(shoesArb, { numRuns: 1, seed })[0] as never },
        state,
        curriculum,
      ),
    ];
    return both.map((d) => (d.ok ? d.value.events.map((e) => e.type).join() : d.refusal.code));
  };
  const active = logs
    .flatMap((log) => log.map((h) => h.after))
    .find((s) => s.status === 'active' && s.aboutRunning === undefined && s.shoes === undefined);
  const base = active as Extract<Participant, { status: 'active' }>;
  const { course, ...person } = base;
  const stop = { at: base.createdAt, route: 'doctor', findings: [], from: 'worse', week: 1 } as const;
  test.each<[string, Participant, readonly string[]]>([
    ['active', base, ['ToldAboutRunning', 'ShoesChecked']],
    [
      'paused',
      {
        ...base,
        status: 'paused',
        pause: { at: base.createdAt, by: 'person', until: null, endsAt: base.createdAt },
      },
      ['ToldAboutRunning', 'ShoesChecked'],
    ],
    [
      'completed',
      { ...base, status: 'completed', completedAt: base.createdAt, ending: 'graduated' },
      ['ToldAboutRunning', 'ShoesChecked'],
    ],
    [
      'confirmed after a stop at the intake',
      { ...person, status: 'confirmed', cleared: [] },
      ['ToldAboutRunning', 'ShoesChecked'],
    ],
    [
      'confirmed, no intake',
      { ...person, status: 'confirmed', cleared: [], consents: { ...person.consents, health: null } },
      ['not-confirmed', 'not-confirmed'],
    ],
    [
      'unconfirmed',
      { ...person, status: 'unconfirmed', expiresAt: base.createdAt },
      ['not-confirmed', 'not-confirmed'],
    ],
    ['stopped', { ...person, status: 'stopped', course, stop }, ['stopped', 'stopped']],
    [
      'left',
      { ...person, status: 'left', leftAt: base.createdAt, reason: 'unsubscribed', stop: null },
      ['left', 'left'],
    ],
    ['erased', { status: 'erased', id: base.id }, ['not-signed-up', 'not-signed-up']],
  ])('%s', (_, state, said) => expect(tell(state)).toEqual(said));
});
