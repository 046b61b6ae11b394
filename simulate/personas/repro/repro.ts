/**
 * A participant of a run as a persona: what was done, at the times it was done, without a name, an address or
 * a typed word. Words are replaced by a tick or a usual reply that brings about the same facts; what nothing
 * replaces is named, never guessed.
 */
import type { JournalEntry } from '../../../functions/shell/ports.ts';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { evolve } from '../../../program/evolve/evolve.ts';
import { minutesBetween } from '../../../program/kernel/time.ts';
import type { Inflight, Participant } from '../../../program/participant/state.ts';
import { type Persona, type PersonaAct, persona as personaSchema } from '../persona.ts';
import { type Act, actOf, find, type Scene } from './acts.ts';
import { intakeOf, NO_INTAKE } from './intake.ts';

export interface Repro {
  readonly persona: Persona;
  /** What was done and has no counterpart in a persona, as `instant command`. */
  readonly leftOut: readonly string[];
  /** The mails of the run, in their order. */
  readonly mails: readonly string[];
}
const QUIET = new Set(['Wake', 'RecordSent', 'RecordRefused', 'HoldMail']);

const hours = (from: string, to: string): number =>
  Math.round(((Date.parse(to) - Date.parse(from)) / 3_600_000) * 1e6) / 1e6;

/** The way back: asked for by one entry, gone by another. */
function wayBack(scene: Scene, askedAt: string | undefined): Act | null {
  const cleared = find(scene.entry, 'Cleared');
  if (cleared === undefined || askedAt === undefined) return null;
  const { at, seenBy, seenOn } = cleared;
  const daysAgo = Math.round((Date.parse(at.slice(0, 10)) - Date.parse(seenOn)) / 86_400_000);
  const afterMinutes = minutesBetween(askedAt, at);
  return {
    comesBack: { seenBy, said: 'okToLoad', redFlags: [], conditions: [], daysAgo, afterMinutes },
  };
}

interface Drawn {
  readonly acts: PersonaAct[];
  readonly leftOut: string[];
  readonly mails: string[];
  intake: IntakeAnswers | null;
  confirmedAt: string | null;
  startedAt: string | null;
}

/** What the journal of a participant shows, without the beginning, entry by entry. */
function drawn(journal: readonly JournalEntry[], curriculum: Curriculum): Drawn {
  const all: Drawn = {
    acts: [],
    leftOut: [],
    mails: [],
    intake: null,
    confirmedAt: null,
    startedAt: null,
  };
  const begins = journal[0]?.at ?? '';
  let state: Participant | null = null;
  let lastMail: Inflight | null = null;
  let asked: { readonly at: string; readonly index: number } | null = null;
  for (const entry of journal) {
    const before: Participant | null = state;
    for (const event of entry.events) {
      state = evolve(state, event);
      if (event.type !== 'MailClaimed') continue;
      lastMail = event.mail;
      if (event.mail.attempt === 1 && event.mail.refusals === 0) all.mails.push(event.mail.occasion);
    }
    if (before === null || QUIET.has(entry.command)) continue;
    const scene: Scene = { entry, before, lastMail, curriculum };
    const put = (act: Act | null): void => {
      if (act === null) all.leftOut.push(`${entry.at} ${entry.command}`);
      else all.acts.push({ ...act, afterHours: hours(begins, entry.at) });
    };
    if (entry.command === 'Confirm' && all.confirmedAt === null) all.confirmedAt = entry.at;
    else if (entry.command === 'Start' && all.startedAt === null) {
      all.startedAt = entry.at;
      all.intake = intakeOf(scene);
      if (all.intake === null) all.leftOut.push(`${entry.at} Start`);
    } else if (entry.command === 'Start' && find(entry, 'Enrolled') !== undefined && all.intake !== null) {
      // Back after a stop at the intake: the same intake again, without what stopped it.
      const { redFlags, conditions } = all.intake;
      const again = intakeOf(scene);
      if (again === null) put(null);
      else all.intake = { ...again, redFlags, conditions };
    } else if (entry.command === 'Start') put({ startsAgain: true });
    else if (entry.command === 'SignUp') put({ signUpAgain: true });
    else if (entry.command === 'Return') {
      const act = wayBack(scene, asked?.at);
      if (act === null || asked === null) put(null);
      else all.acts[asked.index] = { ...act, afterHours: hours(begins, asked.at) };
    } else {
      if (find(entry, 'FreshRequested')?.what === 'return') asked = { at: entry.at, index: all.acts.length };
      put(actOf(scene));
    }
  }
  return all;
}

const WEEK_MINUTES = 7 * 24 * 60;
/**
 * The persona of a participant.
 *
 * @param journal oldest entry first, of somebody who is not erased
 * @param until how long to watch
 */
export function reproOf(journal: readonly JournalEntry[], until: string, curriculum: Curriculum): Repro {
  const first = journal[0];
  const signedUp = first === undefined ? undefined : find(first, 'SignedUp');
  if (signedUp === undefined) throw new Error('The journal does not begin with a sign-up.');
  const { acts, leftOut, mails, intake, confirmedAt, startedAt } = drawn(journal, curriculum);
  const { at: begins, country, timeZone, weekday, hour, units } = signedUp;
  const minutes = (at: string): number => hours(begins, at) * 60;
  const persona = personaSchema.parse({
    name: 'Somebody of a run',
    about:
      'Made of the journal of a participant: what was done and when, no name, no address, no typed words.',
    begins,
    country,
    timeZone,
    intake: { weekday, hour, units, ...NO_INTAKE, ...intake },
    confirms: confirmedAt !== null,
    ...(confirmedAt === null ? {} : { confirmsAfterMinutes: minutes(confirmedAt) }),
    startsAfterMinutes: startedAt === null ? null : minutes(startedAt),
    weeks: ['silent'],
    acts,
    watchWeeks: Math.max(1, Math.ceil(minutesBetween(begins, until) / WEEK_MINUTES)),
  });
  return { persona, leftOut, mails };
}
