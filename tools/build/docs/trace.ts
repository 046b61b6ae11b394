/**
 * The trace of the source article: every place that curriculum/trace.yaml claims is looked up, and
 * docs/curriculum-trace.md is made from it. An item without a place, or a place that does not hold what it
 * should, throws one error with a line for each.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { EXAMPLES } from '../../../emails/examples.ts';
import { renderMail } from '../../../emails/render.ts';
import { aboutRunning } from '../../../program/answers/about-running.ts';
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import { intakeAnswers } from '../../../program/answers/intake.ts';
import { shoeAnswers } from '../../../program/answers/shoes.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { Lesson } from '../../../program/curriculum/words-schema.ts';
import { SHOE_RULES } from '../../../program/shoe-fit/rules.ts';
import { pageWords } from '../../../views/words/page-words.ts';
import { pageExamples } from '../../../web/examples/pages.ts';
import { RULE_TABLES } from '../curriculum/rules.ts';
import { table } from './markdown.ts';
import { type Place, type Trace, traceFile } from './trace-schema.ts';

/** S-01 … S-82. */
export const ITEMS: readonly string[] = Array.from(
  { length: 82 },
  (_, i) => `S-${String(i + 1).padStart(2, '0')}`,
);

/** Everything a place is looked up in. */
export interface World {
  readonly curriculum: Curriculum;
  /** Visible words of every page example, by the page's name. */
  readonly pages: readonly { readonly page: string; readonly html: string }[];
  /** Plain text of every mail example. */
  readonly mails: readonly string[];
}

const plain = (text: string): string => text.replace(/[’]/g, "'").replace(/\s+/g, ' ').toLowerCase();
const visible = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'");

export const worldOf = (curriculum: Curriculum): World => ({
  curriculum,
  pages: pageExamples(pageWords(curriculum)).map(({ page, html }) => ({ page, html })),
  mails: Object.values(EXAMPLES).flatMap((examples) => examples.map(({ view }) => renderMail(view).text)),
});

/** Reads `curriculum/trace.yaml`; a malformed entry is one sentence. */
export function readTrace(root: string): Trace {
  const read = traceFile.safeParse(parse(readFileSync(path.join(root, 'curriculum/trace.yaml'), 'utf8')));
  if (read.success) return read.data;
  throw new Error(
    read.error.issues
      .map((issue) => `curriculum/trace.yaml: ${issue.path.join('.')}: ${issue.message}`)
      .join('\n'),
  );
}

const lessonText = (l: Lesson): string =>
  [
    l.brief,
    ...[...l.body, ...l.painkiller].flatMap((b) => (b.kind === 'list' ? b.items : [b.text])),
    l.action ?? '',
  ].join(' ');

const lacking = (text: string, has: readonly string[]): readonly string[] =>
  has.filter((words) => !plain(text).includes(plain(words))).map((words) => `the words “${words}”`);

/** The value at a path such as `stages.3.runMinutes`. */
const valueAt = (data: unknown, where: string): unknown =>
  where
    .split('.')
    .reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[step],
      data,
    );

const FORMS = {
  intake: intakeAnswers,
  'check-in': checkInAnswers,
  running: aboutRunning,
  shoes: shoeAnswers,
} as const;
const isRow = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? [] : [`a row ${id}`];

/** The optional forms have pages of their own; a form without a page yet is checked by its fields alone. */
const PAGE_OF = { intake: 'intake', 'check-in': 'check-in', running: 'running', shoes: 'shoes' } as const;

function lackingField(at: Extract<Place, { form: unknown }>, world: World): readonly string[] {
  const field: unknown = (FORMS[at.form].shape as Readonly<Record<string, unknown>>)[at.field];
  if (field === undefined) return [`a question ${at.field}`];
  // The options of a choice stand in its schema, whatever wraps it.
  const known =
    JSON.stringify(field, (_, value: unknown) => (typeof value === 'function' ? undefined : value)) ?? '';
  const options = (at.options ?? [])
    .filter((option) => !known.includes(`"${option}"`))
    .map((option) => `the option ${option}`);
  const shown = world.pages.filter(({ page }) => page === PAGE_OF[at.form]).map(({ html }) => html);
  const asked =
    shown.length === 0 || shown.some((html) => html.includes(`name="${at.field}"`))
      ? []
      : [`the question ${at.field} on its page`];
  return [...options, ...asked];
}

function lackingOnPage(at: Extract<Place, { page: string }>, { pages }: World): readonly string[] {
  const found = at.page === 'every' ? pages : pages.filter(({ page }) => page === at.page);
  if (found.length === 0) return [`a page ${at.page}`];
  return [...new Set(found.flatMap(({ html }) => lacking(visible(html), at.has)))];
}

