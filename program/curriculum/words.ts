/** Putting numbers into words. */
import type { Reason } from '../course/types.ts';
import type { Curriculum } from './schema.ts';

/** `{name}` replaced by its parameter; a parameter that is missing leaves the words without it rather than showing braces to a person. */
export const fill = (template: string, params: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => (params[name] === undefined ? '' : String(params[name]))).replace(/ {2,}/g, ' ').replace(/ ([.,;])/g, '$1').trim();

/** One line and one or two sentences for a reason. */
export const reasonWords = (curriculum: Curriculum, reason: Reason): { readonly short: string; readonly long: string; readonly sources: readonly string[] } => {
  const words = curriculum.reasons[reason.code];
  return { short: fill(words.short, reason.params), long: fill(words.long, reason.params), sources: words.sources };
};

/** Plain words for `Finding.answer` (`redFlags.swelling`, `painAverage.7`, `conditions.heart`), starting with "you". */
export function answerWords(curriculum: Curriculum, answer: string): string {
  const { answers } = curriculum.safety;
  const dot = answer.indexOf('.');
  const field = dot < 0 ? answer : answer.slice(0, dot);
  const words = answers[answer] ?? answers[field] ?? answers.other ?? 'you told us something that needs a look first';
  return fill(words, { value: dot < 0 ? '' : answer.slice(dot + 1) });
}
