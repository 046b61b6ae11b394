/** The advice of the shoe check in words, with the works behind it. */
import type { Curriculum } from '../curriculum/schema.ts';
import { fill } from '../curriculum/words.ts';
import type { ShoeAdvice, ShoeRuleId } from './advice.ts';

/** A work of the register that stands behind an advice. `url` null = not online under a lasting address. */
export interface ShoeSource {
  readonly cite: string;
  readonly url: string | null;
}
/**
 * One advice as a mail (`short`) and a page (`long`, `why`, `works`) show it. No `works` = what fitters
 * advise; `why` says so.
 */
export interface ShoeAdviceText {
  readonly rule: ShoeRuleId;
  readonly short: string;
  readonly long: string;
  readonly why: string;
  readonly works: readonly ShoeSource[];
}

const DOI = 'https://doi.org/';
const KM_PER_MILE = 1.609344;
const nearest = (value: number, step: number): number => Math.round(value / step) * step;

/** Miles, or kilometres rounded as people say them: limits to 50, a distance told to 10. */
export function shoeDistances(
  params: ShoeAdvice['params'],
  units: 'km' | 'mi',
): Readonly<Record<string, number | string>> {
  if (units === 'mi') return { ...params, unit: 'miles' };
  const km = (name: string, value: number): number =>
    name === 'miles'
      ? nearest(value * KM_PER_MILE, 10)
      : name === 'from' || name === 'to'
        ? nearest(value * KM_PER_MILE, 50)
        : value;
  return {
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, km(name, value)])),
    unit: 'km',
  };
}

/** Words for one advice of `shoeAdvice`; distances in the person's units. */
export function shoeAdviceText(
  curriculum: Curriculum,
  advice: ShoeAdvice,
  units: 'km' | 'mi',
): ShoeAdviceText {
  const { rules, sizes } = curriculum.shoeWords;
  const text = rules[advice.key];
  const { halfSizes, ...rest } = advice.params;
  const numbers = shoeDistances(rest, units);
  const params =
    halfSizes === undefined ? numbers : { ...numbers, size: halfSizes === 1 ? sizes[0] : sizes[1] };
  return {
    rule: advice.rule,
    short: fill(text.short, params),
    long: fill(text.long, params),
    why: fill(text.why, params),
    works: curriculum.works
      .filter((work) => text.sources.includes(work.id))
      .map(({ cite, doi }) => ({ cite, url: doi === undefined ? null : DOI + doi })),
  };
}
