/** docs/runbook.md has something to type for every alarm, and whatever it says to type is there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALARM_SECTIONS } from '../../functions/shell/alarm-lines.ts';
import { COMMON, OPTIONS } from '../../tools/coach/verb.ts';
import { VERBS, verbOf } from '../../tools/coach/verbs.ts';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const text = readFileSync(path.join(ROOT, 'docs/runbook.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
);
const commandsIn = (part: string): readonly string[] =>
  [...part.matchAll(/^```\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.trim().split('\n'));
/** Words of a command line; what stands in quotes is one. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** What is wrong with a command; null = it can be typed. */
function wrongWith(line: string): string | null {
  const [npm, run, script = '', dashes, ...rest] = wordsOf(line);
  if (npm === 'aws') return null;
  if (npm !== 'npm' || run !== 'run' || dashes !== '--') return 'is no command of ours';
  if (!Object.hasOwn(scripts, script)) return `there is no script ${script}`;
  if (script !== 'coach') return null;
  const wrong = rest[0] === 'why' ? null : wrongVerb(rest);
  return wrong ?? (OPENS.includes(rest[0] ?? '') && !rest.includes('--reason') ? 'it needs --reason' : null);
}
/** Verbs that open one person. */
const OPENS: readonly string[] = [
  'why',
  ...Object.entries(VERBS).flatMap(([name, { takes }]) => (takes.includes('reason') ? [name] : [])),
];
function wrongVerb(rest: readonly string[]): string | null {
  const isFlag = (word = ''): boolean => word.startsWith('--');
  const takesValue = (word = ''): boolean =>
    isFlag(word) && OPTIONS[word.slice(2) as keyof typeof OPTIONS]?.type === 'string';
  const words = rest.filter((word, i) => !isFlag(word) && !takesValue(rest[i - 1]));
  try {
    const { takes } = verbOf(words).entry;
    const foreign = rest.find((w) => isFlag(w) && ![...COMMON, ...takes].some((name) => `--${name}` === w));
    return foreign === undefined ? null : `it takes no ${foreign}`;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

describe('docs/runbook.md', () => {
  it.each([...ALARM_SECTIONS, 'Dead letters', 'Mails wait', 'Bounces or complaints', 'Restore'])(
    'says under "%s" what to type',
    (name) => {
      expect(commandsIn(sections.get(name) ?? '')).not.toEqual([]);
    },
  );
  it.each([...new Set(commandsIn(text))])('%s can be typed', (line) => {
    expect(wrongWith(line)).toBeNull();
  });
  it('canary: a verb, a script and an option that are not there are seen', () => {
    expect(wrongWith('npm run coach -- lost ID')).toContain('There is no "lost"');
    expect(wrongWith('npm run couch -- list')).toBe('there is no script couch');
    expect(wrongWith('npm run coach -- list --again NAME')).toBe('it takes no --again');
    expect(wrongWith('npm run coach -- show --stage NAME')).toContain('show ID');
    expect(wrongWith('npm run coach -- show ID --stage NAME')).toBe('it needs --reason');
    expect(wrongWith('npm run coach -- why ID --stage NAME')).toBe('it needs --reason');
    expect(wrongWith('npm run coach -- show ID --stage NAME --reason "two words"')).toBeNull();
  });
});
