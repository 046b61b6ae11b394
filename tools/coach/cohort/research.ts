/**
 * The research export: of those who agree to it at this moment, in long format, without anything that names
 * anybody: no address, name, zone, date or own words. A person has a study id that leads nowhere without the
 * stage's secret. What describes people (age band, site …) is hidden where fewer than five share it.
 */
import { createHmac } from 'node:crypto';
import type { Baseline, WeekDigest } from '../../../program/course/types.ts';
import type { Person } from '../../../program/participant/state.ts';
import { LEAST } from './cells.ts';
import { type Life, lived } from './lives.ts';

interface Field<T> {
  readonly name: string;
  /** Of what record: at the start, or of each week. */
  readonly record: 'start' | 'week';
  readonly means: string;
  readonly of: (from: T) => string | number | boolean | null | undefined;
}

/** What describes a person: the first is hidden first where a group is small. */
const DESCRIBING: readonly Field<Baseline>[] = [
  {
    name: 'strainLast12m',
    record: 'start',
    means: 'calf strains in the twelve months before: 0, 1, 2 or 3+',
    of: (b) => b.strainLast12m,
  },
  {
    name: 'runsNow',
    record: 'start',
    means: 'ran at the start: yes, reduced, no or new',
    of: (b) => b.runsNow,
  },
  { name: 'side', record: 'start', means: 'side: left, right, both or none', of: (b) => b.side },
  {
    name: 'site',
    record: 'start',
    means: 'where: upper, lower, deep, achilles, heelbone or other',
    of: (b) => b.site,
  },
  { name: 'ageBand', record: 'start', means: 'age in bands of ten years', of: (b) => b.ageBand },
];
const AT_START: readonly Field<Baseline>[] = [
  {
    name: 'painAverage',
    record: 'start',
    means: 'average pain of three days, 0 to 10',
    of: (b) => b.painAverage,
  },
  { name: 'painWorst', record: 'start', means: 'worst pain of three days, 0 to 10', of: (b) => b.painWorst },
  {
    name: 'startLevel',
    record: 'start',
    means: 'strength level begun with, 0 to 7',
    of: (b) => b.startLevel,
  },
  {
    name: 'startStage',
    record: 'start',
    means: 'running stage begun with, R0 to R9',
    of: (b) => b.startStage,
  },
];
const OF_WEEK: readonly Field<WeekDigest>[] = [
  { name: 'average', record: 'week', means: 'average pain of the week, 0 to 10', of: (d) => d.average },
  { name: 'worst', record: 'week', means: 'worst pain of the week, 0 to 10', of: (d) => d.worst },
  {
    name: 'nextDay',
    record: 'week',
    means: 'the morning after: settled, worse24, longer, stiffBoth',
    of: (d) => d.nextDay,
  },
  { name: 'sessionsDone', record: 'week', means: 'sessions done', of: (d) => d.sessionsDone },
  { name: 'sessionsPlanned', record: 'week', means: 'sessions planned', of: (d) => d.sessionsPlanned },
  { name: 'longestRun', record: 'week', means: 'longest run in minutes, 0 = none', of: (d) => d.longestRun },
  { name: 'painkiller', record: 'week', means: 'took a painkiller for the calf', of: (d) => d.painkiller },
  { name: 'complete', record: 'week', means: 'all seven answers were given', of: (d) => d.complete },
  { name: 'outcome', record: 'week', means: 'decided: STOP_EMERGENCY … ACCELERATE', of: (d) => d.outcome },
  { name: 'rule', record: 'week', means: 'by which rule of docs/rules.md', of: (d) => d.rule },
  { name: 'level', record: 'week', means: 'strength level of the week, 0 to 7', of: (d) => d.level },
  { name: 'stage', record: 'week', means: 'running stage of the week', of: (d) => d.stage },
  { name: 'raisesSore', record: 'week', means: 'single-leg raises, sore side', of: (d) => d.raises?.sore },
  { name: 'raisesOther', record: 'week', means: 'single-leg raises, other side', of: (d) => d.raises?.other },
  { name: 'psfs', record: 'week', means: 'activity missed most, 0 to 10', of: (d) => d.psfs },
  { name: 'change', record: 'week', means: 'change since the start, -5 to 5', of: (d) => d.change },
];

