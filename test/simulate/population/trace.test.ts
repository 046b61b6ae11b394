/** A seed is a run: the same everywhere and always, or a failing one could not be looked at again. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { simulate } from '../../../cli/simulate.ts';
import { playSeed } from '../../../simulate/population/run.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';

const SMALL = { seed: 5, participants: 4, weeks: 3, faults: true } as const;
const hashesIn = (text: string): readonly string[] =>
  [...text.matchAll(/trace ([0-9a-f]{32})/g)].map((m) => m[1] ?? '');

describe('a seed', () => {
  it('gives the same trace twice, another seed another one', async () => {
    const [first, second] = [await playSeed(SMALL), await playSeed(SMALL)];
    expect(second.hash).toBe(first.hash);
    expect(first.mails).toBeGreaterThan(10);
    expect((await playSeed({ ...SMALL, seed: 6 })).hash).not.toBe(first.hash);
  });

  it('is the same run whatever else the process did before', async () => {
    const first = await playSeed(SMALL);
    vi.stubEnv('SITE_URL', 'https://elsewhere.example');
    vi.stubEnv('SIGNUP_TOTAL_LIMIT', '0');
    expect((await playSeed(SMALL)).hash).toBe(first.hash);
  });

  it('gives the same trace in another process, whatever the time zone of the host', async () => {
    const args = [
      'tsx',
      'cli/simulate.ts',
      '--participants',
      '4',
      '--weeks',
      '3',
      '--seed',
      '5',
      '--faults',
      'on',
    ];
    const run = spawnSync('npx', args, {
      cwd: ROOT,
      env: { ...process.env, TZ: 'Pacific/Chatham' },
      encoding: 'utf8',
    });
    expect(hashesIn(run.stdout)).toEqual([(await playSeed(SMALL)).hash]);
  });
});

describe('the command', () => {
  it.each([
    [['--participants', '0'], '--participants must be a whole number from 1 to 200; it is "0".'],
    [['--weeks', '1.5'], '--weeks must be a whole number from 1 to 60; it is "1.5".'],
    [['--seed', 'x'], '--seed must be a whole number from 0 to 4294967295; it is "x".'],
    [['--seeds', '0'], '--seeds must be a whole number from 1 to 100000; it is "0".'],
    [['--faults', 'maybe'], '--faults must be on or off; it is "maybe".'],
  ])('says what is possible: %j', async (args, sentence) => {
    await expect(simulate(args)).rejects.toThrow(sentence);
  });
});
