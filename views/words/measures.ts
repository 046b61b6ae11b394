/**
 * The two measures of docs/clinical-rules.md §7.2 beside pain, as told: the activity missed most (PSFS, 0 not
 * at all to 10 as before) and the change since the start (global rating of change, −5 to +5). Shown whether
 * they rise or fall; no rule reads them.
 */
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import { signed } from './words.ts';

export interface Measures {
  /** At the start and in every week of measure that has been; null = not answered. */
  readonly activity: readonly { readonly week: number; readonly psfs: number | null }[];
  /** The weeks in which it was answered. */
  readonly change: readonly { readonly week: number; readonly change: number }[];
}

/** Null when none of it was ever answered. Week 0 = the start. */
export function measuresOf(
  { aboutRunning }: Pick<Person, 'aboutRunning'>,
  { history }: Pick<Course, 'history'>,
  curriculum: Curriculum,
): Measures | null {
  const weeks = history.filter(({ week }) => curriculum.measures.weeks.includes(week));
  const activity = [
    { week: 0, psfs: aboutRunning?.psfs ?? null },
    ...weeks.map(({ week, psfs }) => ({ week, psfs: psfs ?? null })),
  ];
  const change = weeks.flatMap(({ week, change: told }) =>
    told === undefined ? [] : [{ week, change: told }],
  );
  return activity.every(({ psfs }) => psfs === null) && change.length === 0 ? null : { activity, change };
}

const when = (week: number): string => (week === 0 ? 'at the start' : `in week ${week}`);

/** At most two sentences of numbers, and one about the direction when both ends are known. */
export function measureLines({ activity, change }: Measures): readonly string[] {
  const told = activity.flatMap(({ week, psfs }) => (psfs === null ? [] : [{ week, psfs }]));
  const from = told[0];
  const to = told.at(-1);
  const moved = from === undefined || to === undefined || from === to ? null : to.psfs - from.psfs;
  const direction =
    moved === null
      ? ''
      : moved > 0
        ? ` That is ${moved} up.`
        : moved === 0
          ? ' That is the same as before.'
          : ` That is ${-moved} down: worth showing to a physiotherapist.`;
  const numbers = activity.map(({ week, psfs }) => `${psfs ?? 'not answered'} ${when(week)}`).join(', ');
  return [
    ...(told.length === 0
      ? []
      : [`What you miss most, from 0 (not at all) to 10 (as before): ${numbers}.${direction}`]),
    ...(change.length === 0
      ? []
      : [
          `Your calf compared with the start, from −5 (worse) to +5 (better): ${change.map((c) => `${signed(c.change)} ${when(c.week)}`).join(', ')}.`,
        ]),
  ];
}

/** Both together, for whoever shows them. */
export function measuresInWords(
  person: Pick<Person, 'aboutRunning'>,
  course: Pick<Course, 'history'>,
  curriculum: Curriculum,
): readonly string[] {
  const measures = measuresOf(person, course, curriculum);
  return measures === null ? [] : measureLines(measures);
}
