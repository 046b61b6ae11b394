/**
 * The ledger row of one mail in memory: what functions/shell/store/dispatch-row.ts writes as expressions,
 * done on a value.
 */
import type { DispatchRow, DispatchStatus, Everything, Mark } from '../../../functions/shell/ports.ts';
import { STATUS_ORDER } from '../../../functions/shell/store/dispatch-row.ts';

interface Report {
  readonly at: string;
  readonly id: string | undefined;
}
export interface MemoryRow {
  readonly occasion: string;
  readonly kind: string;
  readonly attempt: number;
  readonly contentHash: string | undefined;
  readonly replyHandle: string | undefined;
  /**
   * The highest turn for which the provider may have been called, by whom, and the highest that was ended.
   */
  readonly fenced?: number;
  readonly fencedBy?: string;
  readonly voided?: number;
  readonly reports: Readonly<Partial<Record<DispatchStatus, Report>>>;
}

/** What a commit writes beside the facts already there; a new claim takes back the refusal before it. */
export function committedRow(before: MemoryRow | undefined, row: DispatchRow): MemoryRow {
  const reports: Partial<Record<DispatchStatus, Report>> = { ...before?.reports };
  const first = reports[row.status];
  reports[row.status] = { at: first?.at ?? row.at, id: first?.id ?? row.messageId };
  if (row.status === 'claimed') delete reports.refused;
  return {
    occasion: row.occasion,
    kind: row.kind,
    attempt: row.attempt,
    contentHash: row.contentHash ?? before?.contentHash,
    replyHandle: row.replyHandle ?? before?.replyHandle,
    reports,
  };
}

/** What a decision says beside the facts already there. */
export function markedRow(row: MemoryRow, { status, at, messageId }: Mark): MemoryRow {
  const known = row.reports[status];
  const report = { at: known?.at ?? at, id: known?.id ?? messageId };
  return { ...row, reports: { ...row.reports, [status]: report } };
}

/** Evidence: the earliest instant of its status, and of equals the smallest message id. */
export function raisedRow(
  row: MemoryRow,
  status: DispatchStatus,
  at: string,
  id: string | undefined,
): MemoryRow {
  const known = row.reports[status];
  const earlier = known === undefined || known.at > at;
  const smaller =
    known !== undefined && id !== undefined && known.at === at && (known.id === undefined || known.id > id);
  return earlier || smaller ? { ...row, reports: { ...row.reports, [status]: { at, id } } } : row;
}

/** The row as one status, as every reader sees it. */
export function readRow(row: MemoryRow): DispatchRow {
  const reached = STATUS_ORDER.filter((status) => row.reports[status] !== undefined);
  const status = reached.at(-1);
  const report = status === undefined ? undefined : row.reports[status];
  if (status === undefined || report === undefined) throw new Error('a dispatch row has a status');
  const messageId = reached.map((s) => row.reports[s]?.id).findLast((id) => id !== undefined);
  return {
    occasion: row.occasion,
    kind: row.kind,
    status,
    attempt: row.attempt,
    at: report.at,
    ...(messageId === undefined ? {} : { messageId }),
    ...(row.contentHash === undefined ? {} : { contentHash: row.contentHash }),
    ...(row.replyHandle === undefined ? {} : { replyHandle: row.replyHandle }),
  };
}

/** With the instant each status was first reported at. */
export const readRowWithTimes = (row: MemoryRow): Everything['mails'][number] => ({
  ...readRow(row),
  times: Object.fromEntries(
    STATUS_ORDER.flatMap((s) => {
      const report = row.reports[s];
      return report === undefined ? [] : [[s, report.at]];
    }),
  ),
});
