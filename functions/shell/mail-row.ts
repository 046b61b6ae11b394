/** The row of one mail, its turns at the provider, and the address that replies to it come in by. */
import type { Instant } from '../../program/kernel/time.ts';
import type { AckCode } from '../../program/participant/occasion.ts';
import type { Participant } from '../../program/participant/state.ts';

/** The one row that says how far a mail got; its status only climbs (rank). */
export type DispatchStatus =
  | 'claimed'
  | 'refused'
  | 'sent'
  | 'delayed'
  | 'delivered'
  | 'bounced'
  | 'complained'
  | 'abandoned';
export interface DispatchRow {
  readonly occasion: string;
  readonly kind: string;
  readonly status: DispatchStatus;
  readonly attempt: number;
  readonly at: Instant;
  readonly messageId?: string;
  readonly contentHash?: string;
  readonly replyHandle?: string;
}

/** What a decision says in the row of a mail. */
export interface Mark {
  readonly occasion: string;
  readonly status: DispatchStatus;
  readonly at: Instant;
  readonly messageId?: string;
}
/** One turn of a mail at the provider: every claim of it has a higher one. */
export interface MailTurn {
  readonly mail: Pick<DispatchRow, 'occasion' | 'kind' | 'attempt' | 'at'>;
  readonly turn: number;
}
export interface Fence {
  readonly turn: number;
  /** Of the claim. */
  readonly owner: string;
  readonly dispatch: Omit<DispatchRow, 'status' | 'messageId'>;
  /** The reply address of that mail. */
  readonly handle?: ReplyHandle;
  /** The state with the claim, the very value that was committed. */
  readonly claimed: Participant;
}

/**
 * Where a reply to one mail of ours leads: an address of 128 random bits, known to its receiver alone
 * (docs/contract.md §3).
 */
export interface ReplyHandle {
  readonly handle: string;
  readonly participantId: string;
  readonly occasion: string;
  readonly kind: string;
  readonly week: number;
  /** What the mail acknowledged, where it was an acknowledgement. */
  readonly says?: AckCode;
  readonly expiresAt: Instant;
}
