/**
 * The ports of the shell: clock, store, queue, mailer, ids. Production wraps the SDK, the local run and the
 * simulator bring their own.
 */

import type { Instant } from '../../program/kernel/time.ts';
import type { EventStream } from '../../program/mails/silence.ts';
import type { DayLog, LoggedSession } from '../../program/participant/day-log.ts';
import type { ParticipantEvent } from '../../program/participant/events.ts';
import type { SendingMode } from '../../program/participant/sending.ts';
import type { Participant } from '../../program/participant/state.ts';
import type { AlarmLine } from './alarm-lines.ts';
import type { DispatchRow, DispatchStatus, Fence, MailTurn, Mark, ReplyHandle } from './mail-row.ts';

export type { DispatchRow, DispatchStatus, Fence, MailTurn, Mark, ReplyHandle } from './mail-row.ts';

export interface Clock {
  now(): Instant;
  /** Milliseconds that never run backwards, for deadlines inside one invocation. */
  monotonic(): number;
  /** Rings once after some milliseconds, unless it is called off. */
  timer(ms: number, ring: () => void): () => void;
}

export interface Ids {
  /** 80 random bits, Crockford base32, 16 characters. */
  participant(): string;
  /** 128 random bits, base32 of RFC 4648 in lower case, 26 characters: letters and the digits 2 to 7. */
  handle(): string;
  /** Names one try of one worker. */
  owner(): string;
  /** A command without a natural key. */
  command(): string;
}

/** What the send queues carry: an id and nothing personal. A message is a hint; all truth is read again. */
export interface SendHint {
  readonly participantId: string;
  /** The clock of whoever saw that they are due: one that is behind must not find that they are not. */
  readonly at?: Instant;
  /** Handed out now, seen by a sender so many seconds later (whole, 900 at most); not in the message. */
  readonly inSeconds?: number;
}
export type Lane = 'urgent' | 'routine';
/** Whose alarm has rung, and the lane it is worked off in: urgent while a safety mail is to leave. */
export interface Due {
  readonly participantId: string;
  /** Their alarm. */
  readonly at: Instant;
  readonly lane: Lane;
}
/** The provider's events, and those that were given up. */
type EventQueue = 'events' | 'dead-events';
export interface Queue {
  send(lane: Lane, hints: readonly SendHint[]): Promise<void>;
  /** Messages that nobody has worked off yet, those in somebody's hands too; about as many. */
  depth(queue: Lane | EventQueue): Promise<number>;
}

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
  readonly configurationSet: string;
  /** SES message tags: `dispatch`, `attempt`. Nothing personal. */
  readonly tags: Readonly<Record<string, string>>;
}
/**
 * docs/architecture.md §7.8: accepted · refused for now (retry later) · refused for good (hold and alarm) ·
 * everything else is ambiguous.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId: string }
  /** `soon`: the rate of this second is used up, and the next may be free. */
  | { readonly kind: 'refused-later'; readonly error: string; readonly soon?: boolean }
  | { readonly kind: 'refused-stop'; readonly error: string }
  | { readonly kind: 'ambiguous'; readonly error: string };
export interface Mailer {
  send(mail: OutgoingMail, timeoutMs: number): Promise<SendOutcome>;
}

/** Received mail, by SES's message id. */
export interface Mailbox {
  /** The first megabyte of a mail. Throws when it is not there: the call that brought it is tried again. */
  fetch(messageId: string, now: Instant): Promise<Uint8Array>;
}

