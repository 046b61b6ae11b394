/**
 * Plays one persona through the pure programme under a virtual clock: every mail the programme claims
 * "arrives", every answer is a command. Yields what happened, in order; `fold(events) = state` and a JSON
 * round trip are checked after every step.
 */

import { dueFields } from '../../program/adapt/due.ts';
import { maintenanceDue } from '../../program/aftercare/maintenance.ts';
import { aboutRunning } from '../../program/answers/about-running.ts';
import { type CheckInAnswers, checkInAnswers } from '../../program/answers/check-in.ts';
import { shoeAnswers } from '../../program/answers/shoes.ts';
import { localDate, shiftDate } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { apply, decide } from '../../program/decide.ts';
import { replay } from '../../program/evolve/evolve.ts';
import { assert } from '../../program/kernel/assert.ts';
import { addMinutes, type Instant } from '../../program/kernel/time.ts';
import { wakeAt } from '../../program/mails/wake-at.ts';
import type { Command, RefusalCode } from '../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../program/participant/events.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import {
  type Asked,
  type Inflight,
  type Of,
  type Participant,
  participantSchema,
} from '../../program/participant/state.ts';
import { readReply } from '../../program/reply/read-reply.ts';
import { openingOf } from '../../program/week/asked-week.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import { replyContext } from '../../views/mail/reply-mails.ts';

import { intakeOf, signUpOf, told, unreadOf } from './beginnings.ts';
import type { Persona, PersonaAct, PersonaAnswer } from './persona.ts';

export type Step =
  | { readonly at: Instant; readonly type: 'mail'; readonly mail: Inflight; readonly state: Participant }
  | {
      readonly at: Instant;
      readonly type: 'command';
      readonly command: Command;
      readonly events: readonly ParticipantEvent[];
      readonly refusal: RefusalCode | null;
      readonly state: Participant;
    };
/** Every command with the state before and after it, those of time and delivery among them. */
export interface Moment {
  readonly at: Instant;
  readonly command: Command;
  readonly events: readonly ParticipantEvent[];
  readonly before: Participant | null;
  readonly after: Participant;
}
export interface Journey {
  readonly steps: readonly Step[];
  readonly moments: readonly Moment[];
  readonly events: readonly ParticipantEvent[];
  readonly state: Participant;
}

const HOUR = 60;
/** Answered only when they are asked. */
const OPTIONAL: readonly string[] = [
  'gateStrength',
  'gateRun',
  'runsDone',
  'raisesSore',
  'raisesOther',
  'psfs',
  'change',
  'conditions',
  'normSex',
];
interface Planned {
  readonly at: Instant;
  readonly run: (journey: Running) => void;
}

/** A run in progress: the state, the clock and what the person means to do next. */
class Running {
  state: Participant | null = null;
  now: Instant;
  readonly steps: Step[] = [];
  readonly moments: Moment[] = [];
  readonly events: ParticipantEvent[] = [];
  private readonly planned: Planned[] = [];
  private lastMail: Inflight | null = null;
  private checkIns = 0;
  private questions = 0;

  readonly persona: Persona;
  readonly curriculum: Curriculum;

  constructor(persona: Persona, curriculum: Curriculum) {
    this.persona = persona;
    this.curriculum = curriculum;
    this.now = persona.begins;
  }

