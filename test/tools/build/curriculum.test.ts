import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildCurriculum, loadCurriculum } from '../../../tools/build/curriculum/curriculum.ts';

let dir = '';
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'curriculum-')), 'curriculum');
  cpSync('curriculum', dir, { recursive: true });
});
afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

/** Replaces the first `from` of a file; returns the line it stood on. */
function edit(file: string, from: string, to: string): number {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${file} has no "${from}"`);
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}
const mistakes = (): readonly string[] => {
  try {
    loadCurriculum(dir);
    return [];
  } catch (fault) {
    return (fault instanceof Error ? fault.message : String(fault)).split('\n').slice(1);
  }
};

describe('a mistake is named by file, line, what was expected and what to do', () => {
  test.each<[name: string, file: string, from: string, to: string, expected: readonly string[]]>([
    [
      'a slip of the finger in a dose',
      'levels.yaml',
      'sets: 5, seconds: 30',
      'sets: 33, seconds: 30',
      ['at most 6 for `sets`', 'found 33', 'lower it to 6'],
    ],
    [
      'words where a number belongs',
      'levels.yaml',
      'reps: 12, toReps: 15',
      'reps: twelve, toReps: 15',
      ['a number for `reps`', 'found "twelve"'],
    ],
    [
      'seconds told as minutes',
      'levels.yaml',
      'seconds: 30, toSeconds',
      'minutes: 30, toSeconds',
      ['no field named `minutes`', 'the fields here are sets, reps, tempo', 'seconds'],
    ],
    [
      'a number with its unit',
      'levels.yaml',
      'seconds: 30, toSeconds',
      'seconds: 30 s, toSeconds',
      [
        'a number for `seconds`',
        'found "30 s"',
        'write a number alone; the unit is in the name of the field',
      ],
    ],
    [
      'less than nothing',
      'levels.yaml',
      'sets: 5, seconds: 30',
      'sets: -5, seconds: 30',
      ['at least 1 for `sets`', 'found -5', 'raise it to 1'],
    ],
    [
      'a misspelt field of a dose',
      'levels.yaml',
      'restSeconds: 60, restSecondsTo',
      'restSecs: 60, restSecondsTo',
      ['`restSecs`', 'write `restSeconds`'],
    ],
    [
      'a misspelt optional field',
      'levels.yaml',
      'toSeconds: 45',
      'toSecond: 45',
      ['no field named `toSecond`', 'write `toSeconds`'],
    ],
    [
      'a field twice',
      'levels.yaml',
      '    minimumDays: 3\n',
      '    minimumDays: 3\n    minimumDays: 4\n',
      ['`minimumDays` once', 'it a second time'],
    ],
    [
      'a tab',
      'levels.yaml',
      '    minimumDays: 3\n',
      '\tminimumDays: 3\n',
      ['spaces before a field', 'a tab', 'as many spaces as the line above'],
    ],
    [
      'a build-up that goes down',
      'levels.yaml',
      'seconds: 30, toSeconds: 45',
      'seconds: 45, toSeconds: 30',
      ['more than 45 for `toSeconds`', 'found 30', 'the one to work up to second'],
    ],
    [
      'a dose of nothing',
      'levels.yaml',
      'sets: 2, reps: 20, tempo: easy',
      'sets: 2, tempo: easy',
      ['`reps`, `seconds` or `metres` in the dose', 'none of them'],
    ],
    [
      'no source',
      'levels.yaml',
      '    sources: [docs/clinical-rules.md §2.9, docs/clinical-rules.md §2.11, Green2022]\n',
      '',
      ['a list for `sources`', 'found nothing', 'add `sources`'],
    ],
    [
      'half a repetition',
      'levels.yaml',
      'reps: 20',
      'reps: 20.5',
      ['a whole number for `reps`', 'found 20.5'],
    ],
    [
      'an exercise that does not exist',
      'levels.yaml',
      'exercise: EX-05',
      'exercise: EX-77',
      ['an exercise that exists', 'EX-77'],
    ],
    [
      'an exercise above its level',
      'levels.yaml',
      'exercise: EX-05',
      'exercise: EX-17',
      ['an exercise allowed at LV2', 'EX-17, which starts at LV5'],
    ],
    [
      'a level without its gate',
      'levels.yaml',
      'gateShort: "3 sets of 10 lowerings',
      'gateShort: null #',
      ['a test that opens LV4'],
    ],
    [
      'an unknown field',
      'levels.yaml',
      'hoursBetween: null',
      'hourBetween: null',
      ['no field named `hourBetween`', 'write `hoursBetween`'],
    ],
    [
      'an unknown placeholder in a gate',
      'levels.yaml',
      'reaches {raises75}',
      'reaches {raises99}',
      ['one of {raises50}', '{raises99}'],
    ],
    [
      'an unknown source',
      'running.yaml',
      'sources: [docs/clinical-rules.md §4.1, docs/clinical-rules.md §4.4, S-14]',
      'sources: [docs/clinical-rules.md §4.1, docs/clinical-rules.md §4.4, S-99]',
      ['a known source', 'S-99'],
    ],
    [
      'a section that does not exist',
      'foot-core.yaml',
      'sources: [docs/clinical-rules.md §3.4,',
      'sources: [docs/clinical-rules.md §3.99,',
      ['a known source', 'docs/clinical-rules.md §3.99'],
    ],
    [
      'minutes that do not add up',
      'running.yaml',
      'totalRunMinutes: 10',
      'totalRunMinutes: 12',
      ['10 (intervals × run minutes)', 'found 12'],
    ],
    ['a stage out of order', 'running.yaml', 'stage: R4,', 'stage: R5,', ['R4 in this place', 'found R5']],
    [
      'a gated move without its seated version',
      'foot-core.yaml',
      'needsLevel: 1, otherwise: EX-21,',
      'needsLevel: 1,',
      ['a seated move in `otherwise`'],
    ],
    [
      'a hole between phases',
      'programme.yaml',
      'fromWeek: 3, toWeek: 5',
      'fromWeek: 4, toWeek: 5',
      ['a phase from week 3', 'weeks 4 to 5'],
    ],
    [
      'a limit of safety loosened',
      'programme.yaml',
      'notBeforeHours: 72',
      'notBeforeHours: 24',
      ['at least 72 for `notBeforeHours`', 'found 24'],
    ],
    [
      'a version without quotes',
      'programme.yaml',
      'version: "1.0.0"',
      'version: 1.0',
      ['words for `version`', 'found 1'],
    ],
    [
      'a comma for the decimals',
      'levels.yaml',
      'minimumDays: 3',
      'minimumDays: 1,5',
      ['found "1,5"', 'write a point', 'not a comma'],
    ],
    [
      'a comma for the decimals in a dose',
      'levels.yaml',
      'reps: 20',
      'reps: 1,5',
      ['a number with a point', 'a comma before 5', 'not a comma'],
    ],
    [
      'a field with two letters swapped',
      'en/lessons/LES-06.md',
      'slot: 2',
      'solt: 2',
      ['no field named `solt`', 'write `slot`'],
    ],
    [
      'a place that a week has not',
      'en/lessons/LES-06.md',
      'slot: 2',
      'slot: 3',
      ['one of 1, 2 for `slot`', 'found 3', 'use one of these'],
    ],
    [
      'a lesson id of another form',
      'en/lessons/LES-06.md',
      'id: LES-06',
      'id: LES-6',
      ['a lesson id such as LES-05', 'found "LES-6"'],
    ],
    [
      'an exercise id of another form',
      'en/exercises/EX-03.md',
      'id: EX-03',
      'id: EX03',
      ['the id of the file, EX-03', 'found "EX03"'],
    ],
    [
      'an item of the article that is none',
      'en/lessons/LES-06.md',
      'mustCarry: [',
      'mustCarry: [S5, ',
      ['such as S-05', 'found "S5"'],
    ],
    [
      'a colon in a title',
      'en/lessons/LES-06.md',
      'title: ',
      'title: Warm up: five #',
      ['words with a colon', 'in "double quotes"'],
    ],
    [
      'a quote within quotes',
      'en/lessons/LES-06.md',
      'title: "The',
      'title: "The" "',
      ['nothing after the closing quote', 'one pair of "double quotes"'],
    ],
    [
      'a quote left open',
      'en/lessons/LES-06.md',
      'that bites"',
      'that bites',
      ['a quote at the end of the words', 'close what the first quote opens'],
    ],
    [
      'a field too far to the right',
      'levels.yaml',
      '    minimumDays: 3',
      '      minimumDays: 3',
      ['in one column', 'as many spaces as the first field'],
    ],
    [
      'a sign that YAML keeps for itself',
      'en/lessons/LES-06.md',
      'title: ',
      'title: @',
      ['begin with a letter', '@ first', 'in "double quotes"'],
    ],
    ['a list left open', 'en/lessons/LES-06.md', 'S-11, S-12]', 'S-11, S-12', ['to be closed', '] or }']],
    [
      'a field without its colon',
      'programme.yaml',
      'weeks:',
      'weeks',
      ['a colon after a field name', 'write `weeks:`'],
    ],
    ['a reason without words', 'en/reasons.yaml', 'AD-22:', 'AD-22x:', ['AD-22']],
    [
      'an unknown parameter in a reason',
      'en/reasons.yaml',
      'Your week averaged {avg}',
      'Your week averaged {average}',
      ['one of the parameters avg', '{average}'],
    ],
    [
      'a stop answer without words',
      'en/questions.yaml',
      '    swelling:',
      '    swollen:',
      ['for `swelling`', 'add `swelling`'],
    ],
    [
      'an exercise without steps',
      'en/exercises/EX-03.md',
      '## Steps',
      '## Stepps',
      ['one of the sections', '"Stepps"'],
    ],
    [
      'a stop rule cut short',
      'en/exercises/EX-03.md',
      'or if you feel a sharp or sudden pain',
      'or whenever you like',
      ['the stop rule'],
    ],
    [
      'an id that is not the file',
      'en/lessons/LES-05.md',
      'id: LES-05',
      'id: LES-06',
      ['the id of the file, LES-05', 'LES-06'],
    ],
    [
      'a lesson in a place that is taken',
      'en/lessons/LES-06.md',
      'slot: 2',
      'slot: 1',
      ['a place of its own', 'week 3, lesson 1, as LES-05'],
    ],
  ])('%s', (_, file, from, to, expected) => {
    const line = edit(file, from, to);
    const found = mistakes();
    expect(found.length).toBeGreaterThan(0);
    const own = found.find((m) => expected.every((e) => m.includes(e)));
    expect(own, found.join('\n')).toBeDefined();
    expect(own).toMatch(/^curriculum\/[\w./-]+:\d+:\d+ expected .+ \(found .+\)\. Remedy: .+\.$/);
    expect(own).toContain(`curriculum/${file}:`);
    // A missing thing is shown where it should stand: at its parent, a few lines above at most.
    const shown = Number(/:(\d+):\d+ /.exec(own ?? '')?.[1]);
    expect(shown).toBeGreaterThanOrEqual(1);
    if (
      !/none|nothing|section|stop rule|reasons|answers|`sources`/.test(own ?? '') &&
      file.endsWith('.yaml') &&
      from !== 'weeks:' &&
      from !== 'AD-22:'
    ) {
      expect(Math.abs(shown - line), own).toBeLessThanOrEqual(1);
    }
  });

  test('a lesson that is too long', () => {
    edit(
      'en/lessons/LES-09.md',
      'It takes 5 to 10 minutes.\n\n- Walk',
      `${'one more word and '.repeat(30)}\n\n- Walk`,
    );
    expect(mistakes().join('\n')).toMatch(
      /LES-09\.md:\d+:1 expected at most 250 words \(found 3\d\d words\)/,
    );
  });

  test.each(['levels.yaml', 'en/safety.yaml', 'en/exercises/EX-14.md', 'en/lessons/LES-24.md'])(
    'missing file %s',
    (file) => {
      unlinkSync(join(dir, file));
      expect(mistakes()).toContain(
        `curriculum/${file}:1:1 expected this file (found no file of that name). Remedy: restore it, or correct its name.`,
      );
    },
  );

  test.each([
    ['a misspelt field', '    minimumDays: 3\n', '    minimunDays: 3\n'],
    ['a tab', '    minimumDays: 3\n', '\tminimumDays: 3\n'],
    ['a field twice', '    minimumDays: 3\n', '    minimumDays: 3\n    minimumDays: 4\n'],
    ['a bracket left open', 'restSeconds: 60, eachSide: false } }', 'restSeconds: 60, eachSide: false }'],
  ])('%s is one mistake, not its echoes', (_, from, to) => {
    edit('levels.yaml', from, to);
    expect(mistakes()).toHaveLength(1);
  });

  test('two mistakes are told at once, in the order of files', () => {
    edit('running.yaml', 'noHillsWeeks: 2', 'noHillsWeeks: many');
    edit('levels.yaml', 'sets: 5, seconds: 30', 'sets: 33, seconds: 30');
    const found = mistakes();
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('levels.yaml');
    expect(found[1]).toContain('running.yaml');
  });
});

test('the built file is the loaded curriculum', () => {
  const out = join(dir, '..', 'out', 'curriculum.json');
  expect(buildCurriculum(dir, out)).toEqual(JSON.parse(readFileSync(out, 'utf8')));
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(loadCurriculum());
});
