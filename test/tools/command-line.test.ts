/**
 * The command line of the npm commands: what is read, what is refused, and what the page of `--help` says.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpOf, readCommandLine } from '../../tools/command-line.mjs';
import type { Command } from '../../tools/command-line.types.ts';

const COMMAND = {
  name: 'npm run thing',
  does: 'does a thing.',
  options: {
    json: { type: 'string', value: 'FILE', help: 'writes the result there' },
    only: { type: 'string', value: 'PART', multiple: true, help: 'this part alone' },
    force: { type: 'boolean', short: 'f', help: 'all of it' },
  },
} as const satisfies Command;
const WIDE = {
  ...COMMAND,
  positionals: { name: 'PATH…', help: 'what to look at' },
  passesOnTo: 'vitest',
} as const satisfies Command;
const LIST = 'It takes --json FILE, --only PART, --force, --help.';

describe('a command line', () => {
  it.each([
    [[], { json: undefined, only: [], force: false }],
    [['--json', 'a.json', '-f'], { json: 'a.json', only: [], force: true }],
    [['--json=a=b', '--only', 'x', '--only=y'], { json: 'a=b', only: ['x', 'y'], force: false }],
  ])('%j is read', (args, values) => {
    expect(readCommandLine(COMMAND, args)).toEqual({ values, positionals: [], passedOn: [] });
  });

  it('keeps what has no name and what stands behind a -- of its own', () => {
    expect(readCommandLine(WIDE, ['test/a', '--force', 'test/b', '--', '-t', '--help'])).toEqual({
      values: { json: undefined, only: [], force: true },
      positionals: ['test/a', 'test/b'],
      passedOn: ['-t', '--help'],
    });
  });

  it.each([
    [['--jsno', 'x'], `npm run thing knows no --jsno. ${LIST}`],
    [['--jsno=x'], `npm run thing knows no --jsno. ${LIST}`],
    [['-x'], `npm run thing knows no -x. ${LIST}`],
    [['--no-force'], `npm run thing knows no --no-force. ${LIST}`],
    [['--json'], `--json of npm run thing needs a value: --json FILE. ${LIST}`],
    [['--json', '--force'], `--json of npm run thing needs a value: --json FILE. ${LIST}`],
    [['--json='], '--json of npm run thing needs a value: --json FILE.'],
    [['--only='], '--only of npm run thing needs a value: --only PART.'],
    [['--force=yes'], `--force of npm run thing takes no value. ${LIST}`],
    [['more'], `npm run thing does not know what "more" is. ${LIST}`],
    [['--', 'x'], `npm run thing passes nothing on: leave out the second --. ${LIST}`],
  ])('%j is refused with one sentence and a list', (args, sentence) => {
    expect(() => readCommandLine(COMMAND, args)).toThrow(sentence);
  });

  it('names paths and the other tool in the list', () => {
    expect(() => readCommandLine(WIDE, ['--jsno'])).toThrow(
      'It takes PATH…, --json FILE, --only PART, --force, --help, and, behind another --, what vitest takes.',
    );
  });

  it.each([[['--help']], [['-h']], [['--jsno', '--help']]])('%j asks for the page', (args) => {
    expect(readCommandLine(COMMAND, args)).toEqual({ help: helpOf(COMMAND) });
  });

  it('has a page with every option on a line', () => {
    expect(helpOf(WIDE)).toBe(
      [
        'npm run thing: does a thing.',
        '',
        '  PATH…        what to look at',
        '  --json FILE  writes the result there',
        '  --only PART  this part alone; may be given again',
        '  -f, --force  all of it',
        '  -h, --help   shows this',
        '',
        'What stands behind a -- of its own goes to vitest.',
        '',
      ].join('\n'),
    );
  });

  it('whatever is typed is read or refused with a sentence that ends', () => {
    const arg = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '--',
        '--json',
        '--json=',
        '-f',
        '-fx',
        '--only',
        '--only=x',
        '-',
        '---',
        '--__proto__',
        '--=x',
      ),
    );
    fc.assert(
      fc.property(fc.array(arg, { maxLength: 5 }), (args) => {
        try {
          const read = readCommandLine(COMMAND, args);
          expect('help' in read || read.positionals.length === 0).toBe(true);
        } catch (fault) {
          expect((fault as Error).message).toMatch(/npm run thing (?:.|\n)+\.$/);
        }
      }),
    );
  });
});
