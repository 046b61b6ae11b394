/**
 * Checks across files: every id is known, every text is there, no dose stands above its level, no lesson is
 * too long.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FINDING_CODES, RULE_IDS } from '../../../program/course/types.ts';
import type { FaqCard } from '../../../program/curriculum/faq-schema.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { ExerciseText, Lesson } from '../../../program/curriculum/words-schema.ts';
import { sectionsOf } from '../../quality/guards/citations.ts';
import { ROOT } from '../../quality/guards/tree.ts';
import { checkFaq } from '../checks/faq.ts';
import { checkShoes, placeholders } from '../checks/shoes.ts';
import { checkDoses } from './doses.ts';
import type { Path, Report, Source } from './files.ts';
import type { Issue } from './issues.ts';
import { showValue } from './issues.ts';
import { checkQuestions } from './questions.ts';
import { checkRuleWords } from './rules.ts';
import { checkTimes } from './times.ts';

export const LESSON_WORDS = 250;
export const BRIEF_WORDS = 120;
export const GATE_PLACEHOLDERS = ['raises50', 'raises75', 'symmetry80', 'symmetry85', 'symmetry90'];

const RULES = 'docs/clinical-rules.md';
/**
 * Sections and amendments of the clinical rules, as a source cites them: `docs/clinical-rules.md §9.7`,
 * `docs/clinical-rules.md §12 A4`.
 */
const SECTIONS: ReadonlySet<string> = new Set(
  sectionsOf(readFileSync(path.join(ROOT, RULES), 'utf8')).map((section) => `${RULES} §${section}`),
);
const NUMBERED: Readonly<Record<string, number>> = { S: 82, SH: 16, BC: 8, NS: 14, MD: 14, LES: 24 };

/** Does a `sources:` entry name something? `known` holds the works of sources.yaml and the exercises. */
export function sourceResolves(id: string, known: ReadonlySet<string>): boolean {
  if (id.includes('§')) return SECTIONS.has(id);
  const numbered = /^(S|SH|BC|NS|MD|LES)-(\d{1,2})$/.exec(id);
  if (numbered) return Number(numbered[2]) >= 1 && Number(numbered[2]) <= (NUMBERED[numbered[1] ?? ''] ?? 0);
  return (
    known.has(id) ||
    (RULE_IDS as readonly string[]).includes(id) ||
    (FINDING_CODES as readonly string[]).includes(id)
  );
}

export const words = (text: string): number =>
  text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
const blockWords = (blocks: Lesson['body']): number =>
  blocks.reduce(
    (n, b) => n + (b.kind === 'paragraph' ? words(b.text) : b.items.reduce((m, i) => m + words(i), 0)),
    0,
  );
export const lessonWords = (l: Lesson): number => blockWords(l.body) + blockWords(l.painkiller);

export interface Checked {
  readonly curriculum: Curriculum;
  readonly files: Readonly<
    Record<
      | 'programme'
      | 'levels'
      | 'running'
      | 'footCore'
      | 'reasons'
      | 'safety'
      | 'questions'
      | 'messages'
      | 'shoes'
      | 'shoeWords'
      | 'rules'
      | 'sources',
      Source
    >
  >;
  readonly exercises: ReadonlyMap<string, readonly [ExerciseText, Source]>;
  readonly lessons: ReadonlyMap<string, readonly [Lesson, Source]>;
  readonly faq: ReadonlyMap<string, readonly [FaqCard, Source]>;
}

/** Every `sources:` list of a file, wherever it stands. */
function walkSources(data: unknown, path: Path, visit: (id: string, path: Path) => void): void {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (key === 'sources' && Array.isArray(value))
      value.forEach((id, i) => {
        visit(String(id), [...here, i]);
      });
    else walkSources(value, here, visit);
  }
}

function checkSources(c: Checked, report: Report): void {
  const known = new Set([...c.curriculum.works.map((w) => w.id), ...c.exercises.keys()]);
  const pages = [...c.exercises.values(), ...c.lessons.values(), ...c.faq.values()].map(
    ([, source]) => source,
  );
  for (const source of [...Object.values(c.files), ...pages])
    walkSources(source.data, [], (id, path) => {
      if (!sourceResolves(id, known))
        report(source, path, {
          expected: 'a known source',
          found: showValue(id),
          remedy: 'correct the id, or add the work to curriculum/sources.yaml',
        });
    });
}

