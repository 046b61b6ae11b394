/** What the figures need of one person's journal: where they began, and each week that is over. */
import type { JournalEntry } from '../../../functions/shell/ports.ts';
import type { Baseline, WeekDigest } from '../../../program/course/types.ts';
import { type Instant, minutesBetween } from '../../../program/kernel/time.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Person } from '../../../program/participant/state.ts';

export interface Mail {
  readonly kind: string;
  readonly status: string;
  readonly attempt: number;
}
/** One person: state, journal and mails, as the store gives them. */
export interface Life {
  readonly participant: Person;
  readonly journal: readonly Pick<JournalEntry, 'at' | 'events'>[];
  readonly mails: readonly Mail[];
}
export interface Lived {
  readonly id: string;
  readonly enrolledAt: Instant;
  readonly baseline: Baseline;
  /** The last word on each week, by its number. */
  readonly weeks: ReadonlyMap<number, WeekDigest>;
}

const WEEK_MINUTES = 7 * 24 * 60;

const digestOf = (event: ParticipantEvent): WeekDigest | null => ('digest' in event ? event.digest : null);

/** The newest course of a person; null = the intake never led to one. */
export function lived({ participant, journal }: Life): Lived | null {
  const events = journal.flatMap((entry) => entry.events);
  const begins = events.findLastIndex((event) => event.type === 'Enrolled');
  const enrolled = events[begins];
  if (enrolled?.type !== 'Enrolled') return null;
  const weeks = new Map<number, WeekDigest>();
  for (const event of events.slice(begins)) {
    const digest = digestOf(event);
    if (digest !== null) weeks.set(digest.week, digest);
    if (event.type === 'AnswersDoubted') weeks.set(event.week, event.held.digest);
  }
  return { id: participant.id, enrolledAt: enrolled.at, baseline: enrolled.baseline, weeks };
}

/**
 * True when week `week` of somebody who began then is over, with the week after it in which its answer may
 * still change.
 */
export const isOver = ({ enrolledAt }: Pick<Lived, 'enrolledAt'>, week: number, at: Instant): boolean =>
  minutesBetween(enrolledAt, at) >= (week + 2) * WEEK_MINUTES;

/** Minutes between when a mail was last due and when it left, of every mail that left. */
export function latenesses({ journal }: Life): readonly number[] {
  const due = new Map<string, Instant>();
  const late: number[] = [];
  for (const event of journal.flatMap((entry) => entry.events)) {
    if (event.type === 'MailsOwed') for (const mail of event.mails) due.set(mail.occasion, mail.due);
    if (event.type === 'MailPostponed') due.set(event.occasion, event.due);
    if (event.type !== 'MailSent') continue;
    const wanted = due.get(event.occasion);
    if (wanted !== undefined) late.push(Math.max(0, minutesBetween(wanted, event.at)));
    due.delete(event.occasion);
  }
  return late;
}
