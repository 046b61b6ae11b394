/**
 * What every npm command has in common: it knows whether it was started, it ends with one sentence instead of
 * a stack, it runs tools.
 */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine } from './command-line.mjs';
import type { Command, Options, Read } from './command-line.types.ts';
import { ROOT } from './quality/guards/tree.ts';

/** True in the module that was started from the command line, false where it is imported. */
export const isMain = (meta: ImportMeta): boolean =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === meta.filename;

/** What stood on the command line when it was not `--help`. */
export type Given<O extends Options> = Exclude<Read<O>, { readonly help: string }>;

/**
 * A command: refuses a bad command line before any work, answers `--help`, else does its work. Resolves to
 * the exit code.
 */
export const command =
  <O extends Options>(rules: Command<O>, work: (given: Given<O>) => Promise<number>) =>
  async (args: readonly string[]): Promise<number> => {
    const read = readCommandLine(rules, args);
    if (!('help' in read)) return await work(read);
    process.stdout.write(read.help);
    return 0;
  };

/** Runs the command when its module is the one that was started; the exit code is its result. */
export async function runIfStarted(
  meta: ImportMeta,
  run: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  if (isMain(meta)) await runMain(() => run(process.argv.slice(2)));
}

/**
 * Runs a command's body; its result is the exit code, a failure one sentence on standard error and code 1
 * (the stack with DEBUG=1).
 */
export async function runMain(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (fault) {
    process.exitCode = 1;
    process.stderr.write(`${sentenceOf(fault)}\n`);
  }
}

const sentenceOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault);
  return process.env.DEBUG === '1' ? (fault.stack ?? fault.message) : fault.message;
};

export interface ToolOptions {
  /** The tool may ask on our terminal; otherwise it reads nothing. */
  readonly asks?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What it prints is kept back, and shown only when it fails. */
  readonly quiet?: boolean;
  /** Ends the tool as Ctrl-C would. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a JavaScript tool from node_modules with this Node, its output going where ours goes; resolves to its
 * exit code.
 */
export function runTool(script: string, args: readonly string[], options: ToolOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', script), ...args], {
      cwd: ROOT,
      stdio: options.quiet
        ? ['ignore', 'pipe', 'pipe']
        : [options.asks === true ? 'inherit' : 'ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...options.env },
    });
    options.signal?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
    child.on('error', reject);
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => printed.push(part));
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      resolve(code ?? 1);
    });
  });
}
