/**
 * The note of a check-in: words of a stop sign in it count, and nothing in it ever loosens an answer
 * (docs/decisions/0013).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import { type RedFlag, WEEKLY_RED_FLAGS } from '../../../program/answers/intake.ts';
import { withNote } from '../../../program/reply/note.ts';

const with_ = (note: string | null, redFlags: readonly RedFlag[] | null = []) =>
  checkInAnswers.parse({ painAverage: 1, redFlags, note });

describe('a note', () => {
  test.each<[string, readonly RedFlag[]]>([
    ['My calf is swollen and hot', ['swelling']],
    ['There was a loud pop on Tuesday', ['pop']],
    ['chest pain since yesterday', ['chest']],
  ])('"%s" counts as ticked', (note, flags) => {
    expect(withNote(with_(note))).toEqual({ answers: with_(note, flags), ask: [] });
    expect(withNote(with_(note, null)).answers.redFlags).toEqual(flags);
  });
  test.each(['Felt great', 'No swelling, no pop', 'New shoes, 3 x 15 without trouble', ''])(
    '"%s" changes nothing',
    (note) => {
      const answers = with_(note === '' ? null : note);
      expect(withNote(answers)).toEqual({ answers, ask: [] });
    },
  );
  test('in unclear words makes the list unanswered and is asked about, however often it is sent', () => {
    const once = withNote(with_('calf is swolen'));
    expect([once.answers.redFlags, once.ask]).toEqual([null, ['swelling']]);
    expect(withNote(with_('calf is swolen'))).toEqual(once);
    expect(withNote(with_('calf is swolen', ['swelling']))).toEqual({
      answers: with_('calf is swolen', ['swelling']),
      ask: [],
    });
    expect(withNote(with_('calf is swolen', ['pop'])).answers.redFlags).toEqual(['pop']);
  });
});

test('no note takes a ticked sign away or answers the list for somebody', () => {
  const flags = fc.option(fc.subarray([...WEEKLY_RED_FLAGS]), { nil: null });
  const words = fc.constantFrom(
    'swollen',
    'no',
    'calf',
    'pop',
    'heard',
    'swolen',
    'chest',
    'pain',
    'fever',
    'none',
    'not',
    'fine',
    '.',
    ',',
  );
  fc.assert(
    fc.property(
      flags,
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
      ),
      (redFlags, note) => {
        const { answers } = withNote(with_(note.slice(0, 500), redFlags));
        if (redFlags === null && answers.redFlags !== null)
          expect(answers.redFlags.length).toBeGreaterThan(0);
        if (redFlags !== null && redFlags.length > 0)
          expect(answers.redFlags).toEqual(expect.arrayContaining(redFlags));
        expect({ ...answers, redFlags: null }).toEqual({ ...with_(note.slice(0, 500), null) });
      },
    ),
  );
});

test('every text of the corpus that names a sign is at least asked about', () => {
  const corpus = parse(
    readFileSync(path.join(import.meta.dirname, 'corpora/red-flags.yaml'), 'utf8'),
  ) as unknown;
  const cases = (Array.isArray(corpus) ? corpus : Object.values(corpus as object).flat()) as readonly {
    text?: string;
    flags?: readonly string[];
  }[];
  const named = cases.filter(
    (one) => typeof one.text === 'string' && (one.flags?.length ?? 0) > 0 && (one.text?.length ?? 0) <= 500,
  );
  expect(named.length).toBeGreaterThan(50);
  for (const { text = '' } of named) {
    const { answers, ask } = withNote(with_(text));
    expect([text, (answers.redFlags ?? []).length + ask.length > 0]).toEqual([text, true]);
  }
});
