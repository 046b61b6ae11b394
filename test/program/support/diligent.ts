/** Somebody who does everything that is asked, calmly, and graduates. */
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import { type IntakeAnswers, intakeAnswers } from '../../../program/answers/intake.ts';
import type { Act, Move } from './walk.ts';

export const DILIGENT: IntakeAnswers = intakeAnswers.parse({
  consentHealth: true,
  redFlags: [],
  conditions: [],
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  onsetDate: '2026-02-09',
  hurtsWhen: 'running',
  clotRisk: [],
  painAverage: 3,
  painWorst: 4,
  nextDay: 'settled',
  twoLegRaise: 'fine',
  singleLegRaise: 'hurts',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
  weekday: 1,
  hour: 7,
  timeZone: 'Europe/Berlin',
  units: 'km',
});
const calmAnswer = checkInAnswers.parse({
  painAverage: 0,
  painWorst: 1,
  nextDay: 'settled',
  sessionsDone: 4,
  longestRunMinutes: 0,
  painkillers: 'no',
  redFlags: [],
  gateStrength: 'yes',
  gateRun: 'yes',
  runsDone: 3,
  raisesSore: 28,
  raisesOther: 28,
  conditions: [],
});
export const CALM_ANSWER: Act = { do: 'answer', answers: calmAnswer, olderWeek: false };
/** One answer a week, on the morning of the plan day. */
export const TO_GRADUATION: readonly Move[] = Array.from({ length: 12 }, () => ({
  afterHours: 168,
  act: CALM_ANSWER,
  mailFate: 'sent',
}));
