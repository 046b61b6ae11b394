/**
 * What a valid sign-up form does. The page says the same whatever happens here, after the same work
 * (docs/architecture.md §9.3).
 */
import { CONSENTS } from '../../web/consents.ts';
import type { Signup } from '../../web/forms/signup.ts';
import { act, tell } from '../shell/act.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import type { Executed } from '../shell/execute.ts';
import { consentReceipt } from '../shell/web/consent.ts';
import { countSignUp, type Over } from './count-sign-up.ts';

const CONSENT_RECEIPT = consentReceipt(CONSENTS.email);
type Dropped = 'trap' | 'suppressed' | 'full' | Over;

/** Nobody new can be taken in: every place of the programme is taken. */
export const isFull = async ({ store, env }: App<'signup'>): Promise<boolean> =>
  (await store.places()) >= env.MAX_PARTICIPANTS;

/**
 * Takes the sign-up, or drops it. The answer is about the programme alone and is the same for every address:
 * `full` = nobody new was taken in. Who has signed up before is answered by mail as ever.
 */
export async function signUp(app: App<'signup'>, signup: Signup, sourceIp: string): Promise<'open' | 'full'> {
  const full = await isFull(app);
  await takeOrDrop(app, signup, sourceIp, full);
  return full ? 'full' : 'open';
}

async function takeOrDrop(
  app: App<'signup'>,
  signup: Signup,
  sourceIp: string,
  full: boolean,
): Promise<void> {
  const over = await countSignUp(app, signup.email, sourceIp);
  if (over === 'total') app.log.error('signup-limit', { why: over });
  const key = await addressKeyOf(app, signup.email);
  const known = await app.store.address(key);
  const why = signup.trapped ? 'trap' : whyNot(known, over, full);
  if (why !== null) {
    app.log.info('signup-dropped', { why });
    await app.store.load(app.ids.participant());
    return idle(app);
  }
  const done = await signUpAs(app, signup, key, known.participantId ?? app.ids.participant());
  if (done.kind === 'committed') return;
  // Two sign-ups of one address at once: the second finds who was first, and asks for them.
  const owner = done.kind === 'claimed-elsewhere' ? (await app.store.address(key)).participantId : null;
  const again = owner === null ? null : await signUpAs(app, signup, key, owner);
  if (again?.kind === 'committed') return;
  return idle(app);
}

function whyNot(
  known: Awaited<ReturnType<App['store']['address']>>,
  over: Over | null,
  full: boolean,
): Dropped | null {
  if (known.suppressed !== null) return 'suppressed';
  return over ?? (full && known.participantId === null ? 'full' : null);
}

/**
 * What a sign-up that is taken does after the look-ups, for one that is not: a write and a hint that mean
 * nothing.
 */
async function idle(app: App<'signup'>): Promise<void> {
  await app.store.idle();
  await tell(app, app.ids.participant());
}

function signUpAs(app: App<'signup'>, signup: Signup, key: string, id: string): Promise<Executed> {
  const { email, firstName, country, timeZone, weekday, hour, units } = signup;
  const wish = { email, firstName, country, timeZone, weekday, hour, units };
  const command = { type: 'SignUp', id, ...wish, consentVersion: CONSENT_RECEIPT } as const;
  return act(app, { id }, command, { name: 'signup', beside: { claim: { key, action: 'take' } } });
}
