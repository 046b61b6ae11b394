/**
 * The one grammar of the programme's tests, `given(...).when(...).then(...)`, and the one driver of a life. A
 * life is driven as every host drives it: a command is decided, its events are applied, alarms ring in order,
 * and a mail that is claimed has left.
 */
import { expect } from 'vitest';
import { type CheckInAnswers, checkInAnswers } from '../../program/answers/check-in.ts';
import { type IntakeAnswers, intakeAnswers } from '../../program/answers/intake.ts';
import { apply, decide } from '../../program/decide.ts';
import { addMinutes, type Instant } from '../../program/kernel/time.ts';
import { wakeAt } from '../../program/mails/wake-at.ts';
import type { Command, CommandOf, RefusalCode } from '../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../program/participant/events.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import {
  type Inflight,
  type Of,
  type Participant,
  participantSchema,
} from '../../program/participant/state.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { expectSame } from '../support/same.ts';

/** A Monday morning. */
export const T0: Instant = '2026-03-02T06:00:00.000Z';
/** In minutes. */
export const DAY = 24 * 60;

/** A calm week of the course in which everything was done, with `over` on top. */
export const calm = (over: Partial<CheckInAnswers> = {}): CheckInAnswers => ({
  ...checkInAnswers.parse({
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
  }),
  ...over,
});
/** Average 5, two-leg raises fine, does not run now, no strain: level 1, R0. */
export const intake = (over: Partial<IntakeAnswers> = {}): IntakeAnswers => ({
  ...intakeAnswers.parse({
    consentHealth: true,
    redFlags: [],
    conditions: [],
    side: 'left',
    onset: 'gradual',
    onsetDate: '2026-02-09',
    hurtsWhen: 'running',
    clotRisk: [],
    painAverage: 5,
    painWorst: 6,
    nextDay: 'worse24',
    twoLegRaise: 'fine',
    singleLegRaise: 'hurts',
    runsNow: 'no',
    ageBand: '30-39',
    strainLast12m: '0',
    weekday: 1,
    hour: 7,
    timeZone: 'UTC',
    units: 'km',
  }),
  ...over,
});

export const signUp = (over: Partial<CommandOf<'SignUp'>> = {}): CommandOf<'SignUp'> => ({
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
  ...over,
});
export const confirm = (at = T0): Command => ({ type: 'Confirm', at });
export const start = (answers: Partial<IntakeAnswers> = {}, at = T0): CommandOf<'Start'> => ({
  type: 'Start',
  at,
  answers: intake(answers),
  consentVersion: '1',
});
export const wake = (at: Instant, owner = 'test'): Command => ({
  type: 'Wake',
  at,
  owner,
});
/** An alarm rings and its mail leaves. */
export const mailed = (at: Instant, occasion: string): readonly Command[] => [
  wake(at),
  { type: 'RecordSent', at, occasion },
];

export interface Done<S extends Participant | null = Participant> {
  readonly state: S;
  readonly events: readonly ParticipantEvent[];
  readonly refusal: RefusalCode | null;
}
/** One command; a refusal leaves the state as it was. */
export function run<S extends Participant | null>(state: S, command: Command): Done<S | Participant> {
  const decided = decide(command, state, theCurriculum());
  if (!decided.ok) return { state, events: [], refusal: decided.refusal.code };
  const after = apply(state, decided.value);
  if (after === null) throw new Error('a command that is accepted leaves a state');
  return { state: after, events: decided.value.events, refusal: null };
}
/** The state as it comes back from the table, which must be the state that went there. */
export function written(state: Participant, said?: string): Participant {
  const read = participantSchema.parse(JSON.parse(JSON.stringify(state)));
  expectSame(read, state, said);
  return read;
}
/** Commands one after the other; one that is refused changes nothing. */
const runAll = (state: Participant | null, commands: readonly Command[]): Participant | null =>
  commands.reduce<Participant | null>((now, command) => run(now, command).state, state);