/** What the place does not hold; empty = it holds. */
export function missingAt(item: string, at: Place, world: World): readonly string[] {
  const { curriculum } = world;
  if ('lesson' in at) {
    const lesson = curriculum.lessons.find((l) => l.id === at.lesson);
    if (lesson === undefined) return [`a lesson ${at.lesson}`];
    return [
      ...(lesson.mustCarry.includes(item) ? [] : [`${item} in its mustCarry`]),
      ...lacking(lessonText(lesson), at.has),
    ];
  }
  if ('exercise' in at)
    return curriculum.exercises[at.exercise]?.sources.includes(item) ? [] : [`${item} among its sources`];
  if ('form' in at) return lackingField(at, world);
  if ('rule' in at) return isRow(RULE_TABLES.adapt, at.rule);
  if ('modifier' in at) return isRow(RULE_TABLES.modifiers, at.modifier);
  if ('triage' in at) return isRow(RULE_TABLES.triage, at.triage);
  if ('shoe' in at)
    return isRow(
      SHOE_RULES.map((row) => row.id),
      at.shoe,
    );
  if ('data' in at)
    return valueAt(curriculum, at.data) === at.is
      ? []
      : [`${at.is} (it holds ${String(valueAt(curriculum, at.data))})`];
  if ('message' in at) return lacking(JSON.stringify(valueAt(curriculum.messages, at.message) ?? ''), at.has);
  if ('page' in at) return lackingOnPage(at, world);
  if ('mail' in at) return [...new Set(world.mails.flatMap((text) => lacking(text, at.has)))];
  if ('source' in at) {
    const work = curriculum.works.find((w) => w.id === at.source);
    if (work === undefined) return [`a work ${at.source}`];
    return namesItem(work.supports, item) ? [] : [`${item} in \`supports\``];
  }
  return [];
}

/** `(S-51, S-80)` or `(S-01 to S-82)`. */
const namesItem = (supports: string, item: string): boolean =>
  supports.includes(item) || /S-01 to S-82/.test(supports);

/** Where a place is, in words: `lesson LES-04`. */
export function nameOfPlace(at: Place): string {
  if ('form' in at)
    return `form ${at.form}, \`${at.field}\`${at.options === undefined ? '' : ` (${at.options.join(', ')})`}`;
  if ('data' in at) return `number \`${at.data}\` = ${at.is}`;
  if ('page' in at) return at.page === 'every' ? 'every page' : `page ${at.page}`;
  if ('mail' in at) return 'footer of every mail';
  if ('context' in at) return `context only: ${at.context}`;
  const [kind, id] = Object.entries(at)[0] ?? ['', ''];
  return `${kind} ${String(id)}`;
}

/**
 * Every mistake of the trace: items missing or unknown, places that do not hold, lesson items without a place
 * in the trace.
 */
export function traceMistakes(trace: Trace, world: World): readonly string[] {
  const untraced = ITEMS.filter((item) => trace[item] === undefined).map((item) => `${item} has no place`);
  const unknown = Object.keys(trace)
    .filter((item) => !ITEMS.includes(item))
    .map((item) => `${item} is no item of the article`);
  const dangling = Object.entries(trace).flatMap(([item, { at }]) =>
    at.flatMap((one) =>
      missingAt(item, one, world).map((what) => `${item}: ${nameOfPlace(one)} lacks ${what}`),
    ),
  );
  const unclaimed = world.curriculum.lessons.flatMap((lesson) =>
    lesson.mustCarry
      .filter((item) => !trace[item]?.at.some((one) => 'lesson' in one && one.lesson === lesson.id))
      .map((item) => `${lesson.id} must carry ${item}, but the trace does not say by which words`),
  );
  return [...untraced, ...unknown, ...dangling, ...unclaimed];
}

const has = (at: Place): string => ('has' in at ? ` (“${at.has.join('”, “')}”)` : '');

/** docs/curriculum-trace.md. Throws when an item or a place is missing. */
export function traceDocument(trace: Trace, world: World): string {
  const mistakes = traceMistakes(trace, world);
  if (mistakes.length > 0)
    throw new Error(`The trace has ${mistakes.length} mistakes:\n${mistakes.join('\n')}`);
  const contextOnly = ITEMS.filter((item) => trace[item]?.at.every((one) => 'context' in one));
  return `# Where every item of the source article lives

Generated by \`npm run build\` from \`curriculum/trace.yaml\`; do not edit. ${ITEMS.length} of ${ITEMS.length} items have a place, and every place was looked up
when this was made: the words in brackets stand there. ${contextOnly.length} are context only, each with its reason (${contextOnly.join(', ')}).

${table(
  ['Item', 'What the article says', 'Where it lives'],
  ITEMS.map((item) => [
    item,
    trace[item]?.item ?? '',
    (trace[item]?.at ?? []).map((one) => `${nameOfPlace(one)}${has(one)}`).join('; '),
  ]),
)}
`;
}