function checkExerciseUse(c: Checked, report: Report): void {
  const { levels, footCore, programme } = c.files;
  const use = (source: Source, path: Path, id: string, level: number): void => {
    const text = c.exercises.get(id)?.[0];
    if (text === undefined)
      report(source, path, {
        expected: 'an exercise that exists',
        found: showValue(id),
        remedy: 'correct the id, or add its file under curriculum/en/exercises',
      });
    else if (text.fromLevel > level)
      report(source, path, {
        expected: `an exercise allowed at LV${level}`,
        found: `${id}, which starts at LV${text.fromLevel}`,
        remedy: 'use another exercise, or move it to a higher level',
      });
  };
  c.curriculum.levels.forEach((level, i) => {
    for (const list of ['exercises', 'heelBone'] as const)
      level[list]?.forEach((p, j) => {
        use(levels, ['levels', i, list, j, 'exercise'], p.exercise, level.level);
        p.alternatives?.forEach((id, k) => {
          use(levels, ['levels', i, list, j, 'alternatives', k], id, level.level);
        });
        if (list === 'heelBone' && c.exercises.get(p.exercise)?.[0].hop === true)
          report(levels, ['levels', i, list, j, 'exercise'], {
            expected: 'no hop for heel-bone pain',
            found: p.exercise,
            remedy: 'leave it out here',
          });
      });
  });
  const seated = new Set(c.curriculum.footCore.blocks[0]?.moves.map((m) => m.exercise));
  c.curriculum.footCore.blocks.forEach((block, i) => {
    block.moves.forEach((m, j) => {
      const path = ['blocks', i, 'moves', j];
      use(footCore, [...path, 'exercise'], m.exercise, m.needsLevel);
      if (m.needsLevel > 0 && m.otherwise === undefined)
        report(footCore, path, {
          expected: 'a seated move in `otherwise`',
          found: 'none',
          remedy: 'name one of the FC1 moves',
        });
      if (m.otherwise !== undefined && !seated.has(m.otherwise))
        report(footCore, [...path, 'otherwise'], {
          expected: 'a move of FC1',
          found: m.otherwise,
          remedy: 'name one of the FC1 moves',
        });
    });
  });
  const { stretchSchedule, warmUp, addOn, maintenance } = c.curriculum;
  maintenance.strength.forEach((p, i) => {
    for (const id of [p.exercise, ...(p.alternatives ?? [])])
      use(programme, ['maintenance', 'strength', i, 'exercise'], id, maintenance.strengthFromLevel);
  });
  stretchSchedule.exercises.forEach((id, i) => {
    use(programme, ['stretches', 'exercises', i], id, 0);
  });
  use(programme, ['warmUp', 'exercise'], warmUp.exercise, warmUp.gentleBelowLevel);
  use(programme, ['warmUp', 'gentleExercise'], warmUp.gentleExercise, 0);
  addOn.exercises.forEach((p, i) => {
    use(programme, ['addOn', 'exercises', i, 'exercise'], p.exercise, 7);
  });
}

function checkGates(c: Checked, report: Report): void {
  const { levels, running } = c.files;
  c.curriculum.levels.forEach((level, i) => {
    if (level.level !== i)
      report(levels, ['levels', i, 'level'], {
        expected: `level ${i} in this place`,
        found: String(level.level),
        remedy: 'keep the levels in order, LV0 first',
      });
    if (i < 7 && (level.gate === null || level.gateShort === null))
      report(levels, ['levels', i, 'gate'], {
        expected: `a test that opens LV${i + 1}`,
        found: 'none',
        remedy: 'write `gate` and `gateShort`',
      });
    if (i === 7 && level.gate !== null)
      report(levels, ['levels', i, 'gate'], {
        expected: 'no test at the top level',
        found: 'one',
        remedy: 'write null',
      });
  });
  c.curriculum.stages.forEach((stage, i) => {
    if (stage.stage !== `R${i}`)
      report(running, ['stages', i, 'stage'], {
        expected: `R${i} in this place`,
        found: stage.stage,
        remedy: 'keep the stages in order, R0 first',
      });
    if (stage.totalRunMinutes !== stage.intervals * stage.runMinutes)
      report(running, ['stages', i, 'totalRunMinutes'], {
        expected: `${stage.intervals * stage.runMinutes} (intervals × run minutes)`,
        found: String(stage.totalRunMinutes),
        remedy: 'correct one of the three',
      });
  });
  const texts: readonly (readonly [Source, string, number, object])[] = [
    ...c.curriculum.levels.map((l, i) => [levels, 'levels', i, l] as const),
    ...c.curriculum.stages.map((s, i) => [running, 'stages', i, s] as const),
  ];
  for (const [source, list, i, row] of texts)
    for (const [key, value] of Object.entries(row))
      if (key.startsWith('gate') && typeof value === 'string')
        for (const name of placeholders(value).filter((n) => !GATE_PLACEHOLDERS.includes(n)))
          report(source, [list, i, key], {
            expected: `one of {${GATE_PLACEHOLDERS.join('}, {')}}`,
            found: `{${name}}`,
            remedy: 'correct the name in braces',
          });
}

