/** The words of the rules against the code's own tables: no row without words, no words without a row. */
import { RULE_ROWS } from '../../../program/adapt/decision-table.ts';
import { CRITERIA } from '../../../program/adapt/graduation.ts';
import { MODIFIER_ROWS } from '../../../program/adapt/modifiers.ts';
import { CAPS } from '../../../program/course/tracks.ts';
import { REASON_CODES } from '../../../program/course/types.ts';
import type { RuleWords } from '../../../program/curriculum/words-schema.ts';
import { RELEVANCE_ROWS } from '../../../program/plan/lesson-relevance.ts';
import { TRIAGE_ROWS } from '../../../program/triage/rows.ts';
import { START_ROWS } from '../../../program/triage/start.ts';
import type { Report, Source } from './files.ts';

/**
 * Ids of every table, in its order. `also` names reasons outside the tables: any of the reason codes, none is
 * required.
 */
export const RULE_TABLES: Readonly<Record<Exclude<keyof RuleWords, 'also'>, readonly string[]>> = {
  adapt: RULE_ROWS.map((row) => row.id),
  modifiers: MODIFIER_ROWS.map((row) => row.id),
  triage: [...new Set(TRIAGE_ROWS.map((row) => row.code))],
  start: START_ROWS.map((row) => row.id),
  caps: CAPS,
  graduation: CRITERIA,
  relevance: RELEVANCE_ROWS.map((row) => row.lesson),
};

export function checkRuleWords(rules: RuleWords, source: Source, report: Report): void {
  for (const [table, ids] of Object.entries(RULE_TABLES) as [keyof typeof RULE_TABLES, readonly string[]][]) {
    for (const id of ids)
      if (rules[table][id] === undefined)
        report(source, [table], {
          expected: `words for the rule ${id}`,
          found: 'none',
          remedy: `add \`${id}\` under \`${table}\``,
        });
    for (const id of Object.keys(rules[table]))
      if (!ids.includes(id))
        report(source, [table, id], {
          expected: `a rule of the table \`${table}\``,
          found: id,
          remedy: 'correct the id, or remove it',
        });
  }
  for (const id of Object.keys(rules.also))
    if (!(REASON_CODES as readonly string[]).includes(id))
      report(source, ['also', id], {
        expected: 'a reason code',
        found: id,
        remedy: 'correct the id, or remove it',
      });
}
