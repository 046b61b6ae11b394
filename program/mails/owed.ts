/**
 * The mails a fact obliges us to send, named by local week and kind so that the same fact owes the same mail
 * once (docs/architecture.md §8).
 */
import { addLocalDays, atLocal, localDate, outsideQuietHours, shiftDate } from '../calendar.ts';
import type { Stop } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import type { OwedMail, Person } from '../participant/state.ts';
import { lessonAt } from '../plan/lessons.ts';
import type { Triage } from '../triage/triage.ts';

export type NewMail = Omit<OwedMail, 'refusals' | 'attempt'>;
const DAY = 24 * 60;
/** Follow-ups after a stop (docs/clinical-rules.md §6.1.3). */
export const CLEARANCE_DAYS = [3, 14] as const;
const LESSON_AFTER_DAYS = 3;
/** One reminder, 48 hours after an unanswered check-in (docs/architecture.md §8). */
export const REMINDER_MINUTES = 48 * 60;

export const owe = (mails: readonly NewMail[]): EventOf<'MailsOwed'> => ({
  type: 'MailsOwed',
  mails: mails.map((m) => ({ ...m, refusals: 0, attempt: 1 })),
});

/** The check-in of a week: at the plan's own hour on the day before the next plan. */
export const checkInMail = (week: number, nextPlanAt: Instant, timeZone: string): NewMail => ({
  occasion: `w${week}-check-in`,
  kind: 'check-in',
  due: addLocalDays(nextPlanAt, -1, timeZone),
  week,
  byPerson: false,
});

/**
 * The week's second lesson: three days after the plan, or earlier in a short first week; never on the day of
 * the check-in (docs/architecture.md §8).
 */
export function lessonMails(
  person: Person,
  week: number,
  opened: { readonly openedAt: Instant; readonly days: number; readonly lessons: readonly string[] },
): readonly NewMail[] {
  const days = Math.min(LESSON_AFTER_DAYS, opened.days - 2);
  if (person.rhythm === 'lighter' || lessonAt(opened.lessons, week, 2) === null || days < 1) return [];
  const due = atLocal(
    shiftDate(localDate(opened.openedAt, person.timeZone), days),
    person.hour,
    person.timeZone,
  );
  return [{ occasion: `w${week}-lesson`, kind: 'lesson', due, week, byPerson: false }];
}

/**
 * After a stop: everything else is dropped, the safety mail is owed at once, and two follow-ups ask whether
 * the leg was seen.
 */
export function stopMails(state: Person, at: Instant, stop: Stop): readonly ParticipantEvent[] {
  const n = state.counter + 1;
  const drop = dropOwed(state, 'stopped', () => true);
  const followUps = CLEARANCE_DAYS.map((days) => ({
    occasion: `clearance-${days}-n${n}`,
    kind: 'clearance' as const,
    due: outsideQuietHours(addMinutes(at, days * DAY), state.timeZone),
    week: stop.week,
    byPerson: false,
  }));
  return [
    ...drop,
    owe([
      { occasion: `safety-n${n}`, kind: 'safety', due: at, week: stop.week, byPerson: true },
      ...followUps,
    ]),
  ];
}

/**
 * A triage that stops: the fact with its findings, notes left out, and the mails it owes. The route must not
 * be `eligible`.
 */
export function stopOn(
  state: Person,
  at: Instant,
  { route, findings }: Triage,
  where: Pick<Stop, 'from' | 'week' | 'contradictions'>,
  consentVersion: string | null = null,
): readonly ParticipantEvent[] {
  assert(route !== 'eligible', 'a triage that stops has a route');
  const stop: Stop = { at, route, findings: findings.filter((f) => f.route !== 'note'), ...where };
  return [{ type: 'Stopped', stop, consentVersion, digest: null }, ...stopMails(state, at, stop)];
}

/** Drops the owed mails that a test picks; no event when there are none. */
export function dropOwed(
  state: Person,
  why: string,
  pick: (mail: OwedMail) => boolean,
): readonly ParticipantEvent[] {
  const occasions = state.owed.filter(pick).map((m) => m.occasion);
  return occasions.length === 0 ? [] : [{ type: 'MailsDropped', occasions, why }];
}
