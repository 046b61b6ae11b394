/**
 * The figures of a cohort: counts and means of groups, never of one person (`cells.ts`). Pure. What a
 * responder is stands in docs/clinical-rules.md §7.3.
 */
import type { Instant } from '../../../program/kernel/time.ts';
import { countCell, groupCell, type MeanCell, meanCell, partCells, type ShareCell } from './cells.ts';
import { isOver, type Life, type Lived, latenesses, lived } from './lives.ts';

/** Two points and thirty percent less pain (docs/clinical-rules.md §7.3). */
const LESS_POINTS = 2;
const LESS_SHARE = 0.3;
/** The programme may last this long. */
const LAST_WEEK = 20;
const MARKS = [4, 8, 12] as const;
/** The last answer before a mark counts for it, so old at most. */
const MARK_WEEKS = 2;
/** A mail is late from here on (minutes). */
const LATE = 30;

export interface WeekFigures {
  readonly week: number;
  /** Of those whose week is over, how many answered. */
  readonly answered: ShareCell | null;
  /** Sessions done of those planned, in percent, of those who told. */
  readonly sessions: MeanCell | null;
  readonly pain: MeanCell | null;
}
export interface Responders {
  readonly week: number;
  /** Of all who began with pain to lose: who dropped out counts as no responder. */
  readonly ofAll: ShareCell | null;
  /** Of those who answered around that week. */
  readonly ofAnswers: ShareCell | null;
}
export interface Figures {
  readonly at: Instant;
  /** By status, never more than there are; null = too few to show. */
  readonly people: Readonly<Record<string, number | null>>;
  readonly began: number | null;
  readonly painAtStart: MeanCell | null;
  readonly weeks: readonly WeekFigures[];
  readonly responders: readonly Responders[];
  readonly mails: {
    readonly left: number | null;
    /** Minutes. */
    readonly medianLate: number | null;
    readonly worstOfTwenty: number | null;
    readonly overHalfAnHour: number | null;
    /** Tried more than once, so that their receiver may have two. */
    readonly triedAgain: number | null;
    readonly givenUp: number | null;
  };
}

/** Pain is told from 0 to 10, sessions are counted in percent. */
const SCALE = { pain: 10, percent: 100 } as const;
const STATUSES = ['unconfirmed', 'confirmed', 'active', 'paused', 'stopped', 'completed', 'left'] as const;

/** In the order in which they began: the order in which their weeks end. */
const inOrder = (lives: readonly Lived[]): readonly Lived[] =>
  lives.toSorted((a, b) => (a.enrolledAt + a.id < b.enrolledAt + b.id ? -1 : 1));

function weekFigures(people: readonly Lived[], week: number): WeekFigures {
  const told = people.flatMap(({ weeks }) => {
    const digest = weeks.get(week);
    return digest === undefined || digest.average === null ? [] : [digest];
  });
  const [n, count] = partCells(people, [({ weeks }) => (weeks.get(week)?.average ?? null) !== null]) ?? [];
  return {
    week,
    answered: shareOf(n, count),
    sessions: meanCell(
      told.flatMap(({ sessionsDone, sessionsPlanned }) =>
        sessionsDone === null || sessionsPlanned === 0
          ? []
          : [Math.min(100, (100 * sessionsDone) / sessionsPlanned)],
      ),
      SCALE.percent,
    ),
    pain: meanCell(
      told.flatMap(({ average }) => average ?? []),
      SCALE.pain,
    ),
  };
}
/** Null where the group, or what is left of it by rounding, is too small. */
const shareOf = (n: number | undefined, count: number | undefined): ShareCell | null =>
  n === undefined || n === 0 || count === undefined ? null : { n, count };

/** The average told in the week of a mark, or the last one shortly before it; null = none. */
function painAt({ weeks }: Lived, mark: number): number | null {
  for (let week = mark; week > mark - MARK_WEEKS; week -= 1) {
    const average = weeks.get(week)?.average ?? null;
    if (average !== null) return average;
  }
  return null;
}
function isResponder(person: Lived, mark: number): boolean {
  const now = painAt(person, mark);
  const { painAverage } = person.baseline;
  return now !== null && painAverage - now >= LESS_POINTS && painAverage - now >= LESS_SHARE * painAverage;
}

/** Both shares come of one cut and one lot: one subtracted from the other tells of no small group. */
function respondersAt(people: readonly Lived[], week: number): Responders {
  const withPain = people.filter(({ baseline }) => baseline.painAverage >= LESS_POINTS);
  const [all, answering, responding] =
    partCells(withPain, [(person) => painAt(person, week) !== null, (person) => isResponder(person, week)]) ??
    [];
  return { week, ofAll: shareOf(all, responding), ofAnswers: shareOf(answering, responding) };
}

function mailFigures(lives: readonly Life[]): Figures['mails'] {
  const late = lives.flatMap(latenesses).toSorted((a, b) => a - b);
  const mails = lives.flatMap((life) => life.mails);
  const at = (share: number): number | null =>
    countCell(late.length) === null ? null : Math.round(late[Math.floor(share * (late.length - 1))] ?? 0);
  return {
    left: countCell(late.length),
    medianLate: at(0.5),
    worstOfTwenty: at(0.95),
    overHalfAnHour: countOrNone(late.filter((minutes) => minutes > LATE).length),
    triedAgain: countOrNone(mails.filter(({ attempt }) => attempt > 1).length),
    givenUp: countOrNone(mails.filter(({ status }) => status === 'abandoned').length),
  };
}
/** That there are no such mails is no secret of anybody's. */
const countOrNone = (count: number): number | null => (count === 0 ? 0 : countCell(count));

/** The figures of everybody who is on file at `at`. */
export function figuresOf(lives: readonly Life[], at: Instant): Figures {
  const courses = inOrder(lives.flatMap((life) => lived(life) ?? []));
  const over = (week: number): readonly Lived[] => courses.filter((person) => isOver(person, week, at));
  const weeks = Array.from({ length: LAST_WEEK }, (_, i) => i + 1).filter((week) => over(week).length > 0);
  return {
    at,
    people: Object.fromEntries(
      STATUSES.map((status) => [
        status,
        groupCell(lives.flatMap(({ participant }) => (participant.status === status ? participant : []))),
      ]),
    ),
    began: groupCell(courses),
    painAtStart: meanCell(
      courses.map(({ baseline }) => baseline.painAverage),
      SCALE.pain,
    ),
    weeks: weeks.map((week) => weekFigures(over(week), week)),
    responders: MARKS.filter((mark) => over(mark).length > 0).map((mark) => respondersAt(over(mark), mark)),
    mails: mailFigures(lives),
  };
}
