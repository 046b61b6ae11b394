/** A plan in rows and lines, shared by the HTML and the plain text of every mail that shows one. */
import type { WeekPlan } from '../../program/course/plan.ts';
import type { PlanView } from '../../views/mail/views.ts';
import { footCoreWords, range, runGlance } from '../../views/plan/dose.ts';

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

export interface GlanceRow {
  readonly track: 'strength' | 'running' | 'feet' | 'stretches' | 'cross-training' | 'extra';
  readonly count: string;
  readonly title: string;
  readonly detail: string;
}

/** The week in at most six rows. */
export function glanceRows(plan: WeekPlan): readonly GlanceRow[] {
  const apart = plan.hoursBetween === null ? '' : `, ${plan.hoursBetween} hours between sessions`;
  const rows: GlanceRow[] = [];
  if (plan.sessions > 0)
    rows.push({
      track: 'strength',
      count: `${plan.sessions}×`,
      title: `Calf strength, level ${plan.level}`,
      detail: `${range(plan.sessionMinutes)} minutes${apart}`,
    });
  const run = runGlance(plan.run);
  if (run !== null) rows.push({ track: 'running', ...run });
  if (plan.footCoreMoves.length > 0 && plan.sessions > 0)
    rows.push({
      track: 'feet',
      count: `${Math.min(3, plan.sessions)}×`,
      title: 'Feet',
      detail: `${footCoreWords(plan.footCoreKind)}, on strength days`,
    });
  if (plan.stretches.length > 0)
    rows.push({
      track: 'stretches',
      count: `${range(plan.stretchDays)}×`,
      title: 'Stretches',
      detail: 'a few minutes each',
    });
  if (plan.crossTraining > 0)
    rows.push({
      track: 'cross-training',
      count: `${plan.crossTraining}×`,
      title: 'Swim or cycle, if you like',
      detail: 'easy, at 2 or less',
    });
  return rows;
}
