/**
 * When no evidence that a mail left may be taken for evidence that it did not (docs/architecture.md §7.7).
 * Events come late and in any order, so that the newest proves nothing: mails of ours to nobody, canaries,
 * have to be seen to go all the way after the claim.
 */
import { addMinutes, type Instant } from '../kernel/time.ts';

/** A mail to nobody that the provider took. */
interface Canary {
  /** Sent then. */
  readonly at: Instant;
  /** When its first event was handled; null = not yet. */
  readonly handledAt: Instant | null;
}
/** What is known of the way that events come. */
export interface EventStream {
  readonly canaries: readonly Canary[];
  /** The first of the looks since then that all found the queue of events and its dead letters empty. */
  readonly emptySince: Instant | null;
}

/** The first and the last canary are at least so far apart. */
const APART_MINUTES = 10;
/** The last is sent this long after the claim, for an event may be that late. */
export const AFTER_MINUTES = 30;
const PROMPT_MINUTES = 5;
/** A queue counts its messages about right; a minute later it counts again. */
const LOOKS_MINUTES = 1;

/**
 * True when an event of a mail claimed at `claimedAt` would have been handled by `now`: every canary since
 * the claim was handled, there are two far enough apart, the last was sent half an hour after the claim and
 * handled soon, and two looks found nothing that waits.
 */
export function provesSilence(claimedAt: Instant, stream: EventStream, now: Instant): boolean {
  const since = stream.canaries.filter(({ at }) => at > claimedAt).sort((a, b) => (a.at < b.at ? -1 : 1));
  const [first, last] = [since[0], since.at(-1)];
  if (first === undefined || last === undefined || since.some(isOut)) return false;
  const late = addMinutes(claimedAt, AFTER_MINUTES);
  const { emptySince } = stream;
  return (
    last.at >= addMinutes(first.at, APART_MINUTES) &&
    last.at >= late &&
    (last.handledAt ?? now) <= addMinutes(last.at, PROMPT_MINUTES) &&
    emptySince !== null &&
    now >= addMinutes(emptySince, LOOKS_MINUTES)
  );
}
const isOut = ({ handledAt }: Canary): boolean => handledAt === null;
