/**
 * The cards of the questions (`curriculum/en/faq/`): reading, and the checks that need all of them. A form
 * belongs to one card, and what a card says about body or training has a source.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type FaqCard, faqCard } from '../../../program/curriculum/faq-schema.ts';
import type { Lesson } from '../../../program/curriculum/words-schema.ts';
import { inWords, normalForm } from '../../../program/reply/questions/normal.ts';
import { isBodily } from '../../../program/reply/unread/unread.ts';
import { parseWith, type Report, readYaml, type Source } from '../curriculum/files.ts';
import type { Issue } from '../curriculum/issues.ts';
import { showValue } from '../curriculum/issues.ts';
import type { Pages } from '../curriculum/pages.ts';

const FOLDER = 'faq';

export function readFaq(dir: string, locale: string, issues: Issue[]): Pages<FaqCard> {
  const folder = path.join(dir, locale, FOLDER);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const read = files.sort().flatMap((name): (readonly [FaqCard, Source])[] => {
    const source = readYaml(dir, `${locale}/${FOLDER}/${name}`, issues);
    const card = source === null ? null : parseWith(faqCard, source, issues);
    if (source === null || card === null) return [];
    if (`${card.id}.yaml` !== name)
      issues.push({
        file: source.file,
        ...source.at(['id']),
        expected: `the id of the file, ${name.replace('.yaml', '')}`,
        found: `"${card.id}"`,
        remedy: 'make id and file name equal',
      });
    return [[card, source]];
  });
  return new Map(read.map((entry) => [entry[0].id, entry]));
}

/** Every clause that a form stands for. */
export function expanded(form: string): readonly string[] {
  const open = form.indexOf('(');
  if (open < 0) return [form];
  const close = form.indexOf(')', open);
  const [before, choices, after] = [form.slice(0, open), form.slice(open + 1, close), form.slice(close + 1)];
  return choices.split('|').flatMap((choice) => expanded(`${before}${choice}${after}`));
}

/** Words of a form that need no `holds`: "no", "stop", "bot" and a figure are not about the leg. */
const NEGATIONS = /^(?:no|not|never|none|nothing|nobody|without|cannot|stop|bot|#[a-z]*)$/;
/** What a sentence without a source may not speak of. */
const CLINICAL = /\d|\b(?:calf|calves|legs?|feet|pain|sore|hurt|muscles?|runs?|running|strength|doctor)\b/i;

/** Longest answer of a card, words. */
const MOST_WORDS = 120;

export function checkFaq(
  cards: Pages<FaqCard>,
  lessons: ReadonlyMap<string, readonly [Lesson, Source]>,
  report: Report,
): void {
  const owners = new Map<string, string>();
  for (const [card, source] of cards.values()) {
    checkAnswer(card, source, report);
    if (card.page.startsWith('LES-') && !lessons.has(card.page))
      report(source, ['page'], {
        expected: 'a lesson that exists',
        found: card.page,
        remedy: 'correct the id',
      });
    for (const [i, form] of card.forms.entries()) {
      const found = mistakeIn(form, card, owners);
      if (found !== null)
        report(source, ['forms', i], { expected: found[0], found: showValue(found[1]), remedy: found[2] });
    }
  }
}

/** The form with its middle groups at their first choice: every beginning and every end it may have. */
function ends(form: string): readonly string[] {
  const groups = form.match(/\([^)]*\)/g) ?? [];
  let at = -1;
  const short = form.replace(/\([^)]*\)/g, (group) => {
    at += 1;
    return at < 2 || at >= groups.length - 2 ? group : (group.slice(1, -1).split('|')[0] ?? '');
  });
  return expanded(short);
}

type Mistake = readonly [expected: string, found: string, remedy: string];
/** The first mistake of a form, or null. `owners` = the clauses so far, each with its card. */
function mistakeIn(form: string, card: FaqCard, owners: Map<string, string>): Mistake | null {
  if (/\([^)]*\(|^[^(]*\)|\)[^(]*\)|\([^)]*$/.test(form))
    return ['brackets in pairs, none in another', form, 'correct them'];
  const words = form.match(/[a-z#]+/g) ?? [];
  const bodily = card.holds ? undefined : words.find((word) => isBodily(word) && !NEGATIONS.test(word));
  if (bodily !== undefined) return [`\`holds: true\` for "${bodily}"`, form, 'set it, or leave the form out'];
  const odd =
    words.find((word) => inWords(word.replace('#', '7')) !== word) ??
    ends(form).find((clause) => normalForm(clause.replaceAll('#', '7')) !== clause);
  if (odd !== undefined) return ['a clause in its normal form', odd, 'no courtesy, and "is not" for "isnt"'];
  const clauses = expanded(form);
  const figure = clauses.find((clause) => /^#(?![a-z])|#$/.test(clause));
  if (figure !== undefined) return ['no figure at an end', figure, 'a number there may be the answer'];
  const shared = clauses.find((clause) => (owners.get(clause) ?? card.id) !== card.id);
  if (shared !== undefined)
    return [`a question that ${owners.get(shared)} has not`, shared, 'take one of the two out'];
  for (const clause of clauses) owners.set(clause, card.id);
  return null;
}

function checkAnswer({ answer }: FaqCard, source: Source, report: Report): void {
  const words = answer.flatMap(({ text }) => text.split(/\s+/)).length;
  if (words > MOST_WORDS)
    report(source, ['answer'], {
      expected: `at most ${MOST_WORDS} words`,
      found: `${words} words`,
      remedy: 'shorten it',
    });
  answer.forEach(({ text, sources }, i) => {
    if (sources === undefined && CLINICAL.test(text))
      report(source, ['answer', i], {
        expected: 'a source for what it says',
        found: 'none',
        remedy: 'add `sources`',
      });
  });
}
