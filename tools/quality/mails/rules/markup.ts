/** Rule 33: html-validate over every structure. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { RuleName } from './rule.ts';

export const MARKUP_RULE = {
  id: 33,
  group: 'C',
  title: 'html-validate has no finding',
  level: 'fail',
} as const satisfies RuleName;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:document', 'html-validate:a11y', 'html-validate:standard'],
    rules: {
      // What mail programs need and a web page would not: inline styles, presentational attributes, comments
      // for Word.
      'no-inline-style': 'off',
      'no-deprecated-attr': 'off',
      'no-conditional-comment': 'off',
      'attribute-allowed-values': 'off',
      'element-required-content': 'off',
      // Ways of writing of MJML that mean nothing.
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      // The wrapper is a <div role="article">: webmail programs drop <article>.
      'prefer-native-element': ['error', { exclude: ['article'] }],
    },
  }),
);

/** Findings in words. */
export async function markupFindings(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
