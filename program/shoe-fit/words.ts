/** The advice of the shoe check in words, with the works behind it. */
import type { Curriculum } from '../curriculum/schema.ts';
import { fill } from '../curriculum/words.ts';
import type { ShoeAdvice, ShoeRuleId } from './advice.ts';

/** A work of the register that stands behind an advice. `url` null = not online under a lasting address. */
export interface ShoeSource {
  readonly cite: string;
  readonly url: string | null;
}
/** One advice as a mail (`short`) and a page (`long`, `why`, `works`) show it. No `works` = what fitters advise; `why` says so. */
export interface ShoeAdviceText {
  readonly rule: ShoeRuleId;
  readonly short: string;
  readonly long: string;
  readonly why: string;
  readonly works: readonly ShoeSource[];
}

const DOI = 'https://doi.org/';

/** Words for one advice of `shoeAdvice`. */
export function shoeAdviceText(curriculum: Curriculum, advice: ShoeAdvice): ShoeAdviceText {
  const { rules, sizes } = curriculum.shoeWords;
  const text = rules[advice.key];
  const { halfSizes, ...numbers } = advice.params;
  const params = halfSizes === undefined ? numbers : { ...numbers, size: halfSizes === 1 ? sizes[0] : sizes[1] };
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