function checkWeeks(c: Checked, report: Report): void {
  const { programme } = c.files;
  const { weeks, phases, stretchSchedule, crossTraining } = c.curriculum;
  if (!(weeks.min <= weeks.nominal && weeks.nominal <= weeks.max))
    report(programme, ['weeks'], {
      expected: 'min, then nominal, then max, rising',
      found: `${weeks.min}, ${weeks.nominal}, ${weeks.max}`,
      remedy: 'correct the numbers',
    });
  phases.forEach((phase, i) => {
    const from = i === 0 ? 1 : (phases[i - 1]?.toWeek ?? 0) + 1;
    if (phase.fromWeek !== from || phase.toWeek < phase.fromWeek)
      report(programme, ['phases', i, 'fromWeek'], {
        expected: `a phase from week ${from}`,
        found: `weeks ${phase.fromWeek} to ${phase.toWeek}`,
        remedy: 'let each phase begin the week after the one before',
      });
  });
  const tables = [
    ['stretches', 'schedule', stretchSchedule.schedule],
    ['crossTraining', null, crossTraining],
  ] as const;
  for (const [name, inner, rows] of tables)
    rows.forEach((row, i) => {
      const before = rows[i - 1]?.fromWeek ?? 0;
      if (row.fromWeek <= before || (i === 0 && row.fromWeek !== 1))
        report(programme, [name, ...(inner === null ? [] : [inner]), i, 'fromWeek'], {
          expected: i === 0 ? 'a first row from week 1' : `a week after ${before}`,
          found: String(row.fromWeek),
          remedy: 'put the rows in order',
        });
    });
}

function checkWords(c: Checked, report: Report): void {
  const places = new Map<string, string>();
  for (const [l, source] of c.lessons.values()) {
    const total = lessonWords(l);
    if (total > LESSON_WORDS)
      report(source, ['body'], {
        expected: `at most ${LESSON_WORDS} words`,
        found: `${total} words`,
        remedy: 'shorten the lesson',
      });
    if (words(l.brief) > BRIEF_WORDS)
      report(source, ['brief'], {
        expected: `at most ${BRIEF_WORDS} words in short`,
        found: `${words(l.brief)} words`,
        remedy: 'shorten it',
      });
    const place = `week ${l.week}, lesson ${l.slot}`;
    const other = places.get(place);
    if (other !== undefined)
      report(source, ['week'], {
        expected: 'a place of its own',
        found: `${place}, as ${other}`,
        remedy: 'give one of the two another week or slot',
      });
    places.set(place, l.id);
  }
  for (const [e, source] of c.exercises.values())
    if (!/over 5/.test(e.stopRule) || !/sharp or sudden/.test(e.stopRule))
      report(source, ['stopRule'], {
        expected: 'the stop rule: "over 5, or a sharp or sudden pain: stop"',
        found: showValue(e.stopRule),
        remedy: 'keep both parts of it',
      });
  for (const [code, text] of Object.entries(c.curriculum.reasons))
    for (const key of ['short', 'long', 'again'] as const)
      for (const name of placeholders(text[key] ?? '').filter((n) => !text.params.includes(n)))
        report(c.files.reasons, [code, key], {
          expected: `one of the parameters ${text.params.join(', ') || '(none)'}`,
          found: `{${name}}`,
          remedy: 'correct the name, or list it in `params`',
        });
  if (c.curriculum.safety.countries.default === undefined)
    report(c.files.safety, ['countries'], {
      expected: 'a `default` country',
      found: 'none',
      remedy: 'add what to say where the country is not listed',
    });
}

/** All mistakes that show only when the files are seen together. */
export function crossCheck(checked: Checked): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (source, path, what) => {
    issues.push({ file: source.file, ...source.at(path), ...what });
  };
  for (const check of [checkSources, checkExerciseUse, checkGates, checkWeeks, checkWords])
    check(checked, report);
  checkShoes(checked.curriculum, checked.files, report);
  for (const file of [checked.files.levels, checked.files.footCore, checked.files.programme])
    checkDoses(file, report);
  checkTimes(checked.curriculum, checked.files, report);
  checkQuestions(checked.curriculum, checked.files, report);
  checkFaq(checked.faq, checked.lessons, report);
  checkRuleWords(checked.curriculum.rules, checked.files.rules, report);
  return issues;
}
