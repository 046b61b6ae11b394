/**
 * How many links may go out, in budgets of their own: erasure, the way back after a stop, new links, what was
 * asked for in a proved reply, and everything else. Whoever holds a link of a forwarded mail uses up nothing
 * that the owner needs, and no budget refuses erasure for longer than an hour (docs/architecture.md §9.4).
 */
import type { Requested } from '../answers/requests.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { EventOf } from '../participant/events.ts';
import { REQUEST_BUDGETS, type RequestBudget } from '../participant/request-spending.ts';
import type { Person } from '../participant/state.ts';
import { openFresh } from './fresh-link.ts';

/** Links out of one budget in 24 hours, ten minutes between two for the same thing. */
export const FRESH_PER_DAY = 6;
export const FRESH_GAP_MINUTES = 10;
/** Beyond those of a day, erasure, and whatever a proved reply asks for, may be asked for once an hour. */
export const LATER_GAP_MINUTES = 60;

/** What is asked for; `proved` = in a reply from the address on file, not on a page that a link opens. */
export interface Asking {
  readonly what: Requested | 'links';
  readonly proved: boolean;
}

const budgetOf = ({ what, proved }: Asking): RequestBudget =>
  what === 'erase'
    ? proved
      ? 'provedErase'
      : 'erase'
    : proved
      ? 'proved'
      : what === 'return' || what === 'links'
        ? what
        : 'page';

/**
 * An open request gives way to one of the same weight or more: nobody with a link alone replaces an erasure,
 * or what the owner asked for in a reply, by something else.
 */
const weight = ({ what, proved }: Asking): number => (proved ? 2 : what === 'erase' ? 1 : 0);

/** May a link for this go out now? */
export function freshAllowed(state: Person, asking: Asking, at: Instant): boolean {
  const { what } = asking;
  const same =
    state.fresh !== null && state.fresh.what === what && state.fresh.at > addMinutes(at, -FRESH_GAP_MINUTES);
  const open = openFresh(state, at);
  const standing =
    open === null || open.what === 'newAddress'
      ? 0
      : weight({ what: open.what, proved: open.proved === true });
  // New links end every request that stands; their mail is the answer to a link in wrong hands.
  if (same || (what !== 'links' && weight(asking) < standing)) return false;
  const spent = (state.requests?.[budgetOf(asking)] ?? []).filter(
    (n) => n > addMinutes(at, -MINUTES_PER_DAY),
  );
  if (spent.length < FRESH_PER_DAY) return true;
  const hourly = what === 'erase' || asking.proved;
  return hourly && spent.every((n) => n <= addMinutes(at, -LATER_GAP_MINUTES));
}

/** Remembers a request as long as its budget looks back. */
export function withRequest<P extends Person>(state: P, asking: Asking, at: Instant): P {
  const name = budgetOf(asking);
  const requests = Object.fromEntries(
    REQUEST_BUDGETS.flatMap((budget) => {
      const lately = (state.requests?.[budget] ?? []).filter((n) => n > addMinutes(at, -MINUTES_PER_DAY));
      const all = budget === name ? [...lately, at] : lately;
      return all.length === 0 ? [] : [[budget, all.slice(-FRESH_PER_DAY)]];
    }),
  );
  return { ...state, requests };
}

/** What a granted request spends: its kind, and whether its sender was proved. */
export const askingOf = ({ what, proved }: EventOf<'FreshRequested'>): Asking => ({
  what,
  proved: proved === true,
});
