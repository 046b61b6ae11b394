/**
 * A runner who has just graduated, and the time after it: alarms ring in order, every mail that is claimed
 * has left.
 */

import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import { apply, decide } from '../../../program/decide.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import type { Command } from '../../../program/participant/commands.ts';
import { openQuestion } from '../../../program/participant/open-question.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { loadCurriculum } from '../../../tools/build/curriculum.ts';
import { DILIGENT, TO_GRADUATION } from './diligent.ts';
import { walk } from './walk.ts';

export const curriculum = loadCurriculum();
function graduates(): { readonly graduate: Of<'completed'>; readonly graduatedAt: Instant } {
  const happened = walk(curriculum, DILIGENT, TO_GRADUATION).find((h) =>
    h.events.some((e) => e.type === 'Graduated'),
  );
  if (happened?.after.status !== 'completed') throw new Error('the diligent runner graduates');
  return { graduate: happened.after, graduatedAt: happened.at };
}
export const { graduate, graduatedAt } = graduates();

export const DAY = 24 * 60;
export const CALM: CheckInAnswers = checkInAnswers.parse({
  painAverage: 1,
  painWorst: 2,
  nextDay: 'settled',
  sessionsDone: 2,
  longestRunMinutes: 30,
  painkillers: 'no',
  redFlags: [],
});

export class Life {
  state: Participant = graduate;
  now: Instant = graduatedAt;
  readonly mails: { readonly at: Instant; readonly kind: string; readonly occasion: string }[] = [];
  readonly refusals: string[] = [];
  do(command: Command): this {
    const decided = decide(command, this.state, curriculum);
    if (!decided.ok) {
      this.refusals.push(decided.refusal.code);
      return this;
    }
    this.state = apply(this.state, decided.value) ?? this.state;
    for (const e of decided.value.events) {
      if (e.type !== 'MailClaimed') continue;
      this.mails.push({ at: this.now, kind: e.mail.kind, occasion: e.mail.occasion });
      this.do({ type: 'RecordSent', at: this.now, occasion: e.mail.occasion });
    }
    return this;
  }
  days(days: number): this {
    const until = addMinutes(this.now, days * DAY);
    for (let alarm = wakeAt(this.state); alarm !== null && alarm <= until; alarm = wakeAt(this.state)) {
      if (alarm > this.now) this.now = alarm;
      this.do({ type: 'Wake', at: this.now, owner: 'test', evidenceUntil: this.now });
    }
    this.now = until;
    return this;
  }
  answer(
    answers: Partial<CheckInAnswers> = {},
    week = openQuestion(this.state, this.now)?.week ?? 0,
    burst = false,
  ): this {
    return this.do({
      type: 'SubmitCheckIn',
      at: this.now,
      week,
      answers: { ...CALM, ...answers },
      source: 'web',
      burst,
    }).days(0);
  }
  kinds(): readonly string[] {
    return this.mails.map((m) => m.kind);
  }
}
