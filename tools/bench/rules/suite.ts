/** Decisions a second: the table alone, the whole explained week, and whole programmes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import { type IntakeAnswers, intakeAnswers } from '../../../program/answers/intake.ts';
import type { Opening, WeekDecision } from '../../../program/course/types.ts';
import { type Curriculum, curriculum as curriculumSchema } from '../../../program/curriculum/schema.ts';
import { ROOT } from '../../quality/guards/tree.ts';
import type { Line } from '../line.ts';
import { compare, type Effort } from '../measure.ts';
import { factsOf, makeEngine, series, someWeeks } from '../peers/json-rules.ts';
import { product } from '../product.ts';

export const readCurriculum = (): Curriculum =>
  curriculumSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'dist/curriculum.json'), 'utf8')));
const DAY_MS = 86_400_000;
const dayOf = (week: number): string =>
  new Date(Date.parse('2026-03-02T00:00:00Z') + week * 7 * DAY_MS).toISOString().slice(0, 10);

const INTAKE: IntakeAnswers = intakeAnswers.parse({
  consentHealth: true,
  redFlags: [],
  conditions: [],
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  hurtsWhen: 'running',
  painAverage: 4,
  painWorst: 5,
  nextDay: 'worse24',
  twoLegRaise: 'fine',
  singleLegRaise: 'hurts',
  runsNow: 'no',
  ageBand: '40-49',
  strainLast12m: '0',
  weekday: 1,
  hour: 7,
  timeZone: 'Europe/London',
  units: 'km',
});
const UNANSWERED: CheckInAnswers = checkInAnswers.parse({ painAverage: 0 });

/** Weeks to the end of a programme of every kind of runner: the same people every time. */
export async function makeProgrammes(
  curriculum: Curriculum,
): Promise<(person: number) => readonly WeekDecision[]> {
  const { triageIntake, startPoint, dueFields, decideWeek } = await product();
  const days = Array.from({ length: WEEKS + 2 }, (_, week) => dayOf(week));
  return (person) => {
    const next = series(person + 1);
    const intake: IntakeAnswers = {
      ...INTAKE,
      painAverage: Math.floor(next() * 6),
      ageBand: next() < 0.3 ? '60-69' : '30-39',
    };
    const { tracks, baseline } = startPoint(
      intake,
      triageIntake(intake, days[0] ?? ''),
      days[0] ?? '',
      curriculum,
    );
    let opening: Opening = {
      week: 1,
      tracks,
      baseline,
      history: [],
      missed: 0,
      sessionsPlanned: 3,
      restriction: 'noAcceleration',
      previousAverage: 4,
    };
    const decided: WeekDecision[] = [];
    for (let week = 1; week <= WEEKS; week += 1) {
      const today = days[week] ?? '';
      const decision = decideWeek(
        opening,
        answersOf(next, dueFields(opening, curriculum, today)),
        today,
        curriculum,
      );
      decided.push(decision);
      if (decision.outcome === 'STOP_DOCTOR' || decision.outcome === 'STOP_EMERGENCY') return decided;
      opening = {
        ...opening,
        week: week + 1,
        tracks: decision.tracks,
        history: [...opening.history, decision.digest],
        restriction: 'none',
        previousAverage: decision.digest.average ?? opening.previousAverage,
      };
    }
    return decided;
  };
}
const WEEKS = 12;

/** An answer as people give them: mostly calm, at times a bad week. */
function answersOf(next: () => number, due: readonly string[]): CheckInAnswers {
  const painAverage = next() < 0.85 ? Math.floor(next() * 3) : Math.floor(next() * 7);
  const asked = (field: string): 'yes' | null => (due.includes(field) ? 'yes' : null);
  return {
    ...UNANSWERED,
    painAverage,
    painWorst: Math.min(10, painAverage + Math.floor(next() * 2)),
    nextDay: next() < 0.9 ? 'settled' : 'worse24',
    sessionsDone: next() < 0.9 ? 3 : 1,
    longestRunMinutes: 0,
    painkillers: next() < 0.95 ? 'no' : 'yes',
    redFlags: [],
    gateStrength: asked('gateStrength'),
    gateRun: asked('gateRun'),
    runsDone: due.includes('runsDone') ? 2 : null,
    raisesSore: due.includes('raisesSore') ? 22 : null,
    raisesOther: due.includes('raisesOther') ? 25 : null,
  };
}

