/**
 * Holds counted figures against the budgets in `budgets.json`. A figure may fall and never rise in silence.
 */

export type Figures = Readonly<Record<string, number>>;
export interface Verdict {
  /** One sentence for every figure over its budget, without one, or not counted any more: the gate fails. */
  readonly broken: readonly string[];
  /** One sentence for every figure below its budget. */
  readonly loose: readonly string[];
}

export function judge(counted: Figures, budgets: Figures): Verdict {
  if (Object.keys(counted).length === 0)
    throw new Error('nothing was counted; a gate that sees nothing must not pass');
  const broken: string[] = [];
  const loose: string[] = [];
  for (const [name, figure] of Object.entries(counted)) {
    const most = budgets[name];
    if (most === undefined) broken.push(`${name}: ${figure}, and budgets.json has no budget for it`);
    else if (!Number.isFinite(figure)) broken.push(`${name}: could not be counted, the budget is ${most}`);
    else if (figure > most) broken.push(`${name}: ${figure}, over its budget of ${most}`);
    else if (figure < most) loose.push(`${name}: ${figure}, the budget of ${most} can be tightened`);
  }
  for (const [name, most] of Object.entries(budgets))
    if (counted[name] === undefined) broken.push(`${name}: not counted any more, the budget is ${most}`);
  return { broken, loose };
}

/** The budgets with every figure that fell; none ever rises here. */
export const tightened = (counted: Figures, budgets: Figures): Figures =>
  Object.fromEntries(
    Object.entries(budgets).map(([name, most]) => [name, Math.min(most, counted[name] ?? most)]),
  );
