/** Putting numbers into words. */
import { dateInWords, isLocalDate } from '../calendar.ts';
import type { OptionWords } from './questions-schema.ts';
import type { Curriculum } from './schema.ts';

/**
 * `{name}` replaced by its parameter; a parameter that is missing leaves the words without it rather than
 * showing braces to a person.
 */
export const fill = (template: string, params: Readonly<Record<string, string | number>>): string =>
  !template.includes('{')
    ? template
    : template
        .replace(/\{(\w+)\}/g, (_, name: string) => (params[name] === undefined ? '' : String(params[name])))
        .replace(/ {2,}/g, ' ')
        .replace(/ ([.,;])/g, '$1')
        .trim();

/**
 * How a code reads inside a sentence: `LV3` is "level 3, Two up, one down", `R3` "15 × 1 minute", a date
 * "Sunday 8 March", others by `messages.names`.
 */
export function nameOf(curriculum: Curriculum, code: string): string {
  if (isLocalDate(code)) return dateInWords(code);
  const level = /^LV(\d)$/.exec(code);
  if (level) return `level ${level[1]} (${curriculum.levels[Number(level[1])]?.name ?? ''})`;
  if (code === 'RK') return 'your own running, reduced';
  const stage = curriculum.stages.find((s) => s.stage === code);
  if (stage === undefined) return curriculum.messages.names[code] ?? code;
  if (stage.totalRunMinutes === 0) return 'walking';
  const minutes = stage.runMinutes === 1 ? 'minute' : 'minutes';
  return stage.intervals === 1
    ? `${stage.runMinutes} ${minutes} of running`
    : `${stage.intervals} × ${stage.runMinutes} ${minutes} of running`;
}

/** The option lists whose options may be the answer of a finding, by the field that they belong to. */
const LISTS = ['redFlags', 'conditions', 'clotRisk'] as const;

/**
 * Plain words for `Finding.answer` (`redFlags.swelling`, `painAverage.7`, `conditions.heart`), without a
 * verb: they stand in a list.
 * The finding's own words come first, then the option's, then the field's; the build has checked that every
 * answer has one of them.
 */
export function answerWords({ safety, questions }: Curriculum, answer: string): string {
  const dot = answer.indexOf('.');
  const field = dot < 0 ? answer : answer.slice(0, dot);
  const value = dot < 0 ? '' : answer.slice(dot + 1);
  const list = LISTS.find((name) => name === field);
  const options: Readonly<Record<string, OptionWords>> = list === undefined ? {} : questions.options[list];
  const words =
    safety.answers[answer] ?? options[value]?.back ?? safety.answers[field] ?? safety.answers.other;
  return fill(words, { value });
}
