/** What `--data DIR` keeps beside the table: the mails and how far the clock is ahead of the machine's. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../program/kernel/time.ts';
import type { StoredMail } from '../aws/ses.ts';

export interface Kept {
  /** Where `reset` sets the clock back to. */
  readonly start: Instant;
  /** Milliseconds; negative when the run lives in the past. */
  readonly ahead: number;
  readonly mails: readonly StoredMail[];
}

const fileIn = (dir: string): string => join(dir, 'run.json');

/** Null when the folder is new. Throws one sentence when the file is not one of ours. */
export function readKept(dir: string): Kept | null {
  mkdirSync(dir, { recursive: true });
  if (!existsSync(fileIn(dir))) return null;
  try {
    const { start, ahead, mails } = JSON.parse(readFileSync(fileIn(dir), 'utf8')) as Kept;
    if (Number.isNaN(Date.parse(start)) || !Number.isFinite(ahead) || !Array.isArray(mails))
      throw new Error('not a kept run');
    return { start, ahead, mails };
  } catch {
    throw new Error(
      `${fileIn(dir)} cannot be read as the state of a local run. Delete it to begin without its mails, or choose another folder.`,
    );
  }
}

/** Whole or not at all: a run that is cut off leaves the file before. */
export function writeKept(dir: string, kept: Kept): void {
  const scratch = `${fileIn(dir)}.new`;
  writeFileSync(scratch, JSON.stringify(kept));
  renameSync(scratch, fileIn(dir));
}

/**
 * Where the clock begins. A kept run goes on where it would be by now; `asked` may take it further, never
 * back. Throws one sentence when it would.
 */
export function beginningOf(kept: Kept | null, asked: Instant | undefined, machine: number): Instant {
  const now = new Date(machine).toISOString();
  if (kept === null) return asked ?? now;
  const at = new Date(machine + kept.ahead).toISOString();
  if (asked === undefined) return at;
  if (asked >= at) return asked;
  throw new Error(
    `The kept run is at ${at} already and time does not run backwards: leave out --now, or choose another folder.`,
  );
}