type Rows = readonly (readonly string[])[];
export interface ResearchExport {
  /** `person, record, week, field, value`; heading first. */
  readonly rows: Rows;
  /** `field, record, meaning`; heading first. */
  readonly dictionary: Rows;
  readonly people: number;
}
const HIDDEN = 'hidden';

export const agrees = (person: Person): boolean => (person.consents.research ?? null) !== null;

/** 26 letters and digits that the secret alone leads back from; the same in every export of the stage. */
const studyId = (secret: Uint8Array, id: string): string =>
  createHmac('sha256', secret).update(`research ${id}`).digest('hex').slice(0, 26);

interface Described {
  readonly study: string;
  readonly baseline: Baseline;
  readonly weeks: readonly WeekDigest[];
  readonly shown: readonly string[];
}

/**
 * Hides field after field of whoever shares all that is shown of them with fewer than four others. At the
 * end everybody is one of five at least, or has none of the fields.
 */
function hidden(people: readonly Omit<Described, 'shown'>[]): readonly Described[] {
  let all: readonly Described[] = people.map((one) => ({
    ...one,
    shown: DESCRIBING.map(({ of }) => String(of(one.baseline) ?? '')),
  }));
  for (let field = 0; field < DESCRIBING.length; field += 1) {
    const sizes = new Map<string, number>();
    for (const { shown } of all) sizes.set(shown.join(), (sizes.get(shown.join()) ?? 0) + 1);
    all = all.map((one) =>
      (sizes.get(one.shown.join()) ?? 0) >= LEAST
        ? one
        : { ...one, shown: one.shown.map((value, i) => (i <= field ? HIDDEN : value)) },
    );
  }
  const groups = new Map<string, number>();
  for (const { shown } of all) groups.set(shown.join(), (groups.get(shown.join()) ?? 0) + 1);
  return all.map((one) =>
    (groups.get(one.shown.join()) ?? 0) >= LEAST ? one : { ...one, shown: one.shown.map(() => HIDDEN) },
  );
}

const text = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

function rowsOf({ study, baseline, weeks, shown }: Described): Rows {
  const start = [
    ...DESCRIBING.map(({ name }, i) => [study, 'start', '0', name, shown[i] ?? HIDDEN]),
    ...AT_START.map(({ name, of }) => [study, 'start', '0', name, text(of(baseline))]),
  ];
  const later = weeks.flatMap((digest) =>
    OF_WEEK.map(({ name, of }) => [study, 'week', String(digest.week), name, text(of(digest))]),
  );
  return [...start, ...later].filter((row) => row[4] !== '');
}

const DICTIONARY: Rows = [
  ['field', 'record', 'meaning'],
  ['person', '', 'study id: the same in every export of this stage, and nowhere else'],
  ['week', '', 'week of the course, 0 = the start; there are no dates'],
  [HIDDEN, '', `fewer than ${LEAST} people share it`],
  ...[...DESCRIBING, ...AT_START, ...OF_WEEK].map(({ name, record, means }) => [name, record, means]),
];

/** The export of whoever agrees now; of fewer than five there is none. */
export function researchExport(lives: readonly Life[], secret: Uint8Array): ResearchExport {
  const people = lives
    .filter(({ participant }) => agrees(participant))
    .flatMap((life) => {
      const course = lived(life);
      if (course === null) return [];
      const weeks = [...course.weeks.values()].toSorted((a, b) => a.week - b.week);
      return [{ study: studyId(secret, course.id), baseline: course.baseline, weeks }];
    })
    // The order of sign-up would tell who is who.
    .toSorted((a, b) => (a.study < b.study ? -1 : 1));
  const heading = ['person', 'record', 'week', 'field', 'value'];
  if (people.length < LEAST) return { rows: [heading], dictionary: DICTIONARY, people: 0 };
  return {
    rows: [heading, ...hidden(people).flatMap(rowsOf)],
    dictionary: DICTIONARY,
    people: people.length,
  };
}
