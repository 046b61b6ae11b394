/**
 * The mails a fact obliges us to send, named by local week and kind so that the same fact owes the same mail
 * once (docs/architecture.md §8).
 */
import { addLocalDays, outsideQuietHours } from '../calendar.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import { CLEARANCE_DAYS, mailName, type Occasion } from '../participant/occasion.ts';
import type { OwedMail, Person, Stop } from '../participant/state.ts';

export type NewMail = Omit<OwedMail, 'refusals' | 'attempt'>;
/** One reminder, 48 hours after an unanswered check-in (docs/architecture.md §8). */
export const REMINDER_MINUTES = 48 * 60;

/** The event that owes these mails: never tried, never refused. */
export const owe = (mails: readonly NewMail[]): EventOf<'MailsOwed'> => ({
  type: 'MailsOwed',
  mails: mails.map((m) => ({ ...m, refusals: 0, attempt: 1 })),
});

/** The mail of an occasion; `byPerson` = it answers an act of the person. */
export const newMail = (
  occasion: Occasion,
  facts: { readonly due: Instant; readonly week: number; readonly byPerson: boolean },
): NewMail => ({ ...mailName(occasion), ...facts });

/**
 * The check-in of a week: at the plan's own hour on the day before the next plan. `n` = the participant's
 * counter where the week may have been asked before.
 */
export const checkInMail = (week: number, nextPlanAt: Instant, timeZone: string, n?: number): NewMail =>
  newMail(
    { kind: 'check-in', week, ...(n === undefined ? {} : { n }) },
    { due: addLocalDays(nextPlanAt, -1, timeZone), week, byPerson: false },
  );

/**
 * After a stop: everything else is dropped, the safety mail is owed at once, and two follow-ups ask whether
 * the leg was seen.
 */
export function stopMails(state: Person, at: Instant, stop: Stop): readonly ParticipantEvent[] {
  const n = state.counter + 1;
  const drop = dropOwed(state, 'stopped', () => true);
  const { week } = stop;
  const followUps = CLEARANCE_DAYS.map((day) =>
    newMail(
      { kind: 'clearance', day, n },
      {
        due: outsideQuietHours(addMinutes(at, day * MINUTES_PER_DAY), state.timeZone),
        week,
        byPerson: false,
      },
    ),
  );
  return [...drop, owe([newMail({ kind: 'safety', n }, { due: at, week, byPerson: true }), ...followUps])];
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