export interface Loaded {
  readonly participant: Participant;
  readonly rev: number;
}
/** Everything held about one person, from one look at their partition. */
export interface Everything {
  readonly participant: Participant;
  readonly rev: number;
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
  /** `times`: when each status was first reported. */
  readonly mails: readonly (DispatchRow & {
    readonly times: Readonly<Partial<Record<DispatchStatus, Instant>>>;
  })[];
  /** The session logs, by week. */
  readonly days: readonly DayLog[];
}
/** One change of the session log of a week. `first`: nothing was logged in that week when it was read. */
export interface DaysChange {
  readonly week: number;
  readonly at: Instant;
  readonly first: boolean;
  readonly session?: { readonly id: string; readonly entry: LoggedSession };
  readonly moves?: DayLog['moves'];
}
export interface JournalEntry {
  readonly rev: number;
  readonly at: Instant;
  readonly command: string;
  readonly commandId: string;
  readonly actor: string;
  readonly events: readonly ParticipantEvent[];
}
/** Rows beside the participant's own that a decision touches; all in the same transaction. */
export interface Commit {
  readonly id: string;
  /** 0 = the participant must not exist yet. */
  readonly expectedRev: number;
  readonly next: Participant;
  /**
   * The state it was decided on, the very value that `load` or the commit before it gave: spares this one a
   * read.
   */
  readonly before?: Participant | null;
  readonly events: readonly ParticipantEvent[];
  readonly command: {
    readonly type: string;
    readonly id: string;
    readonly at: Instant;
    readonly actor: string;
    /** The id was drawn for this one try and never comes again: nothing is kept of it. */
    readonly once?: boolean;
  };
  /** Stored with the command row and returned when the same command comes again. */
  readonly outcome: CommandOutcome;
  /** What the rows of mails say of it. */
  readonly marks?: readonly Mark[];
  /**
   * Claims the address for this id (sign-up), lets it go (leave, erase), or claims `key` and lets `from` go
   * (another address).
   */
  readonly claim?:
    | { readonly key: string; readonly action: 'take' | 'release' }
    | { readonly key: string; readonly action: 'move'; readonly from: string };
  /** The most places there may be, for a commit that takes one (docs/contract.md §6); without it no limit. */
  readonly places?: number;
  /** `until`: for how long; without it for good. */
  readonly suppress?: { readonly key: string; readonly reason: string; readonly until?: Instant };
}
export interface CommandOutcome {
  readonly ok: boolean;
  readonly code: string;
}
export type CommitResult =
  | { readonly kind: 'committed'; readonly rev: number }
  | { readonly kind: 'conflict' }
  /** The command had been carried out before: here is its first outcome. */
  | { readonly kind: 'repeated'; readonly outcome: CommandOutcome }
  /** The address belongs to another participant already. */
  | { readonly kind: 'claimed-elsewhere' }
  /** Every place of the programme is taken: nothing was written. */
  | { readonly kind: 'full' };

