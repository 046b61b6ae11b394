/**
 * Why a participant got a mail on a day, or none: read from the journal and the ledger, and from nothing
 * else, so that an operator can be told what a runner asks about.
 */
import type { Everything } from '../../../functions/shell/ports.ts';
import { atLocal, dateInWords, localDate, localTime, shiftDate } from '../../../program/calendar.ts';
import type { Instant, LocalDate } from '../../../program/kernel/time.ts';
import { lastBy, type Moment, momentsOf } from './moments.ts';
import { type Cause, silenceAt } from './silence.ts';
import { type Story, storiesOf } from './stories.ts';
import type { Say } from './told.ts';

export interface Why {
  readonly participantId: string;
  /** The local day that was asked about, in the zone the participant has had then. */
  readonly day: LocalDate;
  readonly timeZone: string;
  readonly status: string;
  /** Mails that went to the provider on that day. */
  readonly left: readonly Story[];
  /** Mails that were given up or dropped on that day, and so never came. */
  readonly ended: readonly Story[];
  /** At the end of the day, or now: why nothing (more) leaves. */
  readonly silence: readonly Cause[];
}

const zoneOf = (moment: Moment | null): string =>
  moment === null || moment.after.status === 'erased'
    ? moment?.before === null || moment?.before === undefined || moment.before.status === 'erased'
      ? 'UTC'
      : moment.before.timeZone
    : moment.after.timeZone;

const sayIn =
  (timeZone: string): Say =>
  (at) =>
    `${localDate(at, timeZone)} ${localTime(at, timeZone)}`;

/**
 * Explains one day of a life.
 *
 * @param asked a local date (the whole day of the participant), or an instant (the day that it lies in, up to
 *   it)
 */
export function whyOf({ participant, journal, mails }: Everything, asked: LocalDate | Instant): Why {
  const moments = momentsOf(journal);
  const isDate = asked.length === 10;
  const timeZone = zoneOf(lastBy(moments, isDate ? `${asked}T23:59:59.999Z` : asked) ?? moments[0] ?? null);
  const day = isDate ? asked : localDate(asked, timeZone);
  const say = sayIn(timeZone);
  const [from, midnight] = [atLocal(day, 0, timeZone), atLocal(shiftDate(day, 1), 0, timeZone)];
  const until = isDate || asked > midnight ? midnight : asked;
  const within = (at: Instant): boolean => at >= from && at < midnight && (isDate || at <= asked);
  const stories = storiesOf(moments, mails, say);
  const left = stories.filter((story) => story.claims.some(within));
  const ended = stories.filter(
    (story) =>
      !left.includes(story) &&
      (story.fate === 'given-up' || story.fate === 'dropped') &&
      within(story.links.findLast(({ actor }) => actor !== 'ledger')?.at ?? ''),
  );
  const status = lastBy(moments, until)?.after.status ?? 'not signed up';
  return {
    participantId: participant.id,
    day,
    timeZone,
    status,
    left,
    ended,
    silence: silenceAt(moments, until, say),
  };
}

const FATES: Readonly<Record<Story['fate'], string>> = {
  owed: 'owed again',
  'in-flight': 'on its way, not proved yet',
  sent: 'left',
  'given-up': 'given up',
  dropped: 'dropped',
  unsettled: 'nothing says what became of it',
};

/** The answer as lines of text. */
export function inWords({ participantId, day, timeZone, status, left, ended, silence }: Why): string {
  const told = (story: Story): string[] => [
    `  ${story.occasion} (${story.kind}): ${FATES[story.fate]}`,
    ...story.links.map(
      ({ at, actor, what }, n) =>
        `    ${n + 1}. ${localDate(at, timeZone)} ${localTime(at, timeZone)} ${actor}: ${what}`,
    ),
  ];
  const section = (title: string, stories: readonly Story[]): string[] =>
    stories.length === 0 ? [] : [title, ...stories.flatMap(told)];
  return [
    `${participantId}, ${dateInWords(day)} ${day.slice(0, 4)} (${timeZone}): ${status}`,
    ...section('Sent on that day:', left),
    ...section('Owed, and ended on that day without being sent:', ended),
    left.length === 0 ? 'No mail was sent on that day, because' : 'Nothing more was sent, because',
    ...silence.map(({ what }) => `  ${what}`),
    '',
  ].join('\n');
}
