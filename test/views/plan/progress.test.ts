/** What the participant's page says of the way: where they are, what opens the next step, what may come. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../program/participant/state.ts';
import { progressOf } from '../../../views/page/progress.ts';
import { forecastSentences } from '../../../views/words/forecast.ts';
import { confirm, joined, Life, signUp, start } from '../../program/given.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const curriculum = theCurriculum();
const progress = (life: Life) => progressOf(life.state as Person, life.now, curriculum);
const here = (life: Life): readonly string[] =>
  progress(life).ladders.map(({ rungs }) => rungs.find(({ where }) => where === 'here')?.name ?? '');

describe('the ladders', () => {
  test('have every level and every stage, done up to where somebody is and one "here"', () => {
    const life = joined();
    const { level } = life.course().tracks;
    const [strength, running] = progress(life).ladders;
    expect(strength?.rungs.map(({ name }) => name)).toEqual(curriculum.levels.map(({ name }) => name));
    expect(strength?.rungs.map(({ where }) => where)).toEqual(
      curriculum.levels.map((_, at) => (at < level ? 'done' : at === level ? 'here' : 'ahead')),
    );
    expect(running?.rungs).toHaveLength(curriculum.stages.length);
    expect(here(life)).toEqual([curriculum.levels[level]?.name, 'walks']);
  });
  test('move with the course', () => {
    const life = joined();
    const before = here(life);
    for (let week = 0; week < 3; week++) {
      life.answer({ painAverage: 1, painWorst: 2 });
      life.days(7);
    }
    expect(here(life)).not.toEqual(before);
  });
  test('leave running out for whoever keeps their own', () => {
    const life = new Life(null)
      .do(signUp())
      .pass(1)
      .do(confirm())
      .do(
        start({
          painAverage: 1,
          painWorst: 2,
          nextDay: 'settled',
          singleLegRaise: 'fine',
          singleLegReps: 10,
          runsNow: 'yes',
          painRunning: 1,
          longestRun30d: 60,
        }),
      );
    expect(life.course().tracks.stage).toBe('RK');
    expect(progress(life).ladders.map(({ title }) => title)).toEqual(['Calf strength']);
    expect(progress(life).ownRunning).toMatch(/^your own runs, \d+ min/);
  });
});

describe('dates ahead', () => {
  test('stand in a band behind an "if", never alone', () => {
    const said = progress(joined().answer({ painAverage: 1, painWorst: 2 })).forecast;
    expect(said).toHaveLength(2);
    for (const line of said)
      expect(line).toMatch(/^If your calf stays calm: .* between \d+ [A-Z]\w+ and \d+ [A-Z]\w+\.$/);
  });
  test('are not said in a sore week or to somebody who was stopped, and the reason is', () => {
    const sore = joined().answer({ painAverage: 4, painWorst: 4 });
    expect(progress(sore).forecast).toEqual(['No date this week: your calf is sore, and that comes first.']);
    const stopped = joined().answer({ redFlags: ['swelling'] });
    expect(progress(stopped)).toMatchObject({ ladders: [], raises: null, door: [], forecast: [] });
  });
  test.each(['waiting', 'capped', 'sudden', 'pain'] as const)('%s: a sentence without a number', (none) => {
    const [said, ...more] = forecastSentences({ none });
    expect(more).toEqual([]);
    expect(said).toMatch(/^No date [^\d]+\.$/);
  });
  test('one day for both ends is about that day', () =>
    expect(
      forecastSentences({
        bands: [{ mark: 'firstJog', minutes: 1, from: '2026-03-23', to: '2026-03-23' }],
      }),
    ).toEqual(['If your calf stays calm: your first jog about 23 March.']));
});

test('a race is answered where one was told', () => {
  const life = joined();
  expect(progress(life).race).toBeNull();
  life.do({
    type: 'TellAboutRunning',
    at: life.now,
    answers: {
      arch: null,
      surface: null,
      weeklyDistance: null,
      distanceUnits: 'km',
      raisedRecently: null,
      sitsLong: null,
      warmsUp: null,
      crossTrains: null,
      strengthTrains: null,
      psfs: null,
      goal: null,
      planWhen: null,
      planIfMissed: null,
      raceDate: '2026-05-09',
      raceDistance: 10,
      raceMinutes: null,
      goalMinutes: null,
    },
  });
  expect(progress(life).race).toContain('Saturday 9 May');
});
