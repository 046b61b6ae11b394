/**
 * What each function may do to the table and to the queues (docs/architecture.md §13). The template is made
 * from this, and every test of the local run is refused whatever is not here.
 */
import type { FunctionName } from '../functions/shell/env.ts';

/** The first part of a partition key; `K#` is named whole, for its rows have different readers. */
export type Rows = 'P#' | 'E#' | 'R#' | 'L#' | 'W#' | 'K#LINKS' | 'K#SENDING' | 'K#PLACES';
export type Lane = 'urgent' | 'routine';
export interface Rights {
  /** Rows of the table it may read and write; `due` is the index of people with an alarm, read only. */
  readonly rows: readonly Rows[] | 'due';
  /** Queues it hands hints to. */
  readonly lanes: readonly Lane[];
}

/** What a function may do to its rows. Nobody may scan. */
export const ROW_ACTIONS = [
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:Query',
] as const;
type RowAction = (typeof ROW_ACTIONS)[number];

/**
 * Rows to which less is done: keys are read, and made where there are none; the operator's switch is read.
 * Neither is ever part of a transaction, so each stands in a statement of its own.
 */
const FEWER: Readonly<Partial<Record<Rows, readonly RowAction[]>>> = {
  'K#LINKS': ['dynamodb:GetItem', 'dynamodb:PutItem'],
  'K#SENDING': ['dynamodb:GetItem'],
};

export const RIGHTS: Readonly<Record<FunctionName, Rights>> = {
  signup: { rows: ['P#', 'E#', 'R#', 'L#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
  enrol: { rows: ['P#', 'E#', 'R#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
  'check-in': { rows: ['P#', 'R#', 'L#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
  account: { rows: ['P#', 'R#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
  records: { rows: ['P#', 'E#', 'R#', 'L#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
  running: { rows: ['P#', 'R#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
  dispatch: { rows: 'due', lanes: ['urgent', 'routine'] },
  send: { rows: ['P#', 'E#', 'R#', 'W#', 'K#LINKS', 'K#SENDING', 'K#PLACES'], lanes: [] },
  feedback: { rows: ['P#', 'E#', 'R#', 'W#', 'K#LINKS', 'K#PLACES'], lanes: [] },
  inbound: { rows: ['P#', 'R#', 'L#', 'K#LINKS', 'K#PLACES'], lanes: ['urgent'] },
};

/** A row as `dynamodb:LeadingKeys` names it. */
export const leadingKey = (rows: Rows): string => (rows.endsWith('#') ? `${rows}*` : rows);

/** The actions on rows, and the rows they are on: one statement of a policy each. */
export interface RowGrant {
  readonly actions: readonly RowAction[];
  readonly rows: readonly Rows[];
}
export function grantsOf(rows: readonly Rows[]): readonly RowGrant[] {
  const fewer = rows.flatMap((one) => {
    const actions = FEWER[one];
    return actions === undefined ? [] : [{ actions, rows: [one] }];
  });
  return [{ actions: ROW_ACTIONS, rows: rows.filter((one) => FEWER[one] === undefined) }, ...fewer];
}
