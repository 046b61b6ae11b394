/**
 * A random participant's life: commands at random times, every due alarm worked off in between. Only drives;
 * judges nothing.
 */
import fc from 'fast-check';
import type { AboutRunning } from '../../../program/answers/about-running.ts';
import { type CheckInAnswers, checkInAnswers, GATE_ANSWERS } from '../../../program/answers/check-in.ts';
import {
  CLOT_RISKS,
  CONDITIONS,
  type IntakeAnswers,
  intakeAnswers,
  NEXT_DAYS,
  RAISES,
  RED_FLAGS,
  WEEKLY_RED_FLAGS,
} from '../../../program/answers/intake.ts';
import { type ShoeAnswers, shoeAnswers } from '../../../program/answers/shoes.ts';
import { localDate, shiftDate } from '../../../program/calendar.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { apply, decide } from '../../../program/decide.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Participant } from '../../../program/participant/state.ts';

const pain = fc.integer({ min: 0, max: 10 });
const calm = fc.integer({ min: 0, max: 2 });
const rarely = <T>(items: readonly T[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant<readonly T[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...items], { minLength: 1, maxLength: 2 }) },
  );
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });

export const answersArb: fc.Arbitrary<CheckInAnswers> = fc
  .record({
    painAverage: fc.oneof({ weight: 5, arbitrary: calm }, { weight: 1, arbitrary: pain }),
    painWorst: maybe(fc.oneof({ weight: 5, arbitrary: calm }, { weight: 1, arbitrary: pain })),
    nextDay: maybe(
      fc.oneof(
        { weight: 6, arbitrary: fc.constant('settled' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...NEXT_DAYS) },
      ),
    ),
    sessionsDone: maybe(fc.integer({ min: 0, max: 6 })),
    longestRunMinutes: maybe(fc.integer({ min: 0, max: 40 })),
    painkillers: maybe(fc.constantFrom('no' as const, 'no' as const, 'no' as const, 'yes' as const)),
    redFlags: maybe(rarely(WEEKLY_RED_FLAGS)),
    gateStrength: maybe(fc.constantFrom('yes' as const, 'yes' as const, ...GATE_ANSWERS)),
    gateRun: maybe(fc.constantFrom('yes' as const, 'yes' as const, ...GATE_ANSWERS)),
    runsDone: maybe(fc.integer({ min: 0, max: 4 })),
    raisesSore: maybe(fc.integer({ min: 0, max: 40 })),
    raisesOther: maybe(fc.integer({ min: 0, max: 40 })),
  })
  .map((a) => checkInAnswers.parse(a));

export const intakeArb: fc.Arbitrary<IntakeAnswers> = fc
  .record({
    consentHealth: fc.constant(true as const),
    redFlags: rarely(RED_FLAGS),
    conditions: rarely(CONDITIONS),
    side: fc.constantFrom('left' as const, 'right' as const, 'both' as const, 'none' as const),
    site: maybe(
      fc.constantFrom('upper' as const, 'lower' as const, 'achilles' as const, 'heelbone' as const),
    ),
    onset: maybe(fc.constantFrom('sudden' as const, 'gradual' as const)),
    onsetDate: maybe(fc.constantFrom('2026-02-20', '2026-03-01', '2025-11-01')),
    hurtsWhen: maybe(fc.constantFrom('running' as const, 'later' as const, 'unsure' as const)),
    clotRisk: maybe(fc.subarray([...CLOT_RISKS], { maxLength: 1 })),
    painAverage: fc.integer({ min: 0, max: 7 }),
    painWorst: fc.integer({ min: 0, max: 7 }),
    nextDay: fc.constantFrom(...NEXT_DAYS),
    twoLegRaise: maybe(fc.constantFrom(...RAISES)),
    singleLegRaise: maybe(fc.constantFrom(...RAISES)),
    singleLegReps: maybe(pain),
    runsNow: fc.constantFrom('yes' as const, 'reduced' as const, 'no' as const, 'new' as const),
    painRunning: maybe(pain),
    longestRun30d: maybe(fc.integer({ min: 0, max: 90 })),
    ageBand: fc.constantFrom('18-29' as const, '30-39' as const, '50-59' as const, '70+' as const),
    strainLast12m: fc.constantFrom('0' as const, '1' as const, '3+' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 7, max: 20 }),
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'),
    units: fc.constantFrom('km' as const, 'mi' as const),
  })
  .map((a) => intakeAnswers.parse(a));

