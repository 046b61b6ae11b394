/**
 * Things that must not stay behind in the tree: switched-off tests, notes to self, addresses of registries
 * and machines.
 */
import type { SourceFile } from './tree.ts';

export interface Leftover {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

interface Pattern {
  readonly what: string;
  readonly in: RegExp;
  readonly pattern: RegExp;
}

/** Written with a class of one letter, so that this file does not find itself. */
const PATTERNS: readonly Pattern[] = [
  {
    what: 'test that does not run',
    in: /\.ts$/,
    pattern: /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo|skipIf|runIf)\b/,
  },
  {
    // The simulator keeps each known fault as a run that has to fail: mended, it turns the suite red.
    what: 'test that has to fail',
    in: /^(?!test\/simulate\/population\/).*\.ts$/,
    pattern: /\b(?:it|test|describe)(?:\.\w+)*\.fails\b/,
  },
  {
    // A limit in seconds makes a slow machine a fault; the one limit that ends a test that hangs is the
    // suite's.
    what: 'test with a limit in seconds',
    in: /\.test\.ts$/,
    pattern: /^\s*(?:\},? )?\d+_000(?:,|\);)$/,
  },
  { what: 'test that does not run', in: /\.ts$/, pattern: /\b(?:xit|xdescribe|fit|fdescribe)\(/ },
  { what: 'note to self', in: /./, pattern: /\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/ },
  {
    what: 'registry host',
    in: /./,
    pattern: /https?:\/\/[^\s/"']*(?:registry|artifact|nexus|verdaccio|npmjs|yarnpkg|npmmirror)[^\s"']*/i,
  },
  {
    what: 'registry host',
    in: /\.json$|npmrc$|\.ya?ml$/,
    pattern: /"?(?:resolved|registry)"?\s*[:=]\s*"?https?:/,
  },
  { what: 'path of a machine', in: /./, pattern: /(?<![\w.:/])\/(?:home|Users|root|work)\/[a-z]/ },
];

/** Every leftover of a file, line by line. */
export const leftovers = (file: SourceFile): readonly Leftover[] =>
  file.text.split('\n').flatMap((text, index) =>
    PATTERNS.filter((pattern) => pattern.in.test(file.name) && pattern.pattern.test(text)).map(
      ({ what }) => ({
        file: file.name,
        line: index + 1,
        what: `${what}: ${text.trim().slice(0, 120)}`,
      }),
    ),
  );
