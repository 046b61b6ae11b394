/** A time that is printed is the time it takes: an author's figure is held against the doses beside it. */
import { dosesMinutes, upToFive } from '../../../program/course/dose-time.ts';
import type { Dose } from '../../../program/course/plan.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { Path, Report, Source } from './files.ts';

/** More than a quarter off is no rounding any more. */
const MOST_OFF = 0.25;
const OF_FEET_AT_LEAST = 2;

interface Figure {
  readonly path: Path;
  readonly found: readonly number[];
  readonly counted: readonly number[];
}

function compare({ path, found, counted }: Figure, source: Source, report: Report): void {
  if (found.every((minutes, at) => Math.abs(minutes - (counted[at] ?? 0)) <= MOST_OFF * (counted[at] ?? 0)))
    return;
  const told = counted.map(String).join(' to ');
  report(source, path, {
    expected: `${told} minutes, as the doses take, a quarter more or less`,
    found: found.join(' to '),
    remedy: `write ${told}, or change the doses`,
  });
}

const minutesOf = (first: readonly Dose[], last: readonly Dose[]): readonly [number, number] => [
  upToFive(dosesMinutes(first)[0]),
  upToFive(dosesMinutes(last)[1]),
];

/** Every minutes figure of a file's own doses: levels, feet, and the feet of maintenance. */
export function checkTimes(
  { levels, footCore, maintenance, session }: Curriculum,
  files: Readonly<Record<'levels' | 'footCore' | 'programme', Source>>,
  report: Report,
): void {
  levels.forEach(({ sessionMinutes, exercises }, i) => {
    const doses = exercises.map(({ dose }) => dose);
    compare(
      { path: ['levels', i, 'sessionMinutes'], found: sessionMinutes, counted: minutesOf(doses, doses) },
      files.levels,
      report,
    );
  });
  const most = session.maxFootCoreMoves;
  const blocks = footCore.blocks.map(({ moves }) =>
    moves.map(({ dose }) => dose).sort((a, b) => dosesMinutes([a])[1] - dosesMinutes([b])[1]),
  );
  const shortest = blocks.map((doses) => minutesOf(doses.slice(0, OF_FEET_AT_LEAST), [])[0]);
  const longest = blocks.map((doses) => minutesOf([], doses.slice(-most))[1]);
  compare(
    { path: ['minutes'], found: footCore.minutes, counted: [Math.min(...shortest), Math.max(...longest)] },
    files.footCore,
    report,
  );
  compare(
    {
      path: ['maintenance', 'footCoreMinutes'],
      found: [maintenance.footCoreMinutes],
      counted: [longest.at(-1) ?? 0],
    },
    files.programme,
    report,
  );
}