const yesNo = maybe(fc.constantFrom('yes' as const, 'no' as const));
const words = (max: number) =>
  maybe(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.slice(0, max)));
export const aboutArb: fc.Arbitrary<AboutRunning> = fc.record({
  arch: maybe(fc.constantFrom('flat' as const, 'usual' as const, 'high' as const)),
  surface: maybe(fc.constantFrom('road' as const, 'trail' as const, 'sand' as const)),
  weeklyDistance: maybe(fc.integer({ min: 0, max: 120 })),
  distanceUnits: fc.constantFrom('km' as const, 'mi' as const),
  raisedRecently: yesNo,
  sitsLong: yesNo,
  warmsUp: yesNo,
  crossTrains: yesNo,
  strengthTrains: yesNo,
  psfs: maybe(fc.integer({ min: 0, max: 10 })),
  goal: words(200),
  planWhen: words(120),
  planIfMissed: words(120),
  raceDate: fc.constant(null),
  raceDistance: maybe(fc.integer({ min: 1, max: 100 })),
  raceMinutes: maybe(fc.integer({ min: 20, max: 400 })),
  goalMinutes: maybe(fc.integer({ min: 10, max: 30 })),
});
export const shoesArb: fc.Arbitrary<ShoeAnswers> = fc
  .record({
    gapMm: maybe(fc.constantFrom(0, 4, 6, 11, 18)),
    nails: yesNo,
    sides: yesNo,
    heelSlip: yesNo,
    measuredLate: yesNo,
    worn: yesNo,
    miles: maybe(fc.integer({ min: 0, max: 700 })),
    arch: maybe(fc.constantFrom('flat' as const, 'usual' as const, 'high' as const)),
  })
  .map((a) => shoeAnswers.parse(a));

export type Act =
  | { readonly do: 'answer'; readonly answers: CheckInAnswers; readonly olderWeek: boolean }
  | { readonly do: 'choose'; readonly choice: 'easier' | 'repeat' }
  | { readonly do: 'pause'; readonly days: number }
  | { readonly do: 'resume' | 'leave' | 'signUp' | 'complain' | 'requestReturn' }
  | {
      readonly do: 'worse';
      readonly painNow: number;
      readonly flags: readonly (typeof WEEKLY_RED_FLAGS)[number][];
      readonly running: boolean;
    }
  | {
      readonly do: 'return';
      readonly seenBy: 'doctor' | 'physio' | 'nobody';
      readonly said: 'okToLoad' | 'wait';
    }
  | { readonly do: 'running'; readonly answers: AboutRunning }
  | { readonly do: 'shoes'; readonly answers: ShoeAnswers }
  | { readonly do: 'settings'; readonly weekday: number; readonly hour: number; readonly timeZone: string };
export interface Move {
  readonly afterHours: number;
  readonly act: Act;
  readonly mailFate: 'sent' | 'refused' | 'ambiguous';
}

const actArb: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      answers: answersArb,
      olderWeek: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      choice: fc.constantFrom('easier' as const, 'repeat' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('running' as const), answers: aboutArb }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shoes' as const), answers: shoesArb }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('pause' as const), days: fc.integer({ min: -1, max: 60 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('resume' as const, 'signUp' as const, 'requestReturn' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('settings' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 7, max: 20 }),
      timeZone: fc.constantFrom('Europe/Berlin', 'Pacific/Auckland'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('worse' as const),
      painNow: fc.integer({ min: 0, max: 8 }),
      flags: rarely(WEEKLY_RED_FLAGS),
      running: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      seenBy: fc.constantFrom('doctor' as const, 'physio' as const, 'nobody' as const),
      said: fc.constantFrom('okToLoad' as const, 'okToLoad' as const, 'wait' as const),
    }),
  },
);
export const movesArb = fc.array(
  fc.record({
    afterHours: fc.integer({ min: 1, max: 200 }),
    act: actArb,
    mailFate: fc.constantFrom(
      'sent' as const,
      'sent' as const,
      'sent' as const,
      'sent' as const,
      'refused' as const,
      'ambiguous' as const,
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

/** Months go by between two acts. */
export const longMovesArb = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 900 }),
      actArb,
      fc.constantFrom('sent' as const, 'sent' as const, 'refused' as const, 'ambiguous' as const),
    ),
    { minLength: 5, maxLength: 30 },
  )
  .map((moves) =>
    moves.map(
      ([afterHours, act, fate]): Move => ({
        afterHours,
        act,
        mailFate: fate === 'refused' && afterHours > 200 ? 'sent' : fate,
      }),
    ),
  );

