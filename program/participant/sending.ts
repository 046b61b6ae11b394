/** What the sender knows of the world when an alarm rings, beside the participant. */

/**
 * What the operator lets out: everything · safety mail and answers that carry no exercise · nothing at all.
 */
export const SENDING_MODES = ['on', 'safety-only', 'off'] as const;
export type SendingMode = (typeof SENDING_MODES)[number];

export interface Sending {
  readonly mode: SendingMode;
  /** Why an address must not be mailed, by the occasion of the due mail that would go there. */
  readonly suppressed: Readonly<Record<string, string>>;
  /** Why the participant's own address must not be mailed: also by what this wake itself brings about. */
  readonly own?: string;
}
