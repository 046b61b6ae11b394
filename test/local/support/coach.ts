/** The operator at a terminal beside the local run. */
import { vi } from 'vitest';
import { coach } from '../../../cli/coach.ts';
import type { LocalRun } from '../../../local/run.ts';

export interface Told {
  readonly code: number;
  /** On standard output, or the sentence of the refusal. */
  readonly text: string;
}

/** `npm run coach -- …` on the run; a refusal is code 1 with its sentence, as on a terminal. */
export async function operator(run: LocalRun, ...args: readonly string[]): Promise<Told> {
  const said: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const code = await coach([...args, '--url', run.url]);
    return { code, text: said.join('') };
  } catch (fault) {
    return { code: 1, text: fault instanceof Error ? fault.message : String(fault) };
  } finally {
    out.mockRestore();
  }
}

/** The same with `--json`, read. */
export async function operatorJson<T>(run: LocalRun, ...args: readonly string[]): Promise<T> {
  const { code, text } = await operator(run, ...args, '--json');
  if (code !== 0) throw new Error(text);
  return JSON.parse(text) as T;
}
