/**
 * The programme itself reads the note of a check-in: words of a stop sign never progress, through any entry
 * (docs/decisions/0019).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import { localDate, shiftDate } from '../../../program/calendar.ts';
import { apply, decide } from '../../../program/decide.ts';
import { evolve } from '../../../program/evolve/evolve.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { readRedFlags } from '../../../program/reply/red-flags.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { calm } from '../given.ts';
import { DILIGENT, TO_GRADUATION } from '../support/diligent.ts';
import { walk } from '../support/walk.ts';

const curriculum = theCurriculum();
const PERFECT: CheckInAnswers = calm({ painAverage: 0, painWorst: 1, conditions: [] });

/** Every sentence of the corpus that names a stop sign: all of them are read, none is sampled. */
const corpus = parse(
  readFileSync(path.join(import.meta.dirname, '../reply/corpora/red-flags.yaml'), 'utf8'),
) as { readonly entries: readonly { readonly text: string; readonly flags: readonly string[] }[] };
const sentences = corpus.entries
  .filter(({ text, flags }) => flags.length > 0 && text.length <= 500)
  .map(({ text }) => text);
const certain = sentences.filter((text) => readRedFlags(text).certain);
const doubtful = sentences.filter((text) => !readRedFlags(text).certain);

type Open = { readonly at: string; readonly state: Of<'active'>; readonly week: number };
const life = walk(curriculum, DILIGENT, TO_GRADUATION);
/** Every moment of a calm course just before its weekly answer, when the question is open and unanswered. */
const open: readonly Open[] = life.flatMap(({ at, before, command }) =>
  command.type === 'SubmitCheckIn' && before?.status === 'active' && before.course.asked !== null
    ? [{ at, state: before, week: before.course.asked.week }]
    : [],
);
const graduate = life.find(({ after }) => after.status === 'completed');

type Submission = Extract<Command, { type: 'SubmitCheckIn' }>;
const submit = (
  { at, week }: Pick<Open, 'at' | 'week'>,
  said: Partial<CheckInAnswers>,
  more: Partial<Submission> = {},
): Submission => ({
  type: 'SubmitCheckIn',
  at,
  week,
  answers: { ...PERFECT, ...said },
  source: 'web',
  ...more,
});
const run = (state: Participant, command: Command): readonly ParticipantEvent[] => {
  const decided = decide(command, state, curriculum);
  return decided.ok ? decided.value.events : [];
};
const typesOf = (events: readonly ParticipantEvent[]) => events.map((e) => e.type);
const moves = (events: readonly ParticipantEvent[]): boolean =>
  events.some((e) => e.type === 'Progressed' || e.type === 'Graduated');
/** The state after the calm answer, half an hour later. */
const afterCalm = (at: Open): Open => {
  const first = decide(submit(at, {}), at.state, curriculum);
  if (!first.ok) throw new Error('the calm answer is taken');
  return { ...at, at: addMinutes(at.at, 30), state: apply(at.state, first.value) as Open['state'] };
};

/** The ways in by which an answer with a note can reach the programme. */
const ENTRIES: Readonly<
  Record<string, (at: Open, said: Partial<CheckInAnswers>) => readonly ParticipantEvent[]>
> = {
  'the form': (at, said) => run(at.state, submit(at, said)),
  'a reply': (at, said) => run(at.state, submit(at, said, { source: 'reply' })),
  'the first answer of a burst': (at, said) => run(at.state, submit(at, said, { burst: true })),
  'a later answer': (at, said) => run(afterCalm(at).state, submit(afterCalm(at), said)),
  'a later answer of a burst': (at, said) =>
    run(afterCalm(at).state, submit(afterCalm(at), said, { burst: true })),
};

test('the corpus and the course are there', () => {
  expect([certain.length > 150, doubtful.length > 5, open.length > 4]).toEqual([true, true, true]);
  expect(moves(run((open[0] as Open).state, submit(open[0] as Open, {})))).toBe(true);
});

describe.each(Object.entries(ENTRIES))('through %s', (_, entry) => {
  test('clear words of a stop sign do what the tick does', () => {
    for (const [n, note] of certain.entries()) {
      const at = open[n % open.length] as Open;
      const ticked = typesOf(entry(at, { redFlags: readRedFlags(note).flags }));
      const noted = entry(at, { note });
      // A sign that stops nothing leaves its words to be asked about, in a mail of their own.
      const stops = ticked.includes('Stopped');
      const facts = (types: readonly string[]) => types.filter((type) => stops || !type.startsWith('Mails'));
      expect([note, facts(typesOf(noted)), moves(noted)]).toEqual([note, facts(ticked), false]);
    }
  });
  test('doubtful words never progress, and the sign is kept to be asked about', () => {
    for (const [n, note] of doubtful.entries()) {
      const events = entry(open[n % open.length] as Open, { note });
      expect([note, moves(events)]).toEqual([note, false]);
      for (const e of events)
        if (e.type === 'CheckedIn') expect([note, e.doubtfulSigns]).toEqual([note, expect.any(Array)]);
    }
  });
});

test('no words around a stop sign make it progress', () => {
  const around = fc.constantFrom('', 'Felt fine. ', 'New shoes, 3 x 15.\n', 'No trouble at all, but ');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: open.length - 1 }),
      fc.constantFrom(...certain),
      around,
      fc.constantFrom(...Object.values(ENTRIES)),
      (n, sentence, before, entry) => {
        const note = `${before}${sentence}`.slice(0, 500);
        expect(moves(entry(open[n] as Open, { note }))).toBe(false);
      },
    ),
  );
});

test('a closed question, a pause and maintenance hear a stop sign in a note too', () => {
  const [first] = open as readonly [Open];
  const said = { note: 'My calf is swollen, red and hot since Tuesday.' };
  const closed = run(first.state, submit({ ...first, week: first.week - 1 }, said));
  expect(typesOf(closed)).toContain('Stopped');
  const until = shiftDate(localDate(first.at, first.state.timeZone), 10);
  const paused = decide({ type: 'Pause', at: first.at, until }, first.state, curriculum);
  if (!paused.ok) throw new Error('a running course pauses');
  const resting = apply(first.state, paused.value) as Participant;
  expect(typesOf(run(resting, submit(first, said)))).toContain('Stopped');
  if (graduate === undefined) throw new Error('the diligent runner graduates');
  const later = addMinutes(graduate.at, 24 * 60);
  expect(typesOf(run(graduate.after, submit({ at: later, week: 0 }, said)))).toContain('Stopped');
});

test('what was doubtful is asked about until another answer settles it', () => {
  const [first] = open as readonly [Open];
  const asked = (events: readonly ParticipantEvent[]) => {
    const after = events.reduce<Participant>((state, e) => evolve(state, e), first.state);
    return after.status === 'active' ? after.course.asked : null;
  };
  const note = doubtful.find((text) => readRedFlags(text).flags.includes('swelling')) ?? '';
  const once = run(first.state, submit(first, { note }));
  expect(asked(once)?.doubtfulSigns).toEqual(readRedFlags(note).flags);
  const state = once.reduce<Participant>((before, e) => evolve(before, e), first.state);
  const settled = run(state, submit({ ...first, at: addMinutes(first.at, 30) }, { note: 'All fine' }));
  expect(asked([...once, ...settled])).not.toHaveProperty('doubtfulSigns');
});
