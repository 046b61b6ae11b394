/**
 * The painkiller questions (docs/contract.md §2.1, `nsaid`; docs/clinical-rules.md §6.8, NS-1 to NS-14 in
 * order). Asked where the text is opened, kept nowhere.
 */
import type { Baseline } from '../course/types.ts';
import type { Condition } from './intake.ts';

export const NSAID = [
  'asthmaAllergy',
  'ulcer',
  'kidney',
  'liver',
  'heartStroke',
  'bloodPressure',
  'thinnerAspirin',
  'pregnantBreastfeeding',
  'over60',
  'alcohol',
  'interacting',
  'otherPainkiller',
  'bleedingLupus',
  'longHotRun',
] as const;
export type Nsaid = (typeof NSAID)[number];

/** What the intake told already stands, whatever is ticked now. */
const TOLD_BY: Readonly<Partial<Record<Condition, Nsaid>>> = {
  anticoagulant: 'thinnerAspirin',
  kidney: 'kidney',
  heart: 'heartStroke',
  pregnant: 'pregnantBreastfeeding',
  steroids: 'interacting',
  bleedingDisorder: 'bleedingLupus',
  clottingDisorder: 'thinnerAspirin',
};
const OVER_60: readonly Baseline['ageBand'][] = ['60-69', '70+'];

/**
 * Every item that holds, ticked or known, in order. Empty = the painkiller text may be shown; one alone keeps
 * it shut (docs/clinical-rules.md §6.8).
 */
export function nsaidItems(
  ticked: readonly Nsaid[],
  known: Pick<Baseline, 'conditions' | 'ageBand'> | null,
): readonly Nsaid[] {
  const told = known === null ? [] : known.conditions.map((condition) => TOLD_BY[condition]);
  return NSAID.filter(
    (item) =>
      ticked.includes(item) ||
      told.includes(item) ||
      (item === 'over60' && known !== null && OVER_60.includes(known.ageBand)),
  );
}
