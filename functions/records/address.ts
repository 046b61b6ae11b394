/**
 * Another address, agreed to by both (docs/decisions/0011-another-address.md). What is known of the new one
 * is never told to the old: the page says the same for an address that is free, taken, suppressed or asked
 * too often.
 */
import type { Context } from 'hono';
import { addMinutes, MINUTES_PER_DAY } from '../../program/kernel/time.ts';
import type { Person } from '../../program/participant/state.ts';
import { requestDonePage } from '../../web/pages/own/requested.ts';
import { act } from '../shell/act.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import { deadLink } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

type Records = App<'records'>;
/** Whoever asks: no address is asked by us more often than this in a day (docs/architecture.md §9.4). */
const ASKED_PER_DAY = 3;

/** Can the address be asked at all: not suppressed, nobody else's, not asked too often. */
async function mayAsk(app: Records, id: string, email: string): Promise<boolean> {
  const key = await addressKeyOf(app, email);
  const [known, asked] = await Promise.all([
    app.store.address(key),
    app.store.count(`move.${key}`, addMinutes(app.clock.now(), MINUTES_PER_DAY)),
  ]);
  return (
    known.suppressed === null &&
    (known.participantId === null || known.participantId === id) &&
    asked <= ASKED_PER_DAY
  );
}

/** The old address agrees. */
export async function askNewAddress(
  app: Records,
  c: Context,
  { id, country }: Person,
  email: string,
): Promise<Response> {
  const askNew = await mayAsk(app, id, email);
  const done = await act(app, { id }, { type: 'WishAddress', askNew }, 'wish');
  if (done.kind === 'refused') return deadLink(app, c);
  return c.html(requestDonePage(pageFrame(app, country), 'address'));
}

/**
 * The new address agrees: state and both claims in one transaction, so that nobody ever has two programmes or
 * none.
 */
export async function takeNewAddress(
  app: Records,
  c: Context,
  person: Person,
  email: string,
): Promise<Response> {
  const { id, country } = person;
  const [key, from] = await Promise.all([addressKeyOf(app, email), addressKeyOf(app, person.email)]);
  const beside = { claim: { key, action: 'move', from } } as const;
  const done = await act(app, { id }, { type: 'ChangeAddress' }, { name: 'address', beside });
  if (done.kind === 'refused') return deadLink(app, c);
  return c.html(
    requestDonePage(pageFrame(app, country), done.kind === 'claimed-elsewhere' ? 'taken' : 'newAddress'),
  );
}
