/**
 * Checks of the questions: nothing is asked in one way and said back in another, and every answer of a
 * finding has words.
 */
import { CONDITIONS, RED_FLAGS } from '../../../program/answers/intake.ts';
import { type OptionWords, QUESTION_BRACES } from '../../../program/curriculum/questions-schema.ts';
import { STOP_SIGNS } from '../../../program/curriculum/safety-schema.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { TRIAGE_ANSWERS } from '../../../program/triage/rows.ts';
import type { Report, Source } from './files.ts';
import { showValue } from './issues.ts';

/** The lists whose options may stop a plan: they are said back with the words that they were asked with. */
const SAME_WORDS = ['redFlags', 'conditions', 'clotRisk', 'nsaid'] as const;

/** Words that only join: `ask` speaks as the runner, `back` without a verb. */
const JOINING = new Set(
  'a able after although an and are as asked at be being but cannot else ever for from had has have if in is it its know last me my not now of on one or possible put putting since somewhere take than that the their there these this to told until when which will with within you your'.split(
    ' ',
  ),
);
/** The first letters of a word, so that "walk" and "walking", "new" and "newly" are one. */
const stem = (word: string): string => word.slice(0, 4);

/** The words that carry the meaning; what stands in brackets explains and is not said back. */
export const bearing = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replace(/\([^)]*\)/g, ' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !JOINING.has(word))
      .map(stem),
  );

/** The bearing words of `text` that `other` lacks, as they stand in `text`. */
const lacking = (text: string, other: string): readonly string[] => {
  const there = bearing(other);
  return text
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => bearing(word).size > 0 && !there.has(stem(word.toLowerCase())));
};

function checkSameWords({ options }: Curriculum['questions'], source: Source, report: Report): void {
  for (const list of SAME_WORDS)
    for (const [name, { ask, back }] of Object.entries(options[list]) as [string, OptionWords][]) {
      const missing = lacking(ask, back);
      const added = lacking(back, ask);
      if (missing.length > 0 || added.length > 0)
        report(source, ['options', list, name, 'back'], {
          expected: `\`back\` to say what \`ask\` says${missing.length > 0 ? `, with ${missing.join(', ')}` : ''}${added.length > 0 ? `, without ${added.join(', ')}` : ''}`,
          found: showValue(back),
          remedy: 'use the same words in both',
        });
    }
  for (const sign of STOP_SIGNS)
    if (options.redFlags[sign].short === undefined)
      report(source, ['options', 'redFlags', sign], {
        expected: '`short`',
        found: 'nothing',
        remedy: 'add the few words of the weekly plan',
      });
}

function checkBraces({ forms }: Curriculum['questions'], source: Source, report: Report): void {
  for (const [form, fields] of Object.entries(forms))
    for (const [field, { ask, hint }] of Object.entries(fields)) {
      const allowed = QUESTION_BRACES[`${form}.${field}`] ?? [];
      const used = [...`${ask} ${hint ?? ''}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      for (const name of used.filter((n) => !allowed.includes(n)))
        report(source, ['forms', form, field], {
          expected: `one of the parameters ${allowed.join(', ') || '(none)'}`,
          found: `{${name}}`,
          remedy: 'correct the name in braces, or leave it out',
        });
    }
}

/** Answers of a finding that no list of options words: a score shares the words of its field. */
const OTHER_ANSWERS: readonly string[] = [
  ...new Set(
    TRIAGE_ANSWERS.map((answer) => answer.replace(/^(painAverage|painWorst|painRunning)\.\d+$/, '$1')),
  ),
];

function checkAnswers({ safety, questions }: Curriculum, source: Source, report: Report): void {
  const worded = new Set([
    ...RED_FLAGS.map((flag) => `redFlags.${flag}`),
    ...CONDITIONS.map((condition) => `conditions.${condition}`),
    ...Object.keys(questions.options.clotRisk).map((risk) => `clotRisk.${risk}`),
  ]);
  for (const key of OTHER_ANSWERS.filter((k) => !worded.has(k) && safety.answers[k] === undefined))
    report(source, ['answers'], {
      expected: `words for the answer \`${key}\``,
      found: 'none',
      remedy: `add \`${key}\` under \`answers\``,
    });
  for (const key of Object.keys(safety.answers).filter((k) => /^(?:redFlags|conditions)\./.test(k)))
    report(source, ['answers', key], {
      expected: 'the words of a sign or a condition in questions.yaml alone',
      found: `\`${key}\` a second time`,
      remedy: 'remove it here',
    });
}

export function checkQuestions(
  curriculum: Curriculum,
  files: { readonly questions: Source; readonly safety: Source },
  report: Report,
): void {
  checkSameWords(curriculum.questions, files.questions, report);
  checkBraces(curriculum.questions, files.questions, report);
  checkAnswers(curriculum, files.safety, report);
}
