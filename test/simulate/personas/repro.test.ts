/** Every written persona, seen through its journal alone: the persona made of it gets the same mails. */
import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../functions/shell/ports.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import { type Journey, playJourney } from '../../../simulate/personas/journey.ts';
import { reproOf } from '../../../simulate/personas/repro/repro.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { PERSONA_NAMES, playedPersona } from '../../support/personas.ts';

const journalOf = ({ moments }: Journey): readonly JournalEntry[] =>
  moments
    .filter(({ events }) => events.length > 0)
    .map(({ at, command, events }, n) => ({
      rev: n + 1,
      at,
      command: command.type,
      commandId: `c${n}`,
      actor: 'person',
      events,
    }));
const mailsOf = ({ steps }: Journey, until: string): readonly string[] =>
  steps.flatMap((step) => (step.type === 'mail' && step.at <= until ? [step.mail.occasion] : []));

/** What no persona can be told to do, by persona. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'back-not-seen': ['Return'],
  scanner: ['SubmitCheckIn'],
};

it.each(PERSONA_NAMES)('%s', (name) => {
  const curriculum = theCurriculum();
  const { persona: written, ...journey } = playedPersona(name);
  if (journey.state.status === 'erased') return;
  const until = addMinutes(written.begins, written.watchWeeks * 7 * 24 * 60);
  const { persona, leftOut, mails } = reproOf(journalOf(journey), until, curriculum);
  expect(leftOut.map((what) => what.split(' ')[1])).toEqual(LEFT_OUT[name] ?? []);
  expect(mails).toEqual(mailsOf(journey, until));
  const comparable = addMinutes(leftOut[0]?.split(' ')[0] ?? until, leftOut.length === 0 ? 0 : -1);
  const played = mailsOf(playJourney(persona, curriculum), comparable);
  expect(played).toEqual(mailsOf(journey, comparable));
  expect(played.length).toBeGreaterThan(0);
});
