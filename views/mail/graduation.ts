/** The letter of graduation: from when to when, from what to what, what keeps it; all the person's own. */
import { dayAndMonth, localDate } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import { goalOf } from '../plan/boxes.ts';
import { measuresInWords } from '../words/measures.ts';
import { painByWeek } from '../words/safety.ts';
import { inSentence, listed } from '../words/words.ts';
import { currentMaintenance } from './maintenance.ts';
import type { GraduationView } from './views.ts';

interface Request {
  readonly person: Person;
  readonly curriculum: Curriculum;
}

/** Minutes of the longest run at the start and last; 0 = walks, null = not told. Letters say them too. */
export function minutesOf({ baseline, history }: Course): GraduationView['minutes'] {
  const from =
    baseline.startStage === 'R0' ? 0 : (baseline.startLongestRun ?? baseline.longestRun30d ?? null);
  return { from, to: history.findLast(({ longestRun }) => longestRun !== null)?.longestRun ?? null };
}

/** Throws for whoever has not completed. */
export function graduationBody({ person, curriculum }: Request): GraduationView {
  assert(person.status === 'completed', 'graduation is for those who completed');
  const { course, timeZone } = person;
  const answered = course.history.filter((d) => d.average !== null);
  const raises = course.history.flatMap((d) => (d.raises === null ? [] : [d.raises]));
  const { spike } = curriculum;
  const { strengthPerWeek, footCorePerWeek, footCoreMinutes } = curriculum.maintenance;
  const [fewest, most] = footCorePerWeek;
  const keep = currentMaintenance(person, curriculum);
  const moves = (of: typeof keep.strength): string => listed(of.map(({ name }) => inSentence(name)));
  const ended = course.history.findLast(({ on }) => on !== undefined)?.on;
  return {
    kind: 'graduation',
    from: dayAndMonth(localDate(course.startedAt, timeZone)),
    to: ended === undefined ? null : dayAndMonth(ended),
    weeks: course.week,
    answered: answered.length,
    startAverage: course.baseline.painAverage,
    endAverage: answered.at(-1)?.average ?? course.baseline.painAverage,
    startLevel: course.baseline.startLevel,
    endLevel: course.tracks.level,
    startStage: course.baseline.startStage,
    endStage: course.tracks.stage,
    minutes: minutesOf(course),
    firstRaises: raises.length < 2 ? null : (raises[0] ?? null),
    raises: raises.at(-1) ?? null,
    measures: measuresInWords(person, course, curriculum),
    painByWeek: painByWeek(course),
    goal: goalOf(person, curriculum),
    keepGoing: [
      `Strength: ${strengthPerWeek} times a week, ${moves(keep.strength)}.`,
      [
        `Feet: ${fewest} to ${most} times a week, about ${footCoreMinutes} minutes:`,
        `${moves(keep.footCoreMoves)} to begin with.`,
      ].join(' '),
      [
        `Running: no single run more than ${spike.holdAbovePercent} % longer`,
        'than your longest of the last 30 days.',
      ].join(' '),
    ],
  };
}
