/** What a persona begins with: the sign-up and the intake. */
import { type IntakeAnswers, intakeAnswers } from '../../program/answers/intake.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { Command } from '../../program/participant/commands.ts';
import type { Unread } from '../../program/reply/unread/unread.ts';
import type { Persona } from './persona.ts';

/** What was given; what was left out is not there. */
export const told = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

export const signUpOf = (persona: Persona, at: Instant): Command => ({
  type: 'SignUp',
  at,
  id: '0000000000000001',
  email: 'runner@example.org',
  firstName: persona.firstName,
  country: persona.country,
  timeZone: persona.timeZone,
  weekday: persona.intake.weekday ?? 1,
  hour: persona.intake.hour ?? 7,
  units: persona.intake.units ?? 'km',
  consentVersion: '1',
});

export const intakeOf = (persona: Persona): IntakeAnswers =>
  intakeAnswers.parse({
    consentHealth: true,
    redFlags: [],
    conditions: [],
    weekday: 1,
    hour: 7,
    timeZone: persona.timeZone,
    units: 'km',
    ...Object.fromEntries(Object.entries(persona.intake).filter(([, value]) => value !== undefined)),
  });

/** Words of that kind that nobody could read; which they were is never told. */
export const unreadOf = (kind: 'plain' | 'body'): Unread => ({
  keys: ['words'],
  words: '…',
  bodily: kind === 'body',
});