/** Turns a list into an endless one. */
function round<T>(list: readonly T[]): () => T {
  let at = -1;
  return () => {
    at = (at + 1) % list.length;
    return list[at] as T;
  };
}

/** Openings and answers out of whole programmes, so that a measured decision is one that happens. */
async function happened(
  curriculum: Curriculum,
): Promise<readonly (readonly [Opening, CheckInAnswers, string])[]> {
  const { triageIntake, startPoint, dueFields } = await product();
  const next = series(99);
  const { tracks, baseline } = startPoint(INTAKE, triageIntake(INTAKE, dayOf(0)), dayOf(0), curriculum);
  return Array.from({ length: 256 }, (_, n) => {
    const week = 2 + (n % 10);
    const opening: Opening = {
      week,
      tracks: {
        ...tracks,
        level: ([1, 2, 3, 4, 5, 6] as const)[n % 6] ?? 1,
        stage: (['R0', 'R1', 'R2', 'R3'] as const)[n % 4] ?? 'R0',
      },
      baseline,
      history: [],
      missed: n % 17 === 0 ? 1 : 0,
      sessionsPlanned: 3,
      restriction: 'none',
      previousAverage: n % 3,
    };
    return [opening, answersOf(next, dueFields(opening, curriculum, dayOf(week))), dayOf(week)] as const;
  });
}

/** All lines about decisions. */
export async function decisionLines(effort: Effort): Promise<readonly Line[]> {
  const curriculum = readCurriculum();
  const { decideWeek, decideRule } = await product();
  const weeks = someWeeks(512);
  const [explained, facts, inputs] = [
    round(await happened(curriculum)),
    round(weeks.map(factsOf)),
    round(weeks),
  ];
  const engine = await makeEngine();
  const whole = (): unknown => {
    const [opening, answers, today] = explained();
    return decideWeek(opening, answers, today, curriculum);
  };
  const measured = await compare(
    [
      { name: 'explained', run: whole },
      { name: 'peer', run: () => engine(facts()), wait: () => engine(facts()) },
      { name: 'table', run: () => decideRule(inputs()) },
    ],
    effort,
  );
  const [ours, peer, table] = measured;
  const programmes = await makeProgrammes(curriculum);
  let [person, lived] = [0, 0];
  const [one] = await compare(
    [{ name: 'programme', run: () => (lived += programmes(person++ % 5_000).length) }],
    effort,
  );
  const perProgramme = lived / Math.max(1, person);
  const rate = (micros: number): number => 1_000_000 / micros;
  const decisions = rate(ours?.micros ?? Number.NaN);
  const lives = rate(one?.micros ?? Number.NaN) * perProgramme;
  const ratio = peer?.ratio ?? Number.NaN;
  return [
    {
      id: 'decision-json-rules',
      area: 'decisions',
      what: 'a week decided and explained, the peer the rules alone',
      figure: decisions,
      unit: 'a second',
      peer: 'json-rules-engine',
      ratio,
      budget: '≥ 200,000 a second, ≥ 15 ×',
      reached: decisions >= 200_000 && ratio >= 15,
      gate: { least: 10 },
    },
    {
      id: 'decision-table',
      area: 'decisions',
      what: 'the decision table alone',
      figure: rate(table?.micros ?? Number.NaN),
      unit: 'a second',
      peer: null,
      ratio: null,
      budget: 'for orientation',
      reached: true,
      gate: null,
    },
    {
      id: 'participant-weeks',
      area: 'decisions',
      what: `participant-weeks lived, ${perProgramme.toFixed(1)} a programme`,
      figure: lives,
      unit: 'a second',
      peer: null,
      ratio: null,
      budget: '≥ 100,000 a second',
      reached: lives >= 100_000,
      gate: null,
    },
  ];
}