export interface Store {
  /** Consistent read; null when there is no such participant. */
  load(id: string): Promise<Loaded | null>;
  commit(commit: Commit): Promise<CommitResult>;
  /** Whose alarm is at or before `now` in a shard, oldest first; a hint only. */
  due(shard: number, now: Instant, limit: number): Promise<readonly Due[]>;
  /** Participant id that owns the address key, and whether the address is suppressed. */
  address(
    key: string,
  ): Promise<{ readonly participantId: string | null; readonly suppressed: string | null }>;
  /** Why the address must not be mailed, as it was a moment ago; null when it may. */
  suppressed(key: string): Promise<string | null>;
  /** What may leave; everything while nobody has said. */
  sending(): Promise<SendingRow>;
  setSending(row: SendingRow): Promise<void>;
  /** Never to be mailed again: for an address that no participant has on file. */
  suppress(key: string, reason: string, at: Instant): Promise<void>;
  outcome(id: string, commandId: string): Promise<CommandOutcome | null>;
  dispatch(id: string, occasion: string): Promise<DispatchRow | null>;
  /**
   * The second fence: takes the turn of a claimed mail for the call to the provider, and writes its row and
   * reply address. False = the turn was ended or taken by another: the provider must not be called.
   */
  fence(id: string, fence: Fence): Promise<boolean>;
  /**
   * Ends a turn that nobody has taken. True = the provider was not called for it and never will be; false =
   * it may have been.
   */
  endTurn(id: string, turn: MailTurn): Promise<boolean>;
  /** Removes what a late write has left of somebody who is gone; nothing of anybody who is there. */
  forget(id: string): Promise<void>;
  /**
   * Puts off whoever cannot be worked off, without reading what may be unreadable: by ten minutes, an hour,
   * six hours, until a commit goes through. Gives the new alarm; null = nothing of theirs is due.
   */
  putOff(id: string, now: Instant): Promise<Instant | null>;
  /** What a reply address belongs to; null when there is none, or it is expired or erased. */
  handle(handle: string): Promise<ReplyHandle | null>;
  /** Raises a dispatch row's status by rank; a lower status changes nothing. */
  raiseDispatch(
    id: string,
    occasion: string,
    raised: {
      readonly status: DispatchStatus;
      readonly at: Instant;
      readonly messageId?: string | undefined;
    },
  ): Promise<void>;
  /** What was logged and moved in a week; null = nothing. */
  days(id: string, week: number): Promise<DayLog | null>;
  /** Writes one change of that log; false = there is no such participant any more. */
  logDays(id: string, change: DaysChange): Promise<boolean>;
  journal(id: string): Promise<readonly JournalEntry[]>;
  /**
   * A write of the weight of a commit that changes nothing of anybody's, for where doing nothing would show.
   */
  idle(): Promise<void>;
  /** State, journal and mails by one query; null when there is no such participant. */
  everything(id: string): Promise<Everything | null>;
  /** Adds one to a limit counter; returns the count within the window. */
  count(key: string, windowEnds: Instant): Promise<number>;
  /** Places of the programme that are taken, as it was a moment ago. */
  places(): Promise<number>;
  /** How the provider's events came since an instant (docs/architecture.md §7.7). */
  eventStream(since: Instant): Promise<EventStream>;
  /** Takes the one canary of these five minutes: its name, or null when it is taken. */
  takeCanary(at: Instant): Promise<string | null>;
  /** What became of a canary; the first word counts. */
  markCanary(name: string, what: 'accepted' | 'handled', at: Instant): Promise<void>;
  /** What a look at the queue of events and its dead letters found. */
  sawEventQueue(at: Instant, empty: boolean): Promise<void>;
  /** The keys links are signed with and addresses are hashed with; made at the first call ever. */
  keys(): Promise<LinkKeys>;
}

/** What the operator lets out (docs/architecture.md §7.10). */
export interface SendingRow {
  readonly mode: SendingMode;
  /** Versions of the curriculum whose exercises must not be mailed any more, such as `1.2.0`. */
  readonly withdrawn: readonly string[];
}

/**
 * `current` signs; every key in `keys` verifies, a retired one the way out alone. All are 32 random bytes.
 */
export interface LinkKeys {
  readonly current: number;
  readonly keys: ReadonlyMap<number, Uint8Array>;
  readonly retired: readonly number[];
  /** Hashes mail addresses; never rotated, since every address key would be lost. */
  readonly pepper: Uint8Array;
}

/**
 * Fields a log line may have (docs/architecture.md §19.1): ids, codes, counts and durations. Never an
 * address, a name or free text.
 */
export interface LogFields {
  readonly fn?: string;
  readonly participantId?: string;
  readonly commandId?: string;
  readonly command?: string;
  readonly occasion?: string;
  readonly kind?: string;
  readonly attempt?: number;
  readonly outcome?: string;
  readonly code?: string;
  readonly error?: string;
  readonly why?: string;
  readonly bounce?: string;
  /** Of the provider or of the queue. */
  readonly messageId?: string;
  readonly status?: number;
  readonly route?: string;
  readonly shard?: number;
  readonly count?: number;
  readonly due?: number;
  readonly rev?: number;
  readonly ms?: number;
}
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** Wakes the operator; so only with a line of the list. */
  error(message: AlarmLine, fields?: LogFields): void;
}
