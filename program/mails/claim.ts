/**
 * Which mail leaves next: one at a time, the weightiest first, and after an outage one current mail, never a
 * burst (docs/architecture.md §7).
 */
import { outsideQuietHours } from '../calendar.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { CommandOf } from '../participant/commands.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import { PRIORITY } from '../participant/mail-kinds.ts';
import type { OwedMail, Person } from '../participant/state.ts';
import { FREE, held, isHeld } from './held.ts';
import { firstLook } from './reconcile.ts';
import { APART_MINUTES, isStale, startedInWeek, WEEKLY_CAP } from './stale.ts';
import { startable } from './startable.ts';

/** What the rest of the programme knows of an owed mail. */
export interface Programme {
  /** True when the course or a newer request has overtaken the mail. */
  readonly overtaken: (mail: OwedMail) => boolean;
  /** The facts that go with the claim on the mail: a question opens, a late week moves. */
  readonly preparation: (mail: OwedMail) => readonly ParticipantEvent[];
}

/**
 * Claims the weightiest mail that is due, or moves it out of quiet hours or under the weekly cap. Stale mails
 * are dropped first.
 */
export function claimNext(
  state: Person,
  command: CommandOf<'Wake'>,
  { overtaken, preparation }: Programme,
): readonly ParticipantEvent[] {
  const { at, sending: { mode } = FREE } = command;
  const due = state.owed.filter((m) => m.due <= at && startable(state, m));
  const stale = due.filter((m) => overtaken(m) || isStale(state, m, at)).map((m) => m.occasion);
  const dropped: ParticipantEvent[] =
    stale.length === 0 ? [] : [{ type: 'MailsDropped', occasions: stale, why: 'stale' }];
  const mail = due
    .filter((m) => !stale.includes(m.occasion))
    .sort((a, b) => PRIORITY[a.kind] - PRIORITY[b.kind] || (a.due < b.due ? -1 : 1))[0];
  if (mail === undefined) return dropped;
  const postponed = postpone(state, mail, at) ?? (isHeld(mail, mode) ? held(mail, at) : null);
  return [...dropped, ...(postponed === null ? [...preparation(mail), claim(mail, command)] : [postponed])];
}

function postpone(state: Person, mail: OwedMail, at: Instant): ParticipantEvent | null {
  if (mail.byPerson || mail.kind === 'safety') return null;
  const awake = outsideQuietHours(at, state.timeZone);
  if (awake > at) return { type: 'MailPostponed', occasion: mail.occasion, due: awake, why: 'quiet-hours' };
  const recent = startedInWeek(state, at);
  const clear = outsideQuietHours(
    addMinutes(recent.at(-1) ?? state.createdAt, APART_MINUTES),
    state.timeZone,
  );
  if (clear > at) return { type: 'MailPostponed', occasion: mail.occasion, due: clear, why: 'apart' };
  const oldest = recent[recent.length - WEEKLY_CAP];
  return oldest === undefined
    ? null
    : {
        type: 'MailPostponed',
        occasion: mail.occasion,
        due: addMinutes(oldest, 7 * MINUTES_PER_DAY),
        why: 'weekly-cap',
      };
}

const claim = (mail: OwedMail, command: CommandOf<'Wake'>): EventOf<'MailClaimed'> => ({
  type: 'MailClaimed',
  mail: {
    occasion: mail.occasion,
    kind: mail.kind,
    week: mail.week,
    byPerson: mail.byPerson,
    ...(mail.n === undefined ? {} : { n: mail.n }),
    ...(mail.about === undefined ? {} : { about: mail.about }),
    attempt: mail.attempt,
    refusals: mail.refusals,
    owner: command.owner,
    at: command.at,
    checkAt: firstLook(command.at, mail),
  },
});
