/** How many workers each queue may have; the stacks and the page about scale read the same figures. */

/** Hands over one message after the other within a second; the dispatcher keeps under SES's rate. */
const MAILS_A_SECOND_AND_WORKER = 5;
/** Fewer than two Lambda does not take. */
const FEWEST = 2;

/** Messages a call, and calls at once. */
export interface Feed {
  readonly batch: number;
  readonly workers: number;
}

/** `sendingRate` = mails a second that SES allows. */
export const feedsOf = (sendingRate: number): Readonly<Record<'urgent' | 'routine' | 'feedback', Feed>> => ({
  urgent: { batch: 1, workers: FEWEST },
  routine: {
    batch: 5,
    workers: Math.max(FEWEST, Math.floor(sendingRate / MAILS_A_SECOND_AND_WORKER)),
  },
  feedback: { batch: 10, workers: 5 },
});
