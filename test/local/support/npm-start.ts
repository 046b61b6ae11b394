/**
 * `npm start` as a person types it: a process group of its own, its output, and whether anything of it is
 * left. Linux.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '../../../tools/quality/guards/tree.ts';

export interface Started {
  readonly child: ChildProcess;
  /** Everything written so far, both streams. */
  output(): string;
  /** Resolves with the site's address once it was printed, or with null when the command ended before. */
  readonly url: Promise<string | null>;
  readonly ended: Promise<number | null>;
}
const URL_PATTERN = /https?:\/\/[^\s"']+/g;
export const urlsIn = (output: string): readonly string[] => output.match(URL_PATTERN) ?? [];

export function npmStart(args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn('npm', ['start', ...(args.length === 0 ? [] : ['--', ...args])], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const url = new Promise<string | null>((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      // Up to the end of its line, so that no half of an address is taken for it.
      const [found] = urlsIn(output.slice(0, output.lastIndexOf('\n') + 1));
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => resolve(null));
  });
  return { child, output: () => output, url, ended };
}

export interface GroupMember {
  readonly pid: number;
  readonly command: string;
  readonly residentMb: number;
}
/** Every living process of a process group. */
export function groupOf(leader: number): readonly GroupMember[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(group) !== leader || state === 'Z') return [];
      const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(pid), command, residentMb: Math.round(Number(resident) / 1024) }];
    } catch {
      return [];
    }
  });
}
