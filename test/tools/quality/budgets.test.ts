/** The gate on counted figures: it fails with the name and both numbers, and every counter has a canary. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { countBundle } from '../../../tools/quality/budgets/bundles.ts';
import { countingPlugin, done } from '../../../tools/quality/budgets/counting.ts';
import { judge, tightened } from '../../../tools/quality/budgets/judge.ts';
import { addUp, type Counted } from '../../../tools/quality/budgets/week.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'calf-coach-budgets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a budget', () => {
  const budgets = { bytes: 10, modules: 3 };

  it('is kept by the same figures, without a word', () => {
    expect(judge({ bytes: 10, modules: 3 }, budgets)).toEqual({ broken: [], loose: [] });
  });

  it.each([
    [{ bytes: 11, modules: 3 }, 'bytes: 11, over its budget of 10'],
    [{ bytes: 10, modules: 3, parses: 1 }, 'parses: 1, and budgets.json has no budget for it'],
    [{ bytes: 10 }, 'modules: not counted any more, the budget is 3'],
    [{ bytes: Number.NaN, modules: 3 }, 'bytes: could not be counted, the budget is 10'],
  ])('canary: %j breaks it', (counted, sentence) => {
    expect(judge(counted, budgets)).toEqual({ broken: [sentence], loose: [] });
  });

  it('says that it can be tightened, and is never raised by that', () => {
    const counted = { bytes: 9, modules: 5 };
    expect(judge(counted, budgets).loose).toEqual(['bytes: 9, the budget of 10 can be tightened']);
    expect(tightened(counted, budgets)).toEqual({ bytes: 9, modules: 3 });
  });

  it('refuses to judge nothing', () => {
    expect(() => judge({}, budgets)).toThrow('nothing was counted');
  });
});

/** Runs a module with the counters in it, and returns what it added to them. */
async function countedIn(contents: string) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [countingPlugin],
  });
  const file = path.join(folder, `${Math.random()}.mjs`);
  writeFileSync(file, outputFiles[0]?.text ?? '');
  const before = { ...done() };
  await import(/* @vite-ignore */ pathToFileURL(file).href);
  const after = done();
  return { parses: after.parses - before.parses, pieces: after.pieces - before.pieces };
}

describe('canaries of the counters', () => {
  it.each([
    [1, "z.object({ a: z.string() }).parse({ a: 'x' });"],
    [2, "z.string().parse('x'); z.number().safeParse('x');"],
    [0, 'z.string();'],
  ])('%i parses: %s', async (parses, code) => {
    expect(await countedIn(`import * as z from 'zod'; ${code}`)).toEqual({ parses, pieces: 0 });
  });

  it.each([
    [1, "text('a', 'slot');"],
    [3, "text('a', 's'); url('https://example.org/', 's'); block(finished('<b>'), 's');"],
    [0, "finished('<b>');"],
  ])('%i pieces of a mail: %s', async (pieces, code) => {
    const names = 'import { block, finished, text, url } from "./emails/escape.ts";';
    expect(await countedIn(`${names} ${code}`)).toEqual({ parses: 0, pieces });
  });

  it('a byte and a module more in a bundle', () => {
    const put = (code: string, sources: readonly string[]) => {
      mkdirSync(path.join(folder, 'fn'), { recursive: true });
      writeFileSync(path.join(folder, 'fn/index.mjs'), code);
      writeFileSync(path.join(folder, 'fn/index.mjs.map'), JSON.stringify({ sources }));
      return countBundle(folder, 'fn');
    };
    expect(put('abc', ['a.ts'])).toEqual({ bytes: 3, modules: 1 });
    expect(put('abcd', ['a.ts', 'b.ts'])).toEqual({ bytes: 4, modules: 2 });
    expect(() => countBundle(folder, 'gone')).toThrow('run npm run build');
  });

  const nothing = (): Counted => ({ read: 0, write: 0, stateBytes: { HEAD: 0, COURSE: 0, PERSON: 0 } });
  it('a unit more, read or written, indexes and the lines of a transaction included', () => {
    const counted = nothing();
    const answer = (consumed: unknown) => Buffer.from(JSON.stringify({ ConsumedCapacity: consumed }));
    addUp(counted, 'PutItem', {}, answer({ CapacityUnits: 3 }));
    addUp(counted, 'TransactWriteItems', {}, answer([{ CapacityUnits: 4 }, { CapacityUnits: 2 }]));
    addUp(counted, 'Query', {}, answer({ CapacityUnits: 0.5 }));
    expect(counted).toEqual({ ...nothing(), read: 0.5, write: 9 });
  });

  it('the bytes of the state, as DynamoDB counts them', () => {
    const counted = nothing();
    const Item = { pk: { S: 'P#1' }, sk: { S: 'S#HEAD' }, rev: { N: '12' }, body: { S: 'é' } };
    addUp(counted, 'PutItem', { Item }, Buffer.from('{}'));
    expect(counted.stateBytes).toEqual({ HEAD: 2 + 3 + 2 + 6 + 3 + 2 + 4 + 2, COURSE: 0, PERSON: 0 });
  });
});
