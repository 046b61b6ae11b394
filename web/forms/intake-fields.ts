/** The fields of the intake: what each takes, and the words when it is missing (docs/contract.md §2.1). */
import {
  AGE_BANDS,
  CALF_SINCE,
  CLOT_RISKS,
  CONDITIONS,
  NEXT_DAYS,
  RAISES,
  RED_FLAGS,
} from '../../program/answers/intake.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { type Fields, PAIN_AVERAGE } from './fields.ts';

/** Page 1, asked once more after a stop. */
export const SAFETY_FIELDS: Fields = {
  consentHealth: {
    kind: 'tick',
    ask: 'Please tick that we may keep your answers about your health; without them there is no plan to make.',
    required: true,
  },
  redFlags: {
    kind: 'many',
    options: RED_FLAGS,
    ask: 'Please tick what is true for you, or “None of these”.',
    required: true,
  },
  conditions: {
    kind: 'many',
    options: CONDITIONS,
    ask: 'Please tick what is true for you, or “None of these”.',
    required: true,
  },
};

/** What is asked about the calf; `today` = the participant's local date. */
export const calfFields = (today: LocalDate): Fields => ({
  intent: { kind: 'one', options: ['pain', 'prevent'], ask: 'Please choose what brings you here.' },
  side: {
    kind: 'one',
    options: ['left', 'right', 'both', 'none'],
    ask: 'Please choose which calf it is.',
    required: true,
  },
  site: {
    kind: 'one',
    options: ['upper', 'lower', 'deep', 'achilles', 'heelbone', 'other'],
    ask: 'Please choose where it is sore.',
  },
  onset: { kind: 'one', options: ['sudden', 'gradual'], ask: 'Please choose how it began.' },
  onsetDate: {
    kind: 'date',
    from: '1920-01-01',
    to: today,
    ask: 'Please give the day it began.',
    outside: 'The day it began cannot be in the future. An estimate is fine; so is leaving it empty.',
  },
  hurtsWhen: {
    kind: 'one',
    options: ['running', 'backHome', 'later', 'notLinked', 'unsure'],
    ask: 'Please choose when you feel it.',
  },
  clotRisk: {
    kind: 'many',
    options: CLOT_RISKS,
    ask: 'Please tick what is true for you, or “None of these”.',
  },
  calfSince: { kind: 'one', options: CALF_SINCE, ask: 'Please choose whether your calf changed since then.' },
  painAverage: PAIN_AVERAGE,
  painWorst: {
    kind: 'whole',
    min: 0,
    max: 10,
    ask: 'Please choose a number from 0 to 10 for the worst moment.',
    required: true,
  },
  nextDay: {
    kind: 'one',
    options: NEXT_DAYS,
    ask: 'Please choose how the calf is the morning after.',
    required: true,
  },
  twoLegRaise: { kind: 'one', options: RAISES, ask: 'Please choose how rising on both legs feels.' },
  singleLegRaise: { kind: 'one', options: RAISES, ask: 'Please choose how rising on the sore leg feels.' },
  singleLegReps: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
});

/** What is asked about running. */
export const RUNNING_FIELDS: Fields = {
  runsNow: {
    kind: 'one',
    options: ['yes', 'reduced', 'no', 'new'],
    ask: 'Please choose whether you run at the moment.',
    required: true,
  },
  painRunning: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  longestRun30d: { kind: 'whole', min: 0, max: 600, ask: 'Please give the minutes.' },
  longestBefore: { kind: 'whole', min: 0, max: 600, ask: 'Please give the minutes.' },
  ageBand: { kind: 'one', options: AGE_BANDS, ask: 'Please choose your age group.', required: true },
  strainLast12m: {
    kind: 'one',
    options: ['0', '1', '2', '3+'],
    ask: 'Please choose how many calf strains you had in the last 12 months.',
    required: true,
  },
};
