/**
 * Nothing is left behind in the tree, the pure folders are pure, nothing has outgrown the house limits
 * without
 * a reason, and no handler holds a sentence for people.
 */
import { describe, expect, it } from 'vitest';
import { DOCUMENTED_FOLDERS, undocumented } from '../../tools/quality/guards/docstrings.ts';
import { leftovers } from '../../tools/quality/guards/leftovers.ts';
import {
  FILE_LIMIT,
  FOLDER_LIMIT,
  FUNCTION_LIMIT,
  fullFolders,
  tooLong,
} from '../../tools/quality/guards/lengths.ts';
import { impurities, PURE_FOLDERS } from '../../tools/quality/guards/purity.ts';
import { sentencesIn } from '../../tools/quality/guards/sentences.ts';
import { ROOT, textFiles } from '../../tools/quality/guards/tree.ts';
import atMost from './at-most.json' with { type: 'json' };
import { LONG_FOR_A_REASON } from './long-for-a-reason.ts';

const files = textFiles(ROOT);
const ts = (text: string, name = 'program/x.ts') => ({ name, text });

describe('the tree', () => {
  it('is seen', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.map((file) => file.name)).toContain('program/kernel/time.ts');
  });

  it('has nothing left behind', () => {
    expect(files.flatMap(leftovers)).toEqual([]);
  });

  it.each([
    [`${'it'}.only('x')`, 'program/x.test.ts'],
    [`${'describe'}.skip('x')`, 'test/x.test.ts'],
    [`${'it'}.concurrent.todo('x')`, 'test/x.test.ts'],
    [`${'test'}.skipIf(true)('x')`, 'test/x.test.ts'],
    [`${'xdes'}cribe('x')`, 'test/x.test.ts'],
    [`  }, ${120}_000);`, 'test/x.test.ts'],
    [`    ${600}_000,`, 'test/x.test.ts'],
    [`// ${'TO'}DO later`, 'web/x.ts'],
    [`<!-- ${'FIX'}ME -->`, 'docs/x.md'],
    [`"resolved": "${'https'}://example.org/x.tgz"`, 'package-lock.json'],
    [`see ${'https'}://regis${'try'}.example.org/x`, 'README.md'],
    [`cd ${'/ho'}me/someone`, 'docs/x.md'],
  ])('canary: %s is reported', (text, name) => {
    expect(leftovers({ name, text })).toHaveLength(1);
  });

  it.each(['// only one', 'stop.skipped = 1', 'homework/ and /workout/plan', 'a toDo list'])(
    'lets %s through',
    (text) => {
      expect(leftovers({ name: 'web/x.ts', text })).toEqual([]);
    },
  );
});

describe('the pure folders', () => {
  const pure = files.filter(
    ({ name }) => PURE_FOLDERS.some((folder) => name.startsWith(folder)) && name.endsWith('.ts'),
  );

  it('read no clock, chance, environment or log', () => {
    expect(pure.length).toBeGreaterThan(10);
    expect(pure.flatMap(impurities)).toEqual([]);
  });

  it.each([
    ['const x = Math.random();', 'Math.random'],
    ['const x = new Date();', 'new Date()'],
    ['const x = Date();', 'Date()'],
    ['const x = Date.now();', 'Date.now'],
    ['const { now } = Date; const x = process.env.HOME;', 'process'],
    ['console.log(1);', 'console'],
    ['const x = globalThis;', 'globalThis'],
    ['const x = import.meta.url;', 'import.meta'],
    ['const x = Temporal.Now.instant();', 'Temporal.Now'],
    ['const x = await fetch(url);', 'fetch'],
  ])('canary: %s is reported', (text, what) => {
    expect(impurities(ts(text)).map((finding) => finding.what)).toContain(what);
  });

  it.each([
    '// never Math.random()',
    "const x = 'Date.now';",
    'const x = { process: 1 };',
    'const x = view.process;',
    'const x = new Date(0);',
  ])('lets %s through', (text) => {
    expect(impurities(ts(text))).toEqual([]);
  });
});

