/** How mails pause and how a programme ends. */

/** Who paused: the person; three unanswered check-ins; three weeks of mails that came back. */
export const PAUSED_BY = ['person', 'silence', 'bounce'] as const;
/** Why a participant has left; `consent` = the one about health was taken back. */
export const LEFT_REASONS = ['unsubscribed', 'silence', 'bounce', 'complaint', 'consent'] as const;
