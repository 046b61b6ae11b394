/**
 * What a course has reached (BC-7). Milestones are a band in the plan that brings them; the letters are
 * mails, each in the place of that week's second lesson, three days after the plan. Both are marked with the
 * claim of their mail, so that each is told once at most.
 */
import { atLocal, localDate, shiftDate } from '../calendar.ts';
import { isMonthSix, type Letter, lettersDue } from '../course/letters.ts';
import { MILESTONES, type Milestone, milestoneStands, milestonesReached } from '../course/milestones.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { Instant } from '../kernel/time.ts';
import { type NewMail, newMail } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { EXERCISE_KINDS } from '../participant/mail-kinds.ts';
import type { Course, Of, OwedMail } from '../participant/state.ts';

const UP: ReadonlySet<string> = new Set(['PROGRESS', 'ACCELERATE']);
/** After graduation a letter leaves so many days after the answer that it follows. */
const LETTER_AFTER_DAYS = 3;

const marks = (course: Course): NonNullable<Course['milestones']> => course.milestones ?? [];
const told = (course: Course): readonly string[] => marks(course).map(({ code }) => code);

/** A step up that nothing has eased since. */
const isUp = ({ explained, flaredAt, choice }: Course): boolean =>
  UP.has(explained.outcome) && flaredAt === null && choice === null;

/** What the plan of the current week says has been reached; empty unless it still stands as a step up. */
export const milestonesOfWeek = (course: Course, curriculum: Curriculum): readonly Milestone[] =>
  isUp(course)
    ? MILESTONES.filter(
        (code) =>
          marks(course).some((mark) => mark.week === course.week && mark.code === code) &&
          milestoneStands(code, course.tracks, curriculum),
      )
    : [];

/** With the claim on a plan: the mark of what it says. */
export function milestonesMarked(
  { course }: Of<'active'>,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { tracks, previous, baseline, week } = course;
  if (!EXERCISE_KINDS.includes(mail.kind) || previous === null || !isUp(course)) return [];
  const reached = milestonesReached({ tracks, previous, baseline, marked: told(course) }, curriculum);
  return reached.length === 0 ? [] : [{ type: 'MilestonesReached', at, week, milestones: reached }];
}

/** The letter of the week that an answer has opened; null = none, or no room (the lighter rhythm). */
export function letterOfWeek(state: Of<'active'>, at: Instant): Letter | null {
  const { course, rhythm, timeZone } = state;
  const { baseline, history, tracks, previous, startedAt } = course;
  const last = history.at(-1)?.week;
  if (rhythm === 'lighter' || previous === null || last !== course.week - 1) return null;
  const due = lettersDue({
    baseline,
    history,
    tracks,
    previous,
    startedOn: localDate(startedAt, timeZone),
    today: localDate(at, timeZone),
  });
  return due.find((letter) => !told(course).includes(letter)) ?? null;
}

/** Month six after graduation: three days after a calm answer, and once. */
export function letterAfterAnswer(state: Of<'completed'>, week: number, at: Instant): readonly NewMail[] {
  const { course, timeZone, hour } = state;
  const today = localDate(at, timeZone);
  const owed = state.owed.some((mail) => mail.kind === 'milestone');
  if (owed || told(course).includes('month-six') || !isMonthSix(localDate(course.startedAt, timeZone), today))
    return [];
  const due = atLocal(shiftDate(today, LETTER_AFTER_DAYS), hour, timeZone);
  return [newMail({ kind: 'letter', week, letter: 'month-six' }, { due, week, byPerson: false })];
}

/** True when a letter has been overtaken: its week went by, or does not stand as it was told. */
export function letterGone(state: Of<'active' | 'completed'>, mail: OwedMail, at: Instant): boolean {
  const { course } = state;
  const letter = mail.about?.of === 'letter' ? mail.about.letter : null;
  if (letter === null || course.week !== mail.week) return true;
  // Marked already = tried again after a refusal.
  const marked = told(course).includes(letter);
  if (state.status === 'completed') return letter !== 'month-six' || course.asked?.answer == null;
  if (course.asked?.week === mail.week || course.flaredAt !== null || course.choice !== null) return true;
  if (localDate(at, state.timeZone) === localDate(course.openedAt, state.timeZone)) return true;
  return !marked && letterOfWeek(state, at) !== letter;
}

/** With the claim on a letter: the mark. */
export function letterMarked(
  { course }: Of<'active' | 'completed'>,
  { about, week }: OwedMail,
  at: Instant,
): readonly ParticipantEvent[] {
  if (about?.of !== 'letter' || told(course).includes(about.letter)) return [];
  return [{ type: 'MilestonesReached', at, week, milestones: [about.letter] }];
}
