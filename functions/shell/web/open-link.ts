/**
 * From the token in a path to the person it belongs to. Every kind of dead link ends in the same answer,
 * after the same work.
 */
import { ok, type Result, refuse } from '../../../program/kernel/result.ts';
import type { Person } from '../../../program/participant/state.ts';
import type { Clock, Store } from '../ports.ts';
import { type Dead, ofEpoch, type Purpose, type Tokens } from './tokens.ts';

export interface OpenLink {
  readonly participant: Person;
  readonly rev: number;
  readonly week: number;
}
/** No participant has this id: the look-up a forged token costs. */
const NOBODY = 'nobody';

/** Opens a link of `purpose`: forged, foreign, expired, revoked and erased are all `dead`. */
export async function openLink(
  app: { readonly store: Store; readonly clock: Clock; tokens(): Promise<Tokens> },
  token: string,
  purpose: Purpose,
): Promise<Result<OpenLink, Dead>> {
  const opened = (await app.tokens()).open(token, purpose, app.clock.now());
  const loaded = await app.store.load(opened.ok ? opened.value.participantId : NOBODY);
  if (!opened.ok || loaded === null) return refuse({ code: 'dead' });
  const { participant, rev } = loaded;
  if (participant.status === 'erased' || !ofEpoch(opened.value, participant.tokenEpoch))
    return refuse({ code: 'dead' });
  return ok({ participant, rev, week: opened.value.week });
}
