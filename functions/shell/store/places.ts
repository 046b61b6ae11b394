/**
 * How many places of the programme are taken: one number, changed in the very transaction in which somebody
 * begins or ends, so that it is never over-run and nobody counts twice. An ordinary week does not touch it.
 */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { placesTaken } from '../../../program/participant/place.ts';
import type { Participant } from '../../../program/participant/state.ts';
import type { Commit } from '../ports.ts';
import { type Db, expressions, getItem, toKey } from './db.ts';
import { PLACES } from './items/keys.ts';

/** Whoever leaves, and whoever comes back, is never refused. */
const UNLIMITED = Number.MAX_SAFE_INTEGER;
const placesItem = z.looseObject({ taken: z.int() });

/** Places that are taken, as it was a moment ago. */
export async function placesOf(db: Db): Promise<number> {
  const item = await getItem(db, PLACES, 'soon');
  return item === null ? 0 : Math.max(0, placesItem.parse(item).taken);
}

/**
 * The count, where a commit changes it; a caller who does not say what was before counts nothing. `places` of
 * the commit is the most there may be: without it a place is taken whatever the count is.
 */
export function placeUpdates(
  table: string,
  { before, next, places }: Pick<Commit, 'next' | 'places'> & { readonly before?: Participant | null },
): readonly TransactWriteItem[] {
  const more = before === undefined ? 0 : placesTaken(before, next);
  if (more === 0) return [];
  const update = 'SET taken = if_not_exists(taken, :none) + :more';
  const most = more > 0 && places !== undefined ? places : UNLIMITED;
  const condition = { expression: 'attribute_not_exists(pk) OR taken < :most', values: { most } };
  return [
    {
      Update: {
        TableName: table,
        Key: toKey(PLACES),
        UpdateExpression: update,
        ...expressions(condition, { none: 0, more }, update),
      },
    },
  ];
}
