/** Where somebody is on the way, what opens the next step, and what may come when: for their own page. */
import { addLocalDays, localDate } from '../../program/calendar.ts';
import type { WeekPlan } from '../../program/course/plan.ts';
import { rungOf } from '../../program/course/tracks.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { forecastOf } from '../../program/forecast/forecast.ts';
import { raceOutlook } from '../../program/forecast/race.ts';
import type { Instant } from '../../program/kernel/time.ts';
import type { Person } from '../../program/participant/state.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import { doorNumber, nextDoor } from '../plan/next-door.ts';
import { type Standing, standingOf } from '../plan/standing.ts';
import { forecastSentences } from '../words/forecast.ts';
import { raceSentence } from '../words/race.ts';
import { runningName } from '../words/words.ts';

export interface Rung {
  /** "6 × (1 min jog, 4 min walk)" */
  readonly name: string;
  readonly where: 'done' | 'here' | 'ahead';
}
export interface Progress {
  /** Strength, and running where it has steps; the first step first. Empty = no course runs. */
  readonly ladders: readonly { readonly title: string; readonly rungs: readonly Rung[] }[];
  /** Whoever keeps their own running has no steps of it; null = there are steps. */
  readonly ownRunning: string | null;
  readonly raises: Standing['raises'];
  /** What stands before the next step, with the person's own number where it is one. */
  readonly door: readonly string[];
  /** Bands of dates, each with an "if"; or why there is none. */
  readonly forecast: readonly string[];
  readonly race: string | null;
}

const rungs = (names: readonly string[], here: number): readonly Rung[] =>
  names.map((name, at) => ({ name, where: at < here ? 'done' : at === here ? 'here' : 'ahead' }));

function laddersOf({ level, stage }: WeekPlan, curriculum: Curriculum): Progress['ladders'] {
  const strength = rungs(
    curriculum.levels.map(({ name }) => name),
    level,
  );
  const running = curriculum.stages.map((row) =>
    runningName(curriculum, { stage: row.stage, longestRun: null }),
  );
  return [
    { title: 'Calf strength', rungs: strength },
    ...(stage === 'RK' ? [] : [{ title: 'Running', rungs: rungs(running, rungOf(stage)) }]),
  ];
}

/** No step and no date while no course runs; a race is answered while somebody is stopped, too. */
export function progressOf(person: Person, at: Instant, curriculum: Curriculum): Progress {
  const outlook = raceOutlook(person, at, curriculum);
  const race = outlook === null ? null : raceSentence(outlook, curriculum);
  if (person.status !== 'active')
    return { ladders: [], ownRunning: null, raises: null, door: [], forecast: [], race };
  const { course, timeZone } = person;
  const plan = currentPlan(person, course, curriculum);
  const checkInDay = localDate(addLocalDays(course.nextPlanAt, -1, timeZone), timeZone);
  return {
    ladders: laddersOf(plan, curriculum),
    ownRunning: plan.stage === 'RK' ? runningName(curriculum, course.tracks) : null,
    raises: standingOf(plan, course).raises,
    door: [nextDoor(plan, course, curriculum, checkInDay), doorNumber(plan, course, curriculum)].filter(
      (line) => line !== null,
    ),
    forecast: forecastSentences(forecastOf(person, at, curriculum)),
    race,
  };
}
