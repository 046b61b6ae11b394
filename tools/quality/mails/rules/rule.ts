/**
 * What a rule of the quality bar is. Numbers and groups are those of the bar; a rule that does not apply to a
 * mail says so.
 */
import type { GateMail } from '../mail.ts';

export type Group = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export const GROUPS: Readonly<Record<Group, string>> = {
  A: 'Message and headers',
  B: 'Subject and preheader',
  C: 'Accessibility',
  D: 'Rendering and compatibility',
  E: 'Plain text',
  F: 'Links and scanner safety',
};
/** True = holds, null = does not apply, a string = what is wrong. */
export type Verdict = true | null | string;
export interface RuleName {
  readonly id: number;
  readonly group: Group;
  readonly title: string;
  /** A warning is printed and counted, and does not change the exit code. */
  readonly level: 'fail' | 'warn';
}
/**
 * A rule over single mails. `checker` makes a fresh one, so that rules which compare mails start with an
 * empty memory.
 */
export interface MailRule extends RuleName {
  readonly checker: () => (mail: GateMail) => Verdict;
}
export const rule = (
  id: number,
  group: Group,
  title: string,
  check: (mail: GateMail) => Verdict,
): MailRule => ({
  id,
  group,
  title,
  level: 'fail',
  checker: () => check,
});
/** The same rule, printed and counted as a warning. */
export const warning = (failing: MailRule): MailRule => ({ ...failing, level: 'warn' });
export const remembering = (
  id: number,
  group: Group,
  title: string,
  checker: MailRule['checker'],
): MailRule => ({
  id,
  group,
  title,
  level: 'fail',
  checker,
});
/** `true` when it holds, else the sentence. */
export const demand = (holds: boolean, otherwise: string): Verdict => (holds ? true : otherwise);
/** The first finding of several demands. */
export const all = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => typeof verdict === 'string') ?? true;
