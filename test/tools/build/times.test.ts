/** A printed time is the time it takes: what the build says to an author whose figure is too short. */
import { describe, expect, it, test } from 'vitest';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { Source } from '../../../tools/build/curriculum/files.ts';
import { checkTimes } from '../../../tools/build/curriculum/times.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const source = (file: string): Source => ({ file, data: {}, at: () => ({ line: 1, column: 1 }) });
const AS = ', as the doses take, a quarter more or less';
const FILES = {
  levels: source('levels.yaml'),
  footCore: source('foot-core.yaml'),
  programme: source('programme.yaml'),
};
const told = (curriculum: Curriculum): readonly string[] => {
  const all: string[] = [];
  checkTimes(curriculum, FILES, ({ file }, path, { expected, found }) => {
    all.push(`${file} ${path.join('.')}: ${expected.replace(AS, '')}, found ${found}`);
  });
  return all;
};
const real = theCurriculum();
const levelsWith = (n: number, change: Partial<Curriculum['levels'][number]>): Curriculum => ({
  ...real,
  levels: real.levels.map((level, i) => (i === n ? { ...level, ...change } : level)),
});

describe('the figure of an author', () => {
  it('is true of today’s files', () => expect(told(real)).toEqual([]));

  test.each<[string, Curriculum, string]>([
    [
      'a session told in half its time',
      levelsWith(7, { sessionMinutes: [20, 30] }),
      'levels.yaml levels.7.sessionMinutes: 35 to 45 minutes, found 20 to 30',
    ],
    [
      'a dose that grows under its time',
      levelsWith(2, { exercises: real.levels[7]?.exercises ?? [] }),
      'levels.yaml levels.2.sessionMinutes: 35 to 45 minutes, found 15 to 20',
    ],
    [
      'foot moves told in half their time',
      { ...real, footCore: { ...real.footCore, minutes: [5, 10] } },
      'foot-core.yaml minutes: 10 to 20 minutes, found 5 to 10',
    ],
    [
      'the feet of the year after',
      { ...real, maintenance: { ...real.maintenance, footCoreMinutes: 8 } },
      'programme.yaml maintenance.footCoreMinutes: 20 minutes, found 8',
    ],
  ])('canary: %s is refused', (_, curriculum, said) => expect(told(curriculum)).toEqual([said]));

  it('may be a quarter off: nobody counts seconds', () =>
    expect(told(levelsWith(6, { sessionMinutes: [25, 50] }))).toEqual([]));
});
