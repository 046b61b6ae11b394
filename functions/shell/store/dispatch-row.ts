/**
 * The ledger row of one mail. Evidence about a mail arrives twice, late and in any order, so the row keeps
 * the earliest instant of *each* status and what it stands at is read off as the highest of them: writing
 * evidence is commutative and idempotent, whatever order it comes in (docs/architecture.md §6.2). Evidence of
 * a later stage beats our own giving up.
 */
import * as z from 'zod';
import { assert } from '../../../program/kernel/assert.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import type { DispatchRow, DispatchStatus, Mark } from '../ports.ts';
import { type Condition, type Db, type Item, updateItemIf } from './db.ts';
import type { Attributes } from './items/attributes.ts';
import { mailKey } from './items/keys.ts';

/** From the weakest to the strongest; a status without a rank does not compile. */
const RANK: Readonly<Record<DispatchStatus, number>> = {
  claimed: 1,
  refused: 2,
  abandoned: 3,
  sent: 4,
  delayed: 5,
  delivered: 6,
  bounced: 7,
  complained: 8,
};
export const STATUS_ORDER: readonly DispatchStatus[] = (Object.keys(RANK) as DispatchStatus[]).sort(
  (a, b) => RANK[a] - RANK[b],
);

const row = z.looseObject({
  occasion: z.string(),
  kind: z.string(),
  attempt: z.int().min(1),
  contentHash: z.string().optional(),
  replyHandle: z.string().optional(),
  ...(Object.fromEntries(
    STATUS_ORDER.flatMap((s) => [
      [`${s}At`, z.string().optional()],
      [`${s}Id`, z.string().optional()],
    ]),
  ) as Record<`${DispatchStatus}${'At' | 'Id'}`, z.ZodOptional<z.ZodString>>),
});

/** The row as one status; its message id is the one the strongest evidence names. */
export function decodeDispatch(item: Item): DispatchRow {
  const parsed = row.parse(item);
  const reached = STATUS_ORDER.filter((s) => parsed[`${s}At`] !== undefined);
  const status = reached.at(-1);
  const at = status === undefined ? undefined : parsed[`${status}At`];
  assert(status !== undefined && at !== undefined, 'a dispatch row has a status');
  const messageId = reached.map((s) => parsed[`${s}Id`]).findLast((id) => id !== undefined);
  return {
    occasion: parsed.occasion,
    kind: parsed.kind,
    status,
    attempt: parsed.attempt,
    at,
    ...(messageId === undefined ? {} : { messageId }),
    ...(parsed.contentHash === undefined ? {} : { contentHash: parsed.contentHash }),
    ...(parsed.replyHandle === undefined ? {} : { replyHandle: parsed.replyHandle }),
  };
}

/** When each status was first reported. */
export function timesOf(item: Item): Readonly<Partial<Record<DispatchStatus, Instant>>> {
  const parsed = row.parse(item);
  return Object.fromEntries(
    STATUS_ORDER.flatMap((s) => (parsed[`${s}At`] === undefined ? [] : [[s, parsed[`${s}At`]]])),
  );
}

/**
 * What the fence writes: the facts of the attempt, and the status beside those already there. A new claim
 * takes back the refusal before it.
 */
export function commitUpdate(dispatch: DispatchRow): {
  readonly update: string;
  readonly values: Attributes;
} {
  const { status } = dispatch;
  const facts: Attributes = {
    occasion: dispatch.occasion,
    kind: dispatch.kind,
    attempt: dispatch.attempt,
    contentHash: dispatch.contentHash,
    replyHandle: dispatch.replyHandle,
  };
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  const sets = given.map(([name]) => `${name} = :${name}`);
  sets.push(`${status}At = if_not_exists(${status}At, :at)`);
  if (dispatch.messageId !== undefined) sets.push(`${status}Id = if_not_exists(${status}Id, :messageId)`);
  const back = status === 'claimed' ? ' REMOVE refusedAt, refusedId' : '';
  return {
    update: `SET ${sets.join(', ')}${back}`,
    values: { ...Object.fromEntries(given), at: dispatch.at, messageId: dispatch.messageId },
  };
}

/** What a decision about a mail says in its row, beside the facts already there. */
export function markSets({ status, at, messageId }: Mark): {
  readonly sets: readonly string[];
  readonly values: Attributes;
} {
  const sets = [`${status}At = if_not_exists(${status}At, :markAt)`];
  if (messageId !== undefined) sets.push(`${status}Id = if_not_exists(${status}Id, :markId)`);
  return { sets, values: { markAt: at, markId: messageId } };
}

/**
 * What evidence writes: the earliest instant of that status, and of equals the smallest message id. Only on a
 * row that exists: evidence about an erased person makes nothing.
 */
export function raiseUpdate(
  status: DispatchStatus,
  at: Instant,
  messageId: string | undefined,
): { readonly update: string; readonly values: Attributes; readonly condition: Condition } {
  const [atName, idName] = [`${status}At`, `${status}Id`];
  const earlier = `attribute_not_exists(${atName}) OR ${atName} > :at`;
  if (messageId === undefined)
    return {
      update: `SET ${atName} = :at REMOVE ${idName}`,
      values: { at },
      condition: { expression: `attribute_exists(pk) AND (${earlier})` },
    };
  return {
    update: `SET ${atName} = :at, ${idName} = :messageId`,
    values: { at, messageId },
    condition: {
      expression: `attribute_exists(pk) AND (${earlier} OR (${atName} = :at AND (attribute_not_exists(${idName}) OR ${idName} > :messageId)))`,
    },
  };
}

/** Writes evidence into the row of a mail. */
export async function raise(db: Db, id: string, { occasion, status, at, messageId }: Mark): Promise<void> {
  const { update, values, condition } = raiseUpdate(status, at, messageId);
  await updateItemIf(db, mailKey(id, occasion), { update, values, condition });
}