export interface Happened {
  readonly at: Instant;
  readonly command: Command;
  readonly events: readonly ParticipantEvent[];
  readonly before: Participant | null;
  readonly after: Participant;
}

/** Everything that happened, in order. Fails when alarms do not come to rest. */
export function walk(
  curriculum: Curriculum,
  intake: IntakeAnswers,
  moves: readonly Move[],
  begins = '2026-03-02T06:00:00.000Z',
): readonly Happened[] {
  const log: Happened[] = [];
  let state: Participant | null = null;
  let now = begins;
  let fate: Move['mailFate'] = 'sent';
  const run = (command: Command): void => {
    const decided = decide(command, state, curriculum);
    const events = decided.ok ? decided.value.events : [];
    const before = state;
    if (decided.ok) state = apply(state, decided.value);
    if (state === null) throw new Error('a walk begins with a sign-up');
    log.push({ at: now, command, events, before, after: state });
    for (const event of events) {
      if (event.type !== 'MailClaimed') continue;
      if (fate === 'sent') run({ type: 'RecordSent', at: now, occasion: event.mail.occasion });
      if (fate === 'refused')
        run({
          type: 'RecordRefused',
          at: now,
          occasion: event.mail.occasion,
          owner: event.mail.owner,
          lasting: false,
        });
    }
  };
  const work = (until: Instant): void => {
    for (let guard = 0; ; guard += 1) {
      const alarm = state === null ? null : wakeAt(state);
      if (alarm === null || alarm > until) break;
      if (guard > 3000) throw new Error(`alarms do not come to rest at ${alarm}`);
      if (alarm > now) now = alarm;
      run({ type: 'Wake', at: now, owner: `walk${guard}` });
    }
    now = until;
  };
  run({
    type: 'SignUp',
    at: now,
    id: '0000000000000001',
    email: 'runner@example.org',
    firstName: null,
    country: 'DE',
    timeZone: intake.timeZone,
    weekday: 1,
    hour: 7,
    units: 'km',
    consentVersion: '1',
  });
  work(addMinutes(now, 5));
  run({ type: 'Confirm', at: now });
  run({ type: 'Start', at: now, answers: intake, consentVersion: '1' });
  for (const move of moves) {
    fate = move.mailFate;
    work(addMinutes(now, move.afterHours * 60));
    if (state !== null && move.act.do === 'return') run({ type: 'RequestFresh', at: now, what: 'return' });
    if (state !== null) run(commandOf(move.act, state, now));
  }
  fate = 'sent';
  work(addMinutes(now, 30 * 24 * 60));
  return log;
}

function commandOf(act: Act, state: Participant, at: Instant): Command {
  const asked = 'course' in state && state.course !== null ? state.course.asked : null;
  switch (act.do) {
    case 'answer':
      return {
        type: 'SubmitCheckIn',
        at,
        week: (asked?.week ?? 1) - (act.olderWeek ? 1 : 0),
        answers: act.answers,
        source: 'web',
      };
    case 'choose':
      return { type: 'Choose', at, choice: act.choice };
    case 'pause':
      return { type: 'Pause', at, until: shiftDate(localDate(at, 'UTC'), act.days) };
    case 'requestReturn':
      return { type: 'RequestFresh', at, what: 'return' };
    case 'worse':
      return {
        type: 'ReportWorse',
        at,
        redFlags: act.flags,
        painNow: act.painNow,
        sudden: null,
        when: act.running ? 'running' : 'daily',
      };
    case 'return':
      return {
        type: 'Return',
        at,
        seenBy: act.seenBy,
        said: act.said,
        seenOn: localDate(at, 'UTC'),
        safety: { consentHealth: true, redFlags: [], conditions: [] },
      };
    case 'resume':
      return { type: 'Resume', at };
    case 'leave':
      return { type: 'Unsubscribe', at };
    case 'complain':
      return { type: 'RecordComplaint', at, occasion: 'start' };
    case 'signUp':
      return {
        type: 'SignUp',
        at,
        id: '0000000000000001',
        email: 'runner@example.org',
        firstName: null,
        country: 'DE',
        timeZone: 'UTC',
        weekday: 1,
        hour: 7,
        units: 'km',
        consentVersion: '1',
      };
    case 'running':
      return { type: 'TellAboutRunning', at, answers: act.answers };
    case 'shoes':
      return { type: 'CheckShoes', at, answers: act.answers };
    case 'settings':
      return { type: 'ChangeSettings', at, weekday: act.weekday, hour: act.hour, timeZone: act.timeZone };
  }
}