  plan(at: Instant, run: (journey: Running) => void): void {
    this.planned.push({ at, run });
    this.planned.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Carries out a command; a refusal is a step too. */
  command(command: Command): void {
    const decided = decide(command, this.state, this.curriculum);
    const events = decided.ok ? decided.value.events : [];
    const before = this.state;
    if (decided.ok) {
      this.state = apply(this.state, decided.value);
      this.events.push(...events);
    }
    assert(this.state !== null, 'a journey starts with a sign-up');
    this.check();
    this.moments.push({ at: this.now, command, events, before, after: this.state });
    const quiet = command.type === 'Wake' || command.type === 'RecordSent';
    if (!quiet || events.some((e) => !e.type.startsWith('Mail'))) {
      this.steps.push({
        at: this.now,
        type: 'command',
        command,
        events,
        refusal: decided.ok ? null : decided.refusal.code,
        state: this.state,
      });
    }
    for (const event of events) if (event.type === 'MailClaimed') this.arrive(event.mail);
  }

  private arrive(mail: Inflight): void {
    assert(this.state !== null, 'a mail needs a participant');
    this.steps.push({ at: this.now, type: 'mail', mail, state: this.state });
    this.lastMail = mail;
    this.command({ type: 'RecordSent', at: this.now, occasion: mail.occasion });
    if (mail.kind === 'check-in') this.onCheckIn(this.persona.weeks, this.checkIns++);
    if (mail.kind === 'maintenance' && !mail.byPerson)
      this.onCheckIn(this.persona.maintenance, this.questions++);
  }

  /** The stored state equals the fold of its history and survives a write and a read. */
  private check(): void {
    assert(JSON.stringify(replay(this.events)) === JSON.stringify(this.state), 'fold(events) = state');
    assert(
      JSON.stringify(participantSchema.parse(JSON.parse(JSON.stringify(this.state)))) ===
        JSON.stringify(sorted(this.state)),
      'a state survives write and read',
    );
  }

  private onCheckIn(scripts: Persona['weeks'], n: number): void {
    const script = scripts[Math.min(n, scripts.length - 1)];
    if (script === undefined || script === 'silent') return;
    const answers =
      script.answers ??
      (script.answer === undefined ? [] : [{ ...script.answer, afterHours: script.afterHours ?? 3 }]);
    for (const { afterHours, ...answer } of answers)
      this.plan(addMinutes(this.now, afterHours * HOUR), (j) => j.answer(answer));
    for (const act of script.acts) this.plan(addMinutes(this.now, act.afterHours * HOUR), (j) => j.act(act));
  }

  private askedWeek(): number {
    const { state } = this;
    return state !== null && 'course' in state ? (state.course?.asked?.week ?? 0) : 0;
  }

  answer(answer: PersonaAnswer): void {
    const { week = this.askedWeek(), burst, unread, ...given } = { ...this.persona.always, ...answer };
    const flag = {
      ...(burst === undefined ? {} : { burst }),
      ...(unread === undefined ? {} : { unread: unreadOf(unread) }),
    };
    this.command({
      type: 'SubmitCheckIn',
      at: this.now,
      week,
      source: 'web',
      answers: this.filled(given),
      ...flag,
    });
  }

  /** `all` and `planned` become numbers; tests are answered only when they are asked. */
  private filled(answer: PersonaAnswer): CheckInAnswers {
    const { state, curriculum } = this;
    const asked = state === null ? null : openQuestion(state, this.now);
    if (asked !== null && state?.status === 'completed')
      return this.filledInMaintenance(state, asked, answer);
    if (state?.status !== 'active' || asked === null)
      return checkInAnswers.parse({ ...answer, sessionsDone: null, longestRunMinutes: null });
    const due = dueFields(openingOf(state.course, asked), curriculum);
    const entries = Object.entries(answer).filter(
      ([field]) => !OPTIONAL.includes(field) || due.includes(field),
    );
    const plan = currentPlan(state, { ...state.course, week: asked.week, tracks: asked.tracks }, curriculum);
    return checkInAnswers.parse({
      ...Object.fromEntries(entries),
      ...(answer.sessionsDone === 'all' ? { sessionsDone: asked.sessionsPlanned } : {}),
      ...(answer.longestRunMinutes === 'planned'
        ? { longestRunMinutes: plan.run.longestRun ?? plan.run.totalRunMinutes }
        : {}),
    });
  }

  private filledInMaintenance(state: Of<'completed'>, asked: Asked, answer: PersonaAnswer): CheckInAnswers {
    const due = state.course.aftercare === undefined ? [] : maintenanceDue(state.course.aftercare);
    const left = OPTIONAL.filter((field) => !due.includes(field));
    const entries = Object.entries(answer).filter(([field]) => !left.includes(field));
    return checkInAnswers.parse({
      ...Object.fromEntries(entries),
      ...(answer.sessionsDone === 'all' ? { sessionsDone: asked.sessionsPlanned } : {}),
      ...(answer.longestRunMinutes === 'planned' ? { longestRunMinutes: 30 } : {}),
    });
  }

  act(act: PersonaAct): void {
    const at = this.now;
    const zone = this.state !== null && this.state.status !== 'erased' ? this.state.timeZone : 'UTC';
    if (act.easier) this.command({ type: 'Choose', at, choice: 'easier' });
    if (act.repeat) this.command({ type: 'Choose', at, choice: 'repeat' });
    if (act.pauseDays !== undefined)
      this.command({ type: 'Pause', at, until: shiftDate(localDate(at, zone), act.pauseDays) });
    if (act.pauseUntil !== undefined) this.command({ type: 'Pause', at, until: act.pauseUntil });
    if (act.resume) this.command({ type: 'Resume', at });
    if (act.settings) this.command({ type: 'ChangeSettings', at, ...told(act.settings) });
    if (act.looked) this.command({ type: 'NoteLook', at, reason: act.looked });
    if (act.worse) this.command({ type: 'ReportWorse', at, ...act.worse });
    if (act.running)
      this.command({
        type: 'TellAboutRunning',
        at,
        answers: aboutRunning.parse({ ...told(act.running), distanceUnits: this.units() }),
      });
    if (act.shoes) this.command({ type: 'CheckShoes', at, answers: shoeAnswers.parse(told(act.shoes)) });
    if (act.reply) this.reply(act.reply);
    if (act.comesBack) this.comeBack(act.comesBack);
    if (act.unsubscribe) this.command({ type: 'Unsubscribe', at });
    if (act.signUpAgain) this.command(signUpOf(this.persona, at));
    if (act.startsAgain)
      this.command({ type: 'Start', at, answers: intakeOf(this.persona), consentVersion: '1' });
    if (act.research !== undefined)
      this.command({ type: 'ChangeConsent', at, what: 'research', given: act.research, version: '1' });
    if (act.takesHealthBack)
      this.command({ type: 'ChangeConsent', at, what: 'health', given: false, version: '1' });
    if (act.erases) this.command({ type: 'Erase', at });
    if (act.list !== undefined)
      this.command({ type: 'AnswerList', at, week: this.askedWeek(), redFlags: act.list });
    if (act.requests) this.command({ type: 'RequestFresh', at, what: act.requests });
    if (act.newLinks) this.command({ type: 'RenewLinks', at });
    if (act.answers) this.answer(act.answers);
  }

  /** To the mail that arrived last; read as the inbound handler reads it. */
  private reply({ text, proved }: NonNullable<PersonaAct['reply']>): void {
    const { state, lastMail } = this;
    if (state === null || state.status === 'erased' || lastMail === null) return;
    const { kind, week, occasion } = lastMail;
    const said = readReply(
      { text, html: null },
      replyContext(state, { kind, week }, { verified: proved, curriculum: this.curriculum, at: this.now }),
    );
    this.command({
      type: 'ReceiveReply',
      at: this.now,
      to: { occasion, kind, week },
      verified: proved,
      said,
    });
  }

  private units(): 'km' | 'mi' {
    return this.state !== null && this.state.status !== 'erased' ? this.state.units : 'km';
  }

  private comeBack({
    seenBy,
    said,
    redFlags,
    conditions,
    daysAgo,
    afterMinutes,
  }: NonNullable<PersonaAct['comesBack']>): void {
    this.command({ type: 'RequestFresh', at: this.now, what: 'return' });
    this.plan(addMinutes(this.now, afterMinutes), (j) => {
      const zone = j.state !== null && j.state.status !== 'erased' ? j.state.timeZone : 'UTC';
      const safety = { consentHealth: true as const, redFlags, conditions };
      j.command({
        type: 'Return',
        at: j.now,
        seenBy,
        said,
        seenOn: shiftDate(localDate(j.now, zone), -daysAgo),
        safety,
      });
      // Stopped at the intake: the whole intake is answered again.
      if (j.state?.status === 'confirmed')
        j.command({
          type: 'Start',
          at: j.now,
          answers: { ...intakeOf(j.persona), redFlags: [] },
          consentVersion: '1',
        });
    });
  }

  /** Works off alarms and the person's acts in order until the end of the watch. */
  work(until: Instant): void {
    for (let guard = 0; guard < 5000; guard += 1) {
      const alarm = this.state === null ? null : wakeAt(this.state);
      const next = this.planned[0];
      const at = next !== undefined && (alarm === null || next.at < alarm) ? next.at : alarm;
      if (at === null || at === undefined || at > until) return;
      if (at > this.now) this.now = at;
      if (next !== undefined && next.at === at && (alarm === null || next.at < alarm)) {
        this.planned.shift();
        next.run(this);
      } else {
        this.command({ type: 'Wake', at: this.now, owner: 'journey' });
      }
    }
    throw new Error('a journey that does not come to rest');
  }
}

const sorted = (value: Participant | null): unknown => participantSchema.parse(value);

/** Plays a persona to its end or to the end of the watch. */
export function playJourney(persona: Persona, curriculum: Curriculum): Journey {
  const run = new Running(persona, curriculum);
  run.command(signUpOf(persona, run.now));
  if (persona.confirms) {
    run.plan(addMinutes(persona.begins, persona.confirmsAfterMinutes), (j) =>
      j.command({ type: 'Confirm', at: j.now }),
    );
    if (persona.startsAfterMinutes !== null)
      run.plan(addMinutes(persona.begins, persona.startsAfterMinutes), (j) =>
        j.command({ type: 'Start', at: j.now, answers: intakeOf(persona), consentVersion: '1' }),
      );
  }
  for (const act of persona.acts)
    run.plan(addMinutes(persona.begins, act.afterHours * HOUR), (j) => j.act(act));
  run.work(addMinutes(persona.begins, persona.watchWeeks * 7 * 24 * HOUR));
  assert(run.state !== null, 'a journey ends with a participant');
  return { steps: run.steps, moments: run.moments, events: run.events, state: run.state };
}
