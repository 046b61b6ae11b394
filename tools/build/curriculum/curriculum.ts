/**
 * The curriculum from its files: read, check each file, check them together, or throw ONE error that lists
 * every mistake with file, line, what was expected and what to do. `buildCurriculum` writes the result where
 * the bundles and tools find it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { questions as questionsSchema } from '../../../program/curriculum/questions-schema.ts';
import { safety as safetySchema } from '../../../program/curriculum/safety-schema.ts';
import {
  type Curriculum,
  curriculum as curriculumSchema,
  footCoreFile,
  levelsFile,
  programmeFile,
  runningFile,
  sourcesFile,
} from '../../../program/curriculum/schema.ts';
import { shoesFile, shoeWords as shoeWordsSchema } from '../../../program/curriculum/shoes-schema.ts';
import {
  messages as messagesSchema,
  reasons as reasonsSchema,
  rules as rulesSchema,
} from '../../../program/curriculum/words-schema.ts';
import { readFaq } from '../checks/faq.ts';
import { crossCheck } from './checks.ts';
import { parseWith, readYaml, type Source } from './files.ts';
import { curriculumError, type Issue } from './issues.ts';
import { readExercises, readLessons } from './pages.ts';

/** A file through its schema; null (and issues) when it is missing or wrong. */
function readFile<T>(
  dir: string,
  file: string,
  schema: z.ZodType<T>,
  issues: Issue[],
): { readonly source: Source; readonly value: T } | null {
  const source = readYaml(dir, file, issues);
  if (source === null) return null;
  const value = parseWith(schema, source, issues);
  return value === null ? null : { source, value };
}

const NOT_YET = 'not yet reviewed';

/**
 * Reads `dir` (by default the repository's `curriculum/`) in one locale.
 * Throws one Error with a line per mistake: `curriculum/levels.yaml:14:3 expected … (found …). Remedy: ….`
 */
export function loadCurriculum(dir = 'curriculum', locale = 'en'): Curriculum {
  const issues: Issue[] = [];
  const programme = readFile(dir, 'programme.yaml', programmeFile, issues);
  const levels = readFile(dir, 'levels.yaml', levelsFile, issues);
  const running = readFile(dir, 'running.yaml', runningFile, issues);
  const footCore = readFile(dir, 'foot-core.yaml', footCoreFile, issues);
  const sources = readFile(dir, 'sources.yaml', sourcesFile, issues);
  const reasons = readFile(dir, `${locale}/reasons.yaml`, reasonsSchema, issues);
  const safety = readFile(dir, `${locale}/safety.yaml`, safetySchema, issues);
  const questions = readFile(dir, `${locale}/questions.yaml`, questionsSchema, issues);
  const messages = readFile(dir, `${locale}/messages.yaml`, messagesSchema, issues);
  const rules = readFile(dir, `${locale}/rules.yaml`, rulesSchema, issues);
  const shoes = readFile(dir, 'shoes.yaml', shoesFile, issues);
  const shoeWords = readFile(dir, `${locale}/shoes.yaml`, shoeWordsSchema, issues);
  const exercises = readExercises(dir, locale, issues);
  const lessons = readLessons(dir, locale, issues);
  const faq = readFaq(dir, locale, issues);
  if (
    !programme ||
    !levels ||
    !running ||
    !footCore ||
    !sources ||
    !reasons ||
    !safety ||
    !questions ||
    !messages ||
    !rules ||
    !shoes ||
    !shoeWords ||
    issues.length > 0
  )
    throw curriculumError(issues);

  const p = programme.value;
  const { minutes, sessionsPerWeek, blocks } = footCore.value;
  const {
    stages,
    twoSessions,
    twoSessionsShort,
    walks,
    keepRunning,
    daysOffAfterRegress,
    spike,
    cautionMilesPerWeek,
  } = running.value;
  const pages = [...exercises.values(), ...lessons.values(), ...faq.values()].map(([page]) => page);
  const reviewed = [p, safety.value, questions.value, shoes.value, shoeWords.value, ...pages];
  const whole: Curriculum = {
    locale,
    version: p.version,
    weeks: p.weeks,
    phases: p.phases,
    painRule: p.painRule,
    session: p.session,
    stretchSchedule: p.stretches,
    warmUp: p.warmUp,
    addOn: p.addOn,
    crossTraining: p.crossTraining,
    raises: p.raises,
    measures: p.measures,
    maintenance: p.maintenance,
    levels: levels.value.levels,
    stages,
    twoSessions,
    twoSessionsShort,
    walks,
    keepRunning,
    daysOffAfterRegress,
    spike,
    cautionMilesPerWeek,
    footCore: { minutes, sessionsPerWeek, blocks },
    exercises: Object.fromEntries([...exercises].map(([id, [text]]) => [id, text])),
    lessons: [...lessons.values()].map(([l]) => l).sort((a, b) => a.week - b.week || a.slot - b.slot),
    faq: [...faq.values()].map(([card]) => card),
    reasons: reasons.value,
    safety: safety.value,
    questions: questions.value,
    messages: messages.value,
    shoes: shoes.value,
    shoeWords: shoeWords.value,
    rules: rules.value,
    works: sources.value.works,
    review: {
      by: p.reviewedBy,
      on: p.reviewedOn,
      pending: reviewed.some((r) => r.reviewedBy === NOT_YET || r.reviewedOn === NOT_YET),
    },
  };
  const files = {
    programme: programme.source,
    levels: levels.source,
    running: running.source,
    footCore: footCore.source,
    sources: sources.source,
    reasons: reasons.source,
    safety: safety.source,
    questions: questions.source,
    messages: messages.source,
    shoes: shoes.source,
    shoeWords: shoeWords.source,
    rules: rules.source,
  };
  const found = crossCheck({ curriculum: whole, files, exercises, lessons, faq });
  if (found.length > 0) throw curriculumError(found);
  return curriculumSchema.parse(whole);
}

/** Checks `dir` and writes it as one JSON file; returns what it wrote. */
export function buildCurriculum(dir = 'curriculum', out = 'dist/curriculum.json'): Curriculum {
  const whole = loadCurriculum(dir);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(whole)}\n`);
  return whole;
}
