/**
 * Runs a command in a pseudo-terminal and answers its question, with `script`, which every Linux and macOS
 * brings along.
 */
import { spawn } from 'node:child_process';
import { ROOT } from '../../../tools/quality/guards/tree.ts';

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * Runs `node …args`. When `question` is on the screen, `answer` is typed, once. Rejects when there is no
 * `script`.
 */
export function inTerminal(
  args: readonly string[],
  question: string,
  answer: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const line = [process.execPath, ...args].map(quoted).join(' ');
  const script =
    process.platform === 'darwin' ? ['-q', '/dev/null', 'sh', '-c', line] : ['-qec', line, '/dev/null'];
  const child = spawn('script', script, { cwd: ROOT, env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    let output = '';
    let answered = false;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (answered || !output.includes(question)) return;
      answered = true;
      child.stdin.write(answer);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
