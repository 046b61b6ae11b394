/** A stop: the fact with its findings, and the mails it owes. */
import type { WeekDigest } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import type { Instant } from '../kernel/time.ts';
import { stopMails } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Person, Stop } from '../participant/state.ts';
import type { Triage } from '../triage/triage.ts';

interface Stopping extends Pick<Stop, 'from' | 'week'> {
  /** Answers of the intake that did not fit together and were read the safer way. */
  readonly contradictions?: readonly string[];
  /** The receipt of the consent about health, when the stop comes out of the intake. */
  readonly consentVersion?: string;
  /** What the history keeps of the answer that stopped. */
  readonly digest?: WeekDigest;
}

/**
 * A triage that stops: the fact with its findings, notes left out, and the mails it owes. The route must not
 * be `eligible`.
 */
export function stopOn(
  state: Person,
  at: Instant,
  { route, findings }: Pick<Triage, 'route' | 'findings'>,
  { consentVersion, digest, ...where }: Stopping,
): readonly ParticipantEvent[] {
  assert(route !== 'eligible', 'a triage that stops has a route');
  const stop: Stop = { at, route, findings: findings.filter((f) => f.route !== 'note'), ...where };
  return [
    { type: 'Stopped', stop, consentVersion: consentVersion ?? null, digest: digest ?? null },
    ...stopMails(state, at, stop),
  ];
}
