/**
 * Mails that come back for a passing reason: a full mailbox, a server that is away (SES: `Transient`). One is
 * nothing; in three weeks in a row, with nothing delivered in between, the programme's mails pause
 * (docs/architecture.md §7.9). A delivery begins the count anew.
 */

import { outsideQuietHours } from '../calendar.ts';
import { ok } from '../kernel/result.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { Decided } from '../participant/decided.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { inMaintenance } from '../participant/open-question.ts';
import type { Participant, Person } from '../participant/state.ts';
import { dropOwed } from './owed.ts';

/** Weeks in which a mail came back before the mails pause. */
export const BOUNCED_WEEKS = 3;
/**
 * What comes back less than this after the last that counted belongs to the same week: its plan, its lesson,
 * its check-in.
 */
const SAME_WEEK_MINUTES = 6.5 * MINUTES_PER_DAY;
/**
 * Then a participant who has not come back gets the goodbye, as after silence (docs/clinical-rules.md §9.5).
 */
const CLOSES_AFTER_DAYS = 35;

/**
 * A mail came back for now, at `bouncedAt` by the provider's clock. The same report again, or one older than
 * the last that counted, changes nothing.
 */
export function softBounce(state: Participant, at: Instant, bouncedAt: Instant): Decided {
  if (state.status !== 'active' && state.status !== 'completed') return ok([]);
  const { softBounces } = state;
  if (softBounces !== undefined && bouncedAt < addMinutes(softBounces.last, SAME_WEEK_MINUTES)) return ok([]);
  const weeks = (softBounces?.weeks ?? 0) + 1;
  const counted = { type: 'SoftBounced', at, bouncedAt, weeks } as const;
  if (weeks < BOUNCED_WEEKS || (state.status === 'completed' && !inMaintenance(state, at)))
    return ok([counted]);
  const endsAt = outsideQuietHours(addMinutes(at, CLOSES_AFTER_DAYS * MINUTES_PER_DAY), state.timeZone);
  return ok([
    counted,
    ...dropOwed(state, 'bounced', () => true),
    { type: 'Paused', at, by: 'bounce', until: null, endsAt },
  ]);
}

/**
 * A mail arrived: what came back before it counts no more. An old report of an arrival, told late, takes
 * nothing back.
 */
export const delivered = (state: Person, at: Instant, deliveredAt: Instant): readonly ParticipantEvent[] =>
  state.status !== 'paused' && state.softBounces !== undefined && deliveredAt >= state.softBounces.last
    ? [{ type: 'DeliveredAgain', at }]
    : [];