describe('lengths', () => {
  const long = tooLong(files);

  it(`are at most ${FILE_LIMIT} lines a file and ${FUNCTION_LIMIT} a function, or have a reason on the list`, () => {
    // What grew only because the line became narrower stands in at-most.json, and may shrink.
    const allowed: Readonly<Record<string, number>> = atMost.lines;
    expect(
      long.filter(({ name, lines }) => LONG_FOR_A_REASON[name] === undefined && lines > (allowed[name] ?? 0)),
    ).toEqual([]);
  });

  it('have no reason that is not needed any more, and none that says nothing', () => {
    const names = new Set(long.map(({ name }) => name));
    expect(Object.keys(LONG_FOR_A_REASON).filter((name) => !names.has(name))).toEqual([]);
    for (const [name, reason] of Object.entries(LONG_FOR_A_REASON))
      expect(reason.length, name).toBeGreaterThanOrEqual(40);
  });

  it('canary: a long file and a long function are reported', () => {
    const lines = (n: number): string => 'work();\n'.repeat(n);
    expect(tooLong([ts(lines(FILE_LIMIT + 1))])).toEqual([{ name: 'program/x.ts', lines: FILE_LIMIT + 1 }]);
    expect(tooLong([ts(lines(FILE_LIMIT))])).toEqual([]);
    expect(tooLong([ts(`export const act = () => {\n${lines(FUNCTION_LIMIT - 1)}};\n`)])).toEqual([
      { name: 'program/x.ts#act', lines: FUNCTION_LIMIT + 1 },
    ]);
    expect(tooLong([ts(`function act() {\n${lines(FUNCTION_LIMIT - 2)}}\n`)])).toEqual([]);
  });
});

describe('folders', () => {
  it(`hold at most ${FOLDER_LIMIT} files of code`, () => {
    expect(fullFolders(files)).toEqual([]);
  });

  it('canary: one file too many is reported, and neither tests nor data are counted', () => {
    const pile = (n: number, folder: string, ext = 'ts') =>
      Array.from({ length: n }, (_, at) => ts('', `${folder}/f${at}.${ext}`));
    expect(fullFolders(pile(FOLDER_LIMIT, 'program/week'))).toEqual([]);
    expect(fullFolders(pile(FOLDER_LIMIT + 1, 'program/week'))).toEqual([
      { name: 'program/week', n: FOLDER_LIMIT + 1 },
    ]);
    expect(fullFolders(pile(99, 'test/program/week'))).toEqual([]);
    expect(fullFolders(pile(99, 'curriculum/en', 'yaml'))).toEqual([]);
  });
});

describe('sentences for people', () => {
  // The names of the alarms are the titles of the runbook, for operators.
  const handlers = files.filter(
    ({ name }) =>
      name.startsWith('functions/') && name.endsWith('.ts') && name !== 'functions/shell/alarm-lines.ts',
  );

  it('stand in no handler: refusals and notices are worded once, in views/words', () => {
    expect(handlers.length).toBeGreaterThan(30);
    expect(handlers.flatMap(sentencesIn)).toEqual([]);
  });

  it.each([
    "const REFUSED = { paused: 'Your plan is paused. Come back first, then change it.' };",
    "c.html(noticePage(frame, { title: 'You have left', paragraphs: [], link: 'x' }));",
    'const text = `Your break lasts until ${day}.`;',
    "const words = { needs: 'a doctor or a physiotherapist' };",
    'return html`<p>Please wait a minute, then save it again.</p>`;',
  ])('canary: %s is found', (text) => {
    expect(sentencesIn(ts(text, 'functions/x/handler.ts'))).toHaveLength(1);
  });

  it.each([
    "assert(count > 0, 'a decision is about the participant it was asked for');",
    'throw new Error(`function ${name}: the environment is not complete`);',
    "log.warn('answers came faster than a person gives them', { week });",
    "z.string().regex(/x/, 'a URL of scheme and host, without a path');",
    "import x from '../a file of four words/x.ts';",
    "const update = 'SET #at = :at, #n = :n REMOVE dueSk';",
    "const header = { 'content-type': 'text/html; charset=utf-8' };",
  ])('lets %s through', (text) => {
    expect(sentencesIn(ts(text, 'functions/x/handler.ts'))).toEqual([]);
  });
});

describe('public functions', () => {
  const documented = files.filter(
    ({ name }) => DOCUMENTED_FOLDERS.some((folder) => name.startsWith(folder)) && name.endsWith('.ts'),
  );

  it('of the core and the shell have a docstring', () => {
    expect(documented.length).toBeGreaterThan(200);
    expect(documented.flatMap(undocumented)).toEqual([]);
  });

  it.each([
    'export function due(): void {}',
    'export const due = (at: Instant): boolean => true;',
    'export const due: Rule<Week> = ({ at }) => at;',
    'export async function due(): Promise<void> {}',
    '/** Of another thing. */\nconst ONE = 1;\n\nexport const due = <T>(of: T): T => of;',
  ])('canary: %j is reported', (text) => {
    expect(undocumented(ts(text))).toEqual([{ file: 'program/x.ts', name: 'due' }]);
  });

  it.each([
    '/** True when it is due. */\nexport function due(): void {}',
    '/** The keys. */\nexport const one = (): void => undefined;\nexport const due = (): void => undefined;',
    'export const DUE_MINUTES = 10;',
    'function due(): void {}',
  ])('lets %j through', (text) => {
    expect(undocumented(ts(text))).toEqual([]);
  });
});
