/**
 * What is no longer worth sending: after an outage one current mail, never a burst of old ones
 * (docs/architecture.md §7).
 */

import { addMinutes, type Instant } from '../kernel/time.ts';
import { EXERCISE_KINDS } from '../participant/mail-kinds.ts';
import { holdsExercise, wordsWait } from '../participant/open-question.ts';
import type { OwedMail, Person } from '../participant/state.ts';
import { REMINDER_MINUTES } from './owed.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** A reminder or a "still there?" is worth nothing a day late. */
const NUDGE_LATE_MINUTES = DAY;
/** A lesson stays a day clear of the check-in, which comes a day before the next plan. */
const LESSON_CLEAR_OF_PLAN_MINUTES = 2 * DAY - HOUR;
/** Mails that we start keep this far from whatever we started last. */
export const APART_MINUTES = 6 * HOUR;
/**
 * Mails that we start, per seven local days (docs/architecture.md §7). Plan and check-in wait for room, the
 * lesser ones are left out.
 */
export const WEEKLY_CAP = 5;

/** What may not leave while unread words of the body have the list of stop signs open. */
export const HOLDS_EXERCISE: readonly OwedMail['kind'][] = [...EXERCISE_KINDS, 'lesson', 'milestone'];
const LESSER: readonly OwedMail['kind'][] = ['lesson', 'reminder', 'silent', 'milestone'];

/** Mails we started in the seven days before `at`. */
export const startedInWeek = (state: Person, at: Instant): readonly Instant[] =>
  state.started.filter((s) => s > addMinutes(at, -7 * DAY)).sort();

/** True when the week of an owed mail has gone by, or the mail would only add to what has just been sent. */
export function isStale(state: Person, mail: OwedMail, at: Instant): boolean {
  if (state.status !== 'active') return mail.about?.of === 'words' || mail.about?.of === 'line';
  const { course } = state;
  if (mail.kind === 'check-in') return mail.week !== course.week;
  if (mail.about?.of === 'line') return course.listLine === undefined;
  if (mail.about?.of === 'words') return course.asked?.week !== mail.week || !holdsExercise(course.asked);
  // Nothing about moves beside words of the body that nobody could read (docs/clinical-rules.md §12 A4).
  if (wordsWait(course) && HOLDS_EXERCISE.includes(mail.kind)) return true;
  if (!LESSER.includes(mail.kind)) return false;
  const recent = startedInWeek(state, at);
  const crowded = recent.length >= WEEKLY_CAP || recent.some((s) => s > addMinutes(at, -APART_MINUTES));
  if (crowded) return true;
  if (mail.kind === 'lesson')
    return mail.week !== course.week || at > addMinutes(course.nextPlanAt, -LESSON_CLEAR_OF_PLAN_MINUTES);
  if (mail.kind === 'milestone') return false;
  const { asked } = course;
  return (
    asked === null ||
    asked.week !== mail.week ||
    asked.answers > 0 ||
    at > addMinutes(asked.sentAt, REMINDER_MINUTES + NUDGE_LATE_MINUTES)
  );
}
