/**
 * The whole `/programme`, from the curriculum as it is: complete, valid, the same numbers, and its weeks are
 * the engine's.
 */
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { RULE_TABLES } from '../../tools/build/curriculum/rules.ts';
import { programmeView } from '../../views/page/programme-view.ts';
import { doseWords } from '../../views/plan/dose.ts';
import { programmePage } from '../../web/pages/public/programme.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { FRAME } from '../web/page-examples.ts';

const curriculum = theCurriculum();
const view = programmeView(curriculum);
const html = programmePage(FRAME, view);
const text = html
  .replace(/<style>[\s\S]*?<\/style>/, '')
  .replace(/<[^>]+>/g, ' ')
  .replace(/&#39;/g, "'")
  .replace(/&quot;/g, '"')
  .replace(/&amp;/g, '&')
  .replace(/\s+/g, ' ');
const contains = (part: string): void => expect(text).toContain(part.replace(/\s+/g, ' ').trim());

describe('the weeks', () => {
  test('are the skeleton of docs/clinical-rules.md §9.8, decided by the engine', () => {
    expect(view.course.map((w) => `${w.week} ${w.phase} LV${w.level} ${w.footCore} ${w.running}`)).toEqual([
      '1 Settle LV1 Seated walks',
      '2 Settle LV2 Seated walks',
      '3 Build LV3 Standing walks',
      '4 Build LV4 Standing 6 × (1 min jog, 4 min walk)',
      '5 Build LV4 One leg 10 × (1 min jog, 2 min walk)',
      '6 Strengthen LV5 One leg 15 × (1 min jog, 1 min walk)',
      '7 Strengthen LV5 Moving 10 × (2 min jog, 1 min walk)',
      '8 Strengthen LV6 Moving 7 × (3 min jog, 1 min walk)',
      '9 Reload LV6 Keep it 5 × (5 min jog, 1 min walk)',
      '10 Reload LV7 Keep it 3 × (9 min jog, 1 min walk)',
      '11 Return LV7 Keep it 2 × (14 min jog, 1 min walk)',
      '12 Return LV7 Keep it 30 min of easy running',
    ]);
  });
  test('bring every lesson once, but none that was lost', () => {
    const ids = view.course.flatMap((w) => w.lessons.map((l) => l.id));
    expect([...ids].sort()).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(20);
  });
});

describe('the page', () => {
  test('holds every level with its doses, every stage, block, stretch', () => {
    for (const level of curriculum.levels) {
      contains(`Level ${level.level}: ${level.name}`);
      for (const p of level.exercises) contains(doseWords(p));
    }
    for (const block of curriculum.footCore.blocks) for (const move of block.moves) contains(doseWords(move));
    for (const id of curriculum.stretchSchedule.exercises) contains(curriculum.exercises[id]!.name);
    expect(view.stages.map((s) => s.stage)).toEqual(curriculum.stages.map((s) => s.stage));
  });
  test('holds every lesson in full and every exercise with its steps and cue', () => {
    for (const lesson of curriculum.lessons) {
      contains(lesson.title);
      for (const block of [...lesson.body, ...lesson.painkiller])
        for (const piece of block.kind === 'list' ? block.items : [block.text]) contains(piece);
      if (lesson.action !== null) contains(lesson.action);
    }
    for (const exercise of Object.values(curriculum.exercises))
      for (const piece of [exercise.setUp, exercise.cue, ...exercise.steps]) contains(piece);
  });
  test('holds every rule with its words', () => {
    for (const [group, ids] of Object.entries(RULE_TABLES) as [
      keyof typeof RULE_TABLES,
      readonly string[],
    ][]) {
      if (group === 'start' || group === 'caps') continue;
      for (const id of ids) contains(curriculum.rules[group][id]!);
    }
    for (const says of Object.values(curriculum.rules.also)) contains(says);
  });
  test('holds every work, with its DOI as a link where one was seen', () => {
    for (const work of curriculum.works) {
      contains(work.cite);
      if (work.doi !== undefined) expect(html).toContain(`href="https://doi.org/${work.doi}"`);
    }
  });
  test('is valid, its links lead somewhere, and it stays under 200 KB', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap((r) => r.messages.map((m) => `${m.line} ${m.ruleId}: ${m.message}`)),
    ).toEqual([]);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    expect(Buffer.byteLength(html)).toBeLessThan(200_000);
    expect(text).not.toMatch(/undefined|\[object|NaN|[{}]/);
  });
});
