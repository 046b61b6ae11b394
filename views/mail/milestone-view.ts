/** The mail of a milestone. */
export interface MilestoneView {
  readonly kind: 'milestone';
  /** One or more of the same week; each with what it opens. */
  readonly reached: readonly { readonly title: string; readonly text: string; readonly next: string }[];
  /** The person's own, from the start to now. */
  readonly numbers: readonly string[];
  /** The plan stays as it is. */
  readonly unchanged: string;
  readonly meUrl: string;
}
