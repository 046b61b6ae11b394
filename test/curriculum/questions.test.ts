/**
 * The questions: an option without words, an asking and a saying back that differ, and a sign worded twice
 * are errors of the build.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONDITIONS, RED_FLAGS } from '../../program/answers/intake.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import { loadCurriculum } from '../../tools/build/curriculum/curriculum.ts';
import { bearing } from '../../tools/build/curriculum/questions.ts';
import { pageWords } from '../../views/words/page-words.ts';
import { stopSigns, stopSignsInShort } from '../../views/words/stop-signs.ts';

const curriculum = loadCurriculum();
const { options } = curriculum.questions;

let dir = '';
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'questions-')), 'curriculum');
  cpSync('curriculum', dir, { recursive: true });
});
afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

/** The mistakes after one replacement in a file of the locale. */
function mistakesAfter(file: string, from: string | RegExp, to: string): readonly string[] {
  const path = join(dir, 'en', file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, changed);
  try {
    loadCurriculum(dir);
    return [];
  } catch (fault) {
    return (fault instanceof Error ? fault.message : String(fault)).split('\n').slice(1);
  }
}

describe('canary: the build refuses', () => {
  test.each<[name: string, file: string, from: string | RegExp, to: string, parts: readonly string[]]>([
    [
      'a sign that is said back with less than was asked',
      'questions.yaml',
      'back: "swelling, redness, a change of colour or heat in one leg, or a hard sore vein"',
      'back: "swelling, redness or heat in one leg"',
      ['en/questions.yaml:', 'with change, colour, hard, sore, vein', 'use the same words in both'],
    ],
    [
      'a condition that is said back as another one',
      'questions.yaml',
      'back: "kidney disease", sources: [docs/clinical-rules.md §6.5]',
      'back: "liver disease", sources: [docs/clinical-rules.md §6.5]',
      ['with Kidney', 'without liver'],
    ],
    [
      'an option without words',
      'questions.yaml',
      /\n {4}knee:\n(?: {6}.*\n)+/,
      '\n',
      ['for `knee`', 'add `knee`'],
    ],
    [
      'an option that no form knows',
      'questions.yaml',
      '    "3+": {',
      '    "4+": { ask: "Four", back: "four", sources: [TR-P1] }\n    "3+": {',
      ['no field named `4+`'],
    ],
    [
      'a question without its words',
      'questions.yaml',
      / {4}onsetDate: .*\n/,
      '',
      ['for `onsetDate`', 'add `onsetDate`'],
    ],
    [
      'a stop sign of the weekly plan without its few words',
      'questions.yaml',
      / {6}short: "a knee that will not bend"\n/,
      '',
      ['`short`', 'add the few words of the weekly plan'],
    ],
    [
      'braces that no page fills in',
      'questions.yaml',
      'ask: "Which calf?"',
      'ask: "Which calf, {name}?"',
      ['parameters (none)', '{name}'],
    ],
    [
      'a sign worded a second time',
      'safety.yaml',
      '  painAverage: "',
      '  redFlags.knee: "a stiff knee"\n  painAverage: "',
      ['in questions.yaml alone', 'remove it here'],
    ],
    [
      'a list of a page with a sign that nobody asks',
      'safety.yaml',
      '- answer: redFlags.dark',
      '- answer: redFlags.darkness',
      ['redFlags.dark'],
    ],
    [
      'a question without a source',
      'questions.yaml',
      'intent: { ask: "What brings you here?", sources: [docs/clinical-rules.md §9.2] }',
      'intent: { ask: "What brings you here?" }',
      ['for `sources`'],
    ],
  ])('%s', (_, file, from, to, parts) => {
    const found = mistakesAfter(file, from, to);
    expect(found.length).toBeGreaterThan(0);
    for (const part of parts) expect(found.join('\n')).toContain(part);
  });

  test('and only what was broken: the files as they are have no mistake', () =>
    expect(mistakesAfter('questions.yaml', '# What every form asks', '# What each form asks')).toEqual([]));
});

describe('one wording', () => {
  test.each(RED_FLAGS)('the sign %s is told back with the words it was asked with', (flag) => {
    const { ask, back } = options.redFlags[flag];
    expect(answerWords(curriculum, `redFlags.${flag}`)).toBe(back);
    expect([...bearing(back)].sort()).toEqual([...bearing(ask)].sort());
  });
  test.each(CONDITIONS)('the condition %s too', (condition) =>
    expect(answerWords(curriculum, `conditions.${condition}`)).toBe(options.conditions[condition].back),
  );

  test('the public lists, the first mail and the check-in name a sign in the same words', () => {
    const { signs } = pageWords(curriculum);
    const listed = [...signs.emergency, ...signs.today, ...signs.beforeMore].map((s) => s.toLowerCase());
    for (const sign of stopSigns(curriculum)) expect(listed).toContain(`${sign.toLowerCase()}.`);
    // A fever alone holds, a bruise is for a physiotherapist; a journey counts together with new pain, in
    // words of its own.
    const alone = RED_FLAGS.filter((f) => f !== 'fever' && f !== 'bruise' && f !== 'journey');
    for (const flag of alone) expect(listed, flag).toContain(`${options.redFlags[flag].back.toLowerCase()}.`);
    expect(signs.today.join(' ')).toContain(
      'since a journey of four hours or more, days in bed or an operation',
    );
  });
  test('the few words of the weekly plan are words of the sign', () => {
    const asWhole = stopSigns(curriculum);
    for (const [i, short] of stopSignsInShort(curriculum).entries())
      for (const word of bearing(short.replace('unusual ', ''))) {
        const same = word === 'swol' ? 'swel' : word === 'red' ? 'redn' : word === 'hot' ? 'heat' : word;
        expect([...bearing(asWhole[i] ?? '')], short).toContain(same);
      }
  });
  test('nothing asked is longer than a thumb-sized line or two', () => {
    for (const list of Object.values(options))
      for (const [name, { ask }] of Object.entries(list)) expect(ask.length, name).toBeLessThanOrEqual(125);
  });
});
