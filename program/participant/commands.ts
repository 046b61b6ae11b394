/**
 * What the world asks of a participant. `at` is the instant it arrived; nothing else of the outside enters.
 */

import type { AboutRunning } from '../answers/about-running.ts';
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { IntakeAnswers, RedFlag, SafetyAnswers } from '../answers/intake.ts';
import type { Requested } from '../answers/requests.ts';
import type { ShoeAnswers } from '../answers/shoes.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import type { ReplyReading } from '../reply/read-reply.ts';
import type { Unread as UnreadWords } from '../reply/unread/unread.ts';
import type { LoggedWeek } from './day-log.ts';
import type { AckCode } from './occasion.ts';
import type { Sending } from './sending.ts';

export type Command =
  | {
      readonly type: 'SignUp';
      readonly at: Instant;
      readonly id: string;
      readonly email: string;
      readonly firstName: string | null;
      readonly country: string;
      readonly timeZone: string;
      readonly weekday: number;
      readonly hour: number;
      readonly units: 'km' | 'mi';
      readonly consentVersion: string;
    }
  | { readonly type: 'Confirm'; readonly at: Instant }
  /** "This was not me": the owner of the mailbox never signed up. */
  | { readonly type: 'Disown'; readonly at: Instant }
  | {
      readonly type: 'Start';
      readonly at: Instant;
      readonly answers: IntakeAnswers;
      readonly consentVersion: string;
    }
  /** `week` is the one in the link; an answer from a link of an older week is refused. */
  | {
      readonly type: 'SubmitCheckIn';
      readonly at: Instant;
      readonly week: number;
      readonly answers: CheckInAnswers;
      readonly source: 'web' | 'reply';
      /** Words beside the answer that the reader does not know to be harmless; absent = none, or not read. */
      readonly unread?: UnreadWords | null;
      /** What the log of that week says; absent = nothing was logged. */
      readonly logged?: LoggedWeek;
      /**
       * One of many answers to this question within a minute, counted before anybody decided: a link
       * checker's (docs/architecture.md §9).
       */
      readonly burst?: boolean;
    }
  /** The list of stop signs alone, after words that nobody could read (docs/clinical-rules.md §12 A4). */
  | {
      readonly type: 'AnswerList';
      readonly at: Instant;
      readonly week: number;
      readonly redFlags: readonly RedFlag[];
    }
  /**
   * A mail that came to a reply address: which mail of ours it answers, whether its sender is proved, and
   * what was understood of it.
   */
  | {
      readonly type: 'ReceiveReply';
      readonly at: Instant;
      readonly to: {
        readonly occasion: string;
        readonly kind: string;
        readonly week: number;
        /** What the mail acknowledged, where it was an acknowledgement. */
        readonly says?: AckCode;
      };
      readonly verified: boolean;
      readonly said: ReplyReading;
      /** What the log of the asked week says; absent = nothing was logged. */
      readonly logged?: LoggedWeek;
    }
  | { readonly type: 'Choose'; readonly at: Instant; readonly choice: 'easier' | 'repeat' }
  | { readonly type: 'Pause'; readonly at: Instant; readonly until: LocalDate }
  | { readonly type: 'Resume'; readonly at: Instant }
  | {
      readonly type: 'ChangeSettings';
      readonly at: Instant;
      readonly weekday?: number;
      readonly hour?: number;
      readonly timeZone?: string;
      readonly units?: 'km' | 'mi';
      readonly rhythm?: 'full' | 'lighter';
    }
  | { readonly type: 'Unsubscribe'; readonly at: Instant }
  /** "My calf got worse", on any day (MD-8). */
  | {
      readonly type: 'ReportWorse';
      readonly at: Instant;
      readonly redFlags: readonly RedFlag[];
      readonly painNow: number;
      readonly sudden: boolean | null;
      readonly singleLegRaise?: IntakeAnswers['singleLegRaise'];
      readonly when: 'running' | 'strength' | 'daily' | null;
    }
  /** The two optional pages (docs/contract.md §2.1, "Later"). */
  | { readonly type: 'TellAboutRunning'; readonly at: Instant; readonly answers: AboutRunning }
  | { readonly type: 'CheckShoes'; readonly at: Instant; readonly answers: ShoeAnswers }
  /**
   * `email` with `address` alone: where the mails should go. `proved`: asked for in a reply from the address
   * on file, not on a page.
   */
  | {
      readonly type: 'RequestFresh';
      readonly at: Instant;
      readonly what: Requested;
      readonly email?: string;
      readonly proved?: true;
    }
  /** The old address agrees. `askNew` false = the new one cannot be used, and the answer does not show it. */
  | { readonly type: 'WishAddress'; readonly at: Instant; readonly askNew: boolean }
  /** The new address agrees. */
  | { readonly type: 'ChangeAddress'; readonly at: Instant }
  | { readonly type: 'Erase'; readonly at: Instant }
  /**
   * Health can only be taken back here: it is given with the first questions. `version`: the receipt of the
   * words.
   */
  | {
      readonly type: 'ChangeConsent';
      readonly at: Instant;
      readonly what: 'research';
      readonly given: boolean;
      readonly version: string;
    }
  | {
      readonly type: 'ChangeConsent';
      readonly at: Instant;
      readonly what: 'health';
      readonly given: false;
      readonly version: string;
    }
  /** Somebody of the operator's opens what is kept about the person, and says why. */
  | { readonly type: 'NoteLook'; readonly at: Instant; readonly reason: string }
  /** "I passed a mail on": every link dies but the way out. */
  | { readonly type: 'RenewLinks'; readonly at: Instant }
  /**
   * Back after a stop, or the leg was seen: what a clinician said, then the safety page of the intake again.
   */
  | {
      readonly type: 'Return';
      readonly at: Instant;
      readonly seenBy: 'doctor' | 'physio' | 'nurse' | 'nobody';
      readonly seenOn: LocalDate | null;
      readonly said: 'okToLoad' | 'wait' | 'notThis';
      readonly safety: SafetyAnswers;
    }
  /**
   * The alarm rang (or a hint came): do what is due at `at`. `sending` = what holds mails back; nothing does
   * without it.
   */
  | {
      readonly type: 'Wake';
      readonly at: Instant;
      readonly owner: string;
      /** What is known of mails in flight, by occasion; nothing is said of one that nobody can tell. */
      readonly fates?: Readonly<Record<string, Fate>>;
      readonly sending?: Sending;
    }
  /** `deliveredAt`: the provider says that it arrived as well. */
  | {
      readonly type: 'RecordSent';
      readonly at: Instant;
      readonly occasion: string;
      readonly deliveredAt?: Instant;
    }
  /** The mail could not be written: a fault of ours, which the operator is told of. */
  | { readonly type: 'HoldMail'; readonly at: Instant; readonly occasion: string }
  | {
      readonly type: 'RecordRefused';
      readonly at: Instant;
      readonly occasion: string;
      readonly owner: string;
      readonly lasting: boolean;
      /** The rate of a second was used up: the next try is near. */
      readonly soon?: boolean;
    }
  | {
      readonly type: 'RecordBounce';
      readonly at: Instant;
      readonly occasion: string;
      readonly permanent: boolean;
      readonly bouncedAt: Instant;
    }
  | { readonly type: 'RecordComplaint'; readonly at: Instant; readonly occasion: string };
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * The provider was never called for that turn and never will be · it has the mail · its events are known to
 * have come, and none tells of the mail.
 */
export type Fate = 'unsent' | 'sent' | 'silent';

/** Expected "no"s, each with words on a page. */
export const REFUSALS = [
  'not-signed-up',
  'already-started',
  'not-confirmed',
  'week-closed',
  'no-open-week',
  'too-many-answers',
  'burst',
  'paused',
  'stopped',
  'left',
  'completed',
  'until-invalid',
  'time-zone-unknown',
  'nothing-due',
  'expired',
  'too-many-requests',
  'nothing-to-return-from',
  'seen-on-invalid',
  'not-seen-yet',
  'needs-doctor',
  'needs-clinician',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];
export interface Refusal {
  readonly code: RefusalCode;
}
