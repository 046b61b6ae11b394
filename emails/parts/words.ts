/** A plan in rows and lines, shared by the HTML and the plain text of every mail that shows one. */
import type { PlanView } from '../../views/mail/views.ts';

/** Why it is so, the deciding rule first, without what the headline says already. */
export const whyLines = ({ kind, reasons }: PlanView): readonly string[] =>
  reasons.filter(({ code }, at) => at === 0 || kind === 'start' || !MOVED.has(code)).map(({ long }) => long);
const MOVED: ReadonlySet<string> = new Set([
  'strength-up',
  'strength-down',
  'strength-same',
  'running-up',
  'running-down',
  'running-same',
]);

/** Weeks on the pain chart of a plan. */
export const CHART_WEEKS = 8;