type Expected = { readonly type: ParticipantEvent['type'] } & Partial<ParticipantEvent>;
export interface Outcome extends Done<Participant | null> {
  /**
   * Exactly these events came of it, in this order; of each, the fields that are named. Returns the state.
   */
  then(...events: readonly Expected[]): Participant | null;
  /** It was refused for this reason, and nothing came of it. */
  refused(code: RefusalCode): void;
}
/** `given(signUp()).when(confirm()).then({ type: 'Confirmed' })`. */
export function given(...before: readonly Command[]): { when(...commands: readonly Command[]): Outcome } {
  return {
    when: (...commands) => {
      const last = commands.at(-1);
      if (last === undefined) throw new Error('when() needs a command');
      const done = run(runAll(null, [...before, ...commands.slice(0, -1)]), last);
      return {
        ...done,
        // biome-ignore lint/suspicious/noThenProperty: the third word of the grammar; nothing of this is awaited.
        then: (...events) => {
          expect(done.refusal).toBeNull();
          expect(done.events.map((e) => e.type)).toEqual(events.map((e) => e.type));
          expect(done.events).toMatchObject(events);
          return done.state;
        },
        refused: (code) => expect([done.refusal, done.events]).toEqual([code, []]),
      };
    },
  };
}

interface Claimed {
  readonly at: Instant;
  readonly kind: string;
  readonly occasion: string;
  readonly about: Inflight['about'];
}
/** A life from any state on. Commands that are refused are noted and change nothing. */
export class Life<S extends Participant | null = Participant | null> {
  state: S;
  now: Instant;
  readonly mails: Claimed[] = [];
  readonly refusals: RefusalCode[] = [];
  readonly #calm: CheckInAnswers;

  /** `answers` are those of a calm week of this life. */
  constructor(state: S, now: Instant = T0, answers: CheckInAnswers = calm()) {
    this.state = state;
    this.now = now;
    this.#calm = answers;
  }
  do(command: Command): this {
    const { state, events, refusal } = run(this.state, command);
    if (refusal !== null) this.refusals.push(refusal);
    this.state = state as S;
    for (const e of events) {
      if (e.type !== 'MailClaimed') continue;
      const { kind, occasion, about } = e.mail;
      this.mails.push({ at: this.now, kind, occasion, about });
      this.do({ type: 'RecordSent', at: this.now, occasion });
    }
    return this;
  }
  /** Works off alarms for a number of minutes. */
  pass(minutes: number): this {
    const until = addMinutes(this.now, minutes);
    for (let alarm = this.#alarm(); alarm !== null && alarm <= until; alarm = this.#alarm()) {
      if (alarm > this.now) this.now = alarm;
      this.do(wake(this.now));
    }
    this.now = until;
    return this;
  }
  days(days: number): this {
    return this.pass(days * DAY);
  }
  #alarm(): Instant | null {
    return this.state === null ? null : wakeAt(this.state);
  }
  /** The week of the question that is open, 0 without one. */
  asked(): number {
    return this.state === null ? 0 : (openQuestion(this.state, this.now)?.week ?? 0);
  }
  /** Answers calmly but for `answers`, and lets what follows at once leave. */
  answer(answers: Partial<CheckInAnswers> = {}, week = this.asked(), burst = false): this {
    return this.do({
      type: 'SubmitCheckIn',
      at: this.now,
      week,
      answers: { ...this.#calm, ...answers },
      source: 'web',
      burst,
    }).pass(0);
  }
  course(): Of<'active'>['course'] {
    if (this.state?.status !== 'active') throw new Error(`not active but ${this.state?.status}`);
    return this.state.course;
  }
  kinds(): readonly string[] {
    return this.mails.map((m) => m.kind);
  }
  occasions(): readonly string[] {
    return this.mails.map((m) => m.occasion);
  }
}

/** A life in which the first question has just come: level 1, walks. */
export const joined = (): Life =>
  new Life(null)
    .do(signUp())
    .pass(1)
    .do(confirm())
    .do(start())
    .pass(6 * DAY + 2 * 60);
