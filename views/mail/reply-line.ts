/** What a mail that asks prints for those who would rather reply. */

/**
 * What to reply instead of opening the page (docs/contract.md §3). `long` = this week the short line is not
 * enough.
 */
export interface ReplyLine {
  readonly long: boolean;
  /** With this week's figures: "2, worst 3, did 3 of 3, ran 25 min, …". */
  readonly longLine: string;
  /** A run was planned, so "no longer than planned" says something; after graduation none is. */
  readonly runPlanned: boolean;
  /** Tests asked for. */
  readonly tests: number;
  /** The highest worst pain that the short line stands for: 2 where a step of running is due. */
  readonly worst: 2 | 3;
  /** The short line also says that all runs of the week were done. */
  readonly runsCount: boolean;
  /** It also says that the mornings were no stiffer (docs/clinical-rules.md §12 A12). */
  readonly noStiffer: boolean;
  /** The list that "none of it" and "no stop signs" speak of: the weekly one, whole. */
  readonly stopSigns: readonly string[];
}
