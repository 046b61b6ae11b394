/** What a command takes on its command line; `command-line.mjs` reads it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** What it does, for `--help`: half a sentence. */
  readonly help: string;
  /** The name of its value in the help, such as `FILE`; of a string option only. */
  readonly value?: string;
  /** One letter. */
  readonly short?: string;
  /** May be given more than once; the value is a list. */
  readonly multiple?: true;
}
export type Options = Readonly<Record<string, Option>>;

export interface Command<O extends Options = Options> {
  /** As a person types it: `npm run bench`. */
  readonly name: string;
  /** One sentence. */
  readonly does: string;
  readonly options: O;
  /** Arguments without a name, when it takes any. */
  readonly positionals?: { readonly name: string; readonly help: string };
  /** Which tool gets what stands behind a `--` of its own. Without it there is no such place. */
  readonly passesOnTo?: string;
}

type ValueOf<T extends Option> = T extends { readonly multiple: true }
  ? readonly string[]
  : T extends { readonly type: 'boolean' }
    ? boolean
    : string | undefined;

/**
 * What stood on the command line, or the page that was asked for. A boolean that was not given is false, a
 * list is empty.
 */
export type Read<O extends Options> =
  | { readonly help: string }
  | {
      readonly values: { readonly [K in keyof O]: ValueOf<O[K]> };
      readonly positionals: readonly string[];
      readonly passedOn: readonly string[];
    };
