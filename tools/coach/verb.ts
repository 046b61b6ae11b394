/** What the operator's commands have in common: their options, what they are handed, what they answer. */
import type { StageSettings } from '../../infra/stages.ts';
import type { Desk } from './desk.ts';

/** Every option of `npm run coach`; which of them a verb takes stands with the verb. */
export const OPTIONS = {
  stage: { type: 'string', value: 'NAME', help: 'a deployed stage of cdk.json; the local run without it' },
  profile: { type: 'string', value: 'NAME', help: 'credentials of this profile' },
  url: { type: 'string', value: 'URL', help: 'where the local run is, http://localhost:4100 if not said' },
  json: { type: 'boolean', help: 'as JSON, for a program' },
  limit: { type: 'string', value: 'N', help: 'list: how many at most, 1 to 500, 50 if not said' },
  reason: {
    type: 'string',
    value: 'TEXT',
    help: 'show, export: why one person is opened; they can read it. redrive, restore: why it is done',
  },
  again: { type: 'string', value: 'NAME', help: 'the stage once more, where something is taken away' },
  from: { type: 'string', value: 'TABLE', help: 'restore: the table that holds the copy' },
  until: { type: 'string', value: 'DATE', help: 'pause: the day the course comes back' },
  leaked: { type: 'boolean', help: 'rotate-keys: at once, and every old link dies' },
  undo: { type: 'boolean', help: 'withdraw: lets the version go again' },
  out: { type: 'string', value: 'FOLDER', help: 'where files go, coach-STAGE if not said' },
  after: { type: 'string', value: 'PLACE', help: 'list: goes on where an earlier list ended' },
} as const;
export type OptionName = keyof typeof OPTIONS;
/** Every verb takes these. */
export const COMMON: readonly OptionName[] = ['stage', 'profile', 'url', 'json'];
export type Given = {
  readonly [K in OptionName]: (typeof OPTIONS)[K]['type'] extends 'boolean' ? boolean : string | undefined;
};

export interface Asked {
  /** Behind the verb: an id, a version, a word. */
  readonly args: readonly string[];
  readonly given: Given;
  /** Opens the desk; a command that refuses its words does so before. */
  readonly desk: () => Promise<Desk>;
  /** Of the deployed stage. Throws where none was named. */
  readonly settings: () => StageSettings;
}
export interface Said {
  /** For a person. */
  readonly text: string;
  /** For a program, with `--json`. */
  readonly json: unknown;
  /** The exit code; 0 unless said. */
  readonly code?: number;
}
export type Verb = (asked: Asked) => Promise<Said>;

/** Columns that line up, the heading first. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
/** Nothing that takes away is done without the stage being named twice. */
export function stageAgain({ given: { stage = 'local', again } }: Asked): void {
  if (again !== stage)
    throw new Error(`This takes something away. Name the stage once more to do it: --again ${stage}.`);
}

export const unknown = (id: string, stage: string): Error =>
  new Error(`There is nobody "${id}" on ${stage}: ids stand in npm run coach -- list, and in the log.`);
