/** Claims of addresses and suppressions in the memory store: what stands against one, and its writing. */
import type { Commit, CommitResult } from '../../../functions/shell/ports.ts';
import type { Tables } from './memory-tables.ts';

/** A row without an end lasts. */
export const lasts = (until: number | null, now: number): boolean => until === null || until > now;
/** A time to live is a whole second of the table. */
export const secondOf = (at: string): number => Math.ceil(Date.parse(at) / 1000) * 1000;

/** What stands against the claim of a commit, or null. */
export function againstClaim(
  tables: Tables,
  commit: Commit,
  nowMs: number,
): CommitResult | 'release-elsewhere' | null {
  const { claim } = commit;
  if (claim === undefined) return null;
  const held = (key: string) => tables.claims.get(key);
  const owner = held(claim.key);
  if (claim.action === 'release')
    return owner === undefined || owner.id === commit.id ? null : 'release-elsewhere';
  if (owner !== undefined && lasts(owner.until, nowMs) && owner.id !== commit.id)
    return { kind: 'claimed-elsewhere' };
  if (claim.action !== 'move' || claim.from === claim.key) return null;
  const former = held(claim.from);
  return former === undefined || former.id === commit.id ? null : 'release-elsewhere';
}

/** The address to let go has become another's since: theirs stays. */
export function withoutRelease(commit: Commit): Commit {
  const { claim, ...rest } = commit;
  return claim?.action === 'move' ? { ...rest, claim: { key: claim.key, action: 'take' } } : rest;
}

export function writeClaims(tables: Tables, { claim, id, next }: Commit): void {
  if (claim !== undefined && claim.action !== 'release') {
    const until = next.status === 'unconfirmed' ? secondOf(next.expiresAt) : null;
    if (claim.action === 'move' && claim.from !== claim.key) tables.claims.delete(claim.from);
    tables.claims.set(claim.key, { id, until });
  }
  if (claim?.action === 'release') tables.claims.delete(claim.key);
}

export function writeSuppression(tables: Tables, { suppress }: Commit): void {
  if (suppress !== undefined)
    tables.suppressed.set(suppress.key, {
      reason: suppress.reason,
      until: suppress.until === undefined ? null : secondOf(suppress.until),
    });
}
