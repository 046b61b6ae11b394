/** docs/rules.md against the tables, both ways, and the words of a rule against its numbers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULE_ROWS } from '../../program/adapt/decision-table.ts';
import { MODIFIER_ROWS } from '../../program/adapt/modifiers.ts';
import { SUDDEN_DAYS } from '../../program/course/tracks.ts';
import { REST_HOURS } from '../../program/layout/week-frame.ts';
import { LONG_PAIN_DAYS, SEVERE, TRIAGE_ROWS } from '../../program/triage/rows.ts';
import { START_ROWS } from '../../program/triage/start.ts';
import { RULE_TABLES } from '../../tools/build/curriculum/rules.ts';
import { documents } from '../../tools/build/docs/documents.ts';
import { changedFiles } from '../../tools/quality/guards/tracked.ts';
import { ROOT } from '../../tools/quality/guards/tree.ts';
import { theCurriculum } from '../support/curriculum.ts';

const curriculum = theCurriculum();
const { rules } = curriculum;
const [rulesDoc] = documents();
const text = rulesDoc!.text;
/** First cells of the rows of one chapter. */
const idsOf = (chapter: number): readonly string[] => {
  const part = text.split(/^## /m)[chapter]!;
  return [...part.matchAll(/^\| (\S+)[^|]*\|/gm)]
    .map((m) => m[1]!)
    .filter(
      (id) =>
        !['---', 'Rule', 'Code', 'Row', 'Cap', 'Case', 'Level', 'Stage', 'Block', 'Criterion'].includes(id),
    );
};

describe('the document', () => {
  test.each<[chapter: number, ids: readonly string[]]>([
    [1, RULE_ROWS.map((row) => row.id)],
    [2, MODIFIER_ROWS.map((row) => row.id)],
    [3, TRIAGE_ROWS.map((row) => row.code)],
    [4, [...START_ROWS.map((row) => row.id), ...RULE_TABLES.caps]],
    [5, Object.keys(rules.also)],
    [6, curriculum.levels.map((level) => `LV${level.level}`)],
    [7, curriculum.stages.map((stage) => stage.stage)],
    [8, curriculum.footCore.blocks.map((block) => block.block)],
    [9, RULE_TABLES.graduation],
  ])('chapter %i has exactly the rows of its table, in order', (chapter, ids) => {
    expect(idsOf(chapter)).toEqual(ids);
  });
  test('names every answer that raises a finding', () => {
    for (const row of TRIAGE_ROWS) expect(text).toContain(`(\`${row.answer}\`)`);
  });
  test('names no id that is not a row', () => {
    const known = new Set([...Object.values(RULE_TABLES).flat(), ...Object.keys(rules.also)]);
    const named = [...text.matchAll(/\b(?:AD-\d+b?|MD-\d+|TR-[A-Z]\d|ST-\d)\b/g)].map((m) => m[0]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
  test('has no hole', () => expect(text).not.toMatch(/undefined|\{|\| *\|/));
});

describe('the words of a rule hold its numbers', () => {
  const NUMBER_WORDS = [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
  ];
  const mentions = (says: string, n: number): boolean =>
    new RegExp(`\\b${n}\\b`).test(says) ||
    (n <= 10 && new RegExp(`\\b${NUMBER_WORDS[n]}\\b`, 'i').test(says));
  /**
   * The numbers a condition compares with; codes of answers (`nextDay === 2`, `spike >= 1`) and empty lists
   * are no numbers.
   */
  const numbersIn = (condition: unknown): readonly number[] =>
    [
      ...String(condition)
        .replace(/\b(?:nextDay|spike)\s*[=><]+\s*\d/g, '')
        .replace(/\?\?\s*0/g, '')
        .matchAll(/(?<![\w.])(\d+)(?![\w.])/g),
    ]
      .map((m) => Number(m[1]))
      .filter((n) => n > 0);

  test.each(RULE_ROWS.map((row) => [row.id, row] as const))('%s', (id, row) => {
    for (const n of numbersIn(row.when))
      expect(mentions(rules.adapt[id]!, n), `${n} in “${rules.adapt[id]}”`).toBe(true);
    for (const amount of [row.strength, row.running])
      if (typeof amount === 'number' && amount < 0)
        expect(mentions(rules.adapt[id]!, -amount), `${amount} in “${rules.adapt[id]}”`).toBe(true);
  });
  test('canary: thresholds are seen', () => {
    const seen = Object.fromEntries(RULE_ROWS.map((row) => [row.id, numbersIn(row.when)]));
    expect(seen).toMatchObject({
      'AD-03': [7, 7],
      'AD-05': [5],
      'AD-08': [2, 3],
      'AD-09': [3],
      'AD-12': [4],
      'AD-14': [1, 3],
      'AD-17': [3, 2],
    });
    expect(mentions('more than seven', 7)).toBe(true);
    expect(mentions('more than 17', 7)).toBe(false);
  });

  test('MD-1 to MD-6', () => {
    // MD-4 counts 3 of 10 as 30 percent, MD-6 3 of 4 as 75.
    const numbers: Readonly<Record<string, readonly number[]>> = {
      'MD-1': [2],
      'MD-2': [3],
      'MD-3': [4, 3],
      'MD-4': [6, 3, 2, 30],
      'MD-5': [4, 2, 3],
      'MD-6': [8, 75],
      'MD-10': [2],
      'MD-11': [3],
      'MD-12': [30, 4],
      'MD-13': [4],
      'MD-14': [3],
    };
    expect(Object.keys(numbers)).toEqual(MODIFIER_ROWS.map((row) => row.id));
    for (const [id, ns] of Object.entries(numbers))
      for (const n of ns) expect(mentions(rules.modifiers[id]!, n), `${n} in ${id}`).toBe(true);
    for (const row of MODIFIER_ROWS) {
      const inCode = numbersIn(row.when).filter((n) => !(row.id === 'MD-6' && n < 8));
      for (const n of inCode) expect(mentions(rules.modifiers[row.id]!, n), `${n} in ${row.id}`).toBe(true);
    }
  });

  test('triage, start, runs, flare', () => {
    for (const code of ['TR-D3', 'AD-03']) expect(mentions(rules.triage[code]!, SEVERE)).toBe(true);
    for (const code of ['TR-D5', 'TR-P1', 'TR-P3'])
      expect(mentions(rules.triage[code]!, LONG_PAIN_DAYS)).toBe(true);
    expect(LONG_PAIN_DAYS).toBe(6 * 7);
    expect(mentions(rules.also['early-after-sudden']!, SUDDEN_DAYS)).toBe(true);
    expect(mentions(rules.also.flare!, REST_HOURS)).toBe(true);
    for (const lesson of ['LES-06', 'LES-21'])
      expect(mentions(rules.relevance[lesson]!, curriculum.cautionMilesPerWeek)).toBe(true);
    for (const n of [curriculum.shoes.wear.replaceFromMiles, curriculum.shoes.wear.replaceComfortTo])
      expect(mentions(rules.relevance['LES-15']!, n)).toBe(true);
    expect(mentions(rules.adapt['AD-18']!, curriculum.spike.holdAbovePercent)).toBe(true);
    expect(mentions(rules.adapt['AD-09']!, curriculum.spike.largeAbovePercent)).toBe(true);
    expect(mentions(rules.also['rk-eased']!, curriculum.keepRunning.regressCutPercent)).toBe(true);
    expect(mentions(rules.also['rk-up']!, curriculum.keepRunning.longestRunRaisePercent)).toBe(true);
    for (const n of curriculum.keepRunning.volumePercent) expect(mentions(rules.also.start!, n)).toBe(true);
    expect(mentions(rules.also['course-extended']!, curriculum.weeks.max)).toBe(true);
    expect(mentions(rules.graduation.week!, curriculum.weeks.min)).toBe(true);
    expect(mentions(rules.graduation.raises!, curriculum.raises.ceiling)).toBe(true);
    for (const n of [curriculum.measures.footCoreSessions, curriculum.measures.footCoreSessionsToGraduate])
      expect(mentions(rules.graduation.footCore!, n)).toBe(true);
  });
});

describe('what is committed', () => {
  test.each(documents().map((d) => [d.file, d.text] as const))(
    '%s is what the tables say today',
    (file, made) => {
      expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(made);
    },
  );
  test('canary: a stale document would be named by the gate', () => {
    expect(changedFiles(new Map([['docs/rules.md', 'old']]), new Map([['docs/rules.md', 'new']]))).toEqual([
      'docs/rules.md',
    ]);
  });
});
