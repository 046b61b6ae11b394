/** What a valid sign-up form does. The page says the same whatever happens here (reliability.md §4.6). */
import { createHash } from 'node:crypto';
import { addMinutes } from '../../program/kernel/time.ts';
import type { Command } from '../../program/participant/commands.ts';
import type { Signup } from '../../web/forms/signup.ts';
import { addressKeyOf } from '../shell/address-key.ts';
import type { App } from '../shell/app.ts';
import { execute } from '../shell/execute.ts';

/** The version of the consent text on the sign-up page; a change of its words raises it. */
export const CONSENT_VERSION = 'email-1';
const HOUR_MINUTES = 60;

/** An IPv4 /24 or an IPv6 /48, hashed for the day: enough to slow a flood, nothing to keep (reliability.md §4.7). */
export function networkKey(sourceIp: string, day: string): string {
  const prefix = sourceIp.includes(':') ? sourceIp.split(':').slice(0, 3).join(':') : sourceIp.split('.').slice(0, 3).join('.');
  return createHash('sha256').update(`${day}|${prefix}`).digest('base64url').slice(0, 16);
}

export async function signUp(app: App<'signup'>, signup: Signup, sourceIp: string): Promise<void> {
  const at = app.clock.now();
  const network = await app.store.count(`network.${networkKey(sourceIp, at.slice(0, 10))}`, addMinutes(at, HOUR_MINUTES));
  const key = await addressKeyOf(app, signup.email);
  const known = await app.store.address(key);
  if (signup.trapped || known.suppressed !== null || network > app.env.SIGNUP_NETWORK_LIMIT) {
    app.log.info('signup-dropped', { why: signup.trapped ? 'trap' : known.suppressed !== null ? 'suppressed' : 'network' });
    return;
  }
  const taken = await signUpAs(app, signup, key, known.participantId ?? app.ids.participant());
  // Two sign-ups of one address at once: the second finds who was first.
  if (taken === 'claimed-elsewhere') {
    const owner = (await app.store.address(key)).participantId;
    if (owner !== null) await signUpAs(app, signup, key, owner);
  }
}

async function signUpAs(app: App<'signup'>, signup: Signup, key: string, id: string): Promise<string> {
  const { email, firstName, country, timeZone, weekday, hour, units } = signup;
  const command = (): Command => ({
    type: 'SignUp',
    at: app.clock.now(),
    id,
    email,
    firstName,
    country,
    timeZone,
    weekday,
    hour,
    units,
    consentVersion: CONSENT_VERSION,
  });
  const done = await execute(app, id, command, `signup.${app.ids.command()}`, 'person', { claim: { key, action: 'take' } });
  if (done.kind === 'committed') await app.queue.send('urgent', [{ participantId: id }]);
  return done.kind;
}
