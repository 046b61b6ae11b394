/** Counters in a bundle: how often it parses a value and how many pieces its mails are joined of. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What a counted bundle has done so far in this process. */
export interface Done {
  parses: number;
  pieces: number;
}
const NAME = 'calfCoachCounted';

/** The counters of this process; made when they are asked for. */
export function done(): Done {
  const world = globalThis as { [NAME]?: Done };
  world[NAME] ??= { parses: 0, pieces: 0 };
  return world[NAME];
}

const PARSES = /schema\._zod\.run\(/g;
const PIECES = /export function (?:text|url|number|block)\([^)]*\): string \{/g;

/** Throws when there is no such place: a counter that counts nothing must not pass. */
function marked(code: string, place: RegExp, mark: (found: string) => string): string {
  const marks = code.replace(place, mark);
  if (marks === code) throw new Error(`nothing to count at: ${String(place)} is not there any more`);
  return marks;
}

/** Zod's entry for every parse, and the four functions through which a value gets into a mail. */
export const countingPlugin: Plugin = {
  name: 'counting',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]parse\.js$/ }, async ({ path }) => ({
      contents: marked(
        await readFile(path, 'utf8'),
        PARSES,
        () => `(globalThis.${NAME}.parses += 1, schema)._zod.run(`,
      ),
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]emails[\\/]escape\.ts$/ }, async ({ path }) => ({
      contents: marked(
        await readFile(path, 'utf8'),
        PIECES,
        (found) => `${found} globalThis.${NAME}.pieces += 1;`,
      ),
      loader: 'ts',
    }));
  },
};
