/**
 * Mistakes planted into bundles of this test alone: the simulator has to find each. Where it was found stands
 * here and is tried first; the same run of the real functions breaks nothing.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../../functions/shell/env.ts';
import { HABITS } from '../../../simulate/population/people.ts';
import { drawFaults } from '../../../simulate/population/plan.ts';
import { randomOf } from '../../../simulate/population/random.ts';
import { BEGINS, copiesIn, playScenario, type Scenario } from '../../../simulate/population/run.ts';
import type { World } from '../../../simulate/population/world.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';
import {
  eventsPiledUp,
  goodbyeRefused,
  hourChanged,
  ledgerKnows,
  oneASecond,
  poisonedState,
  safetyCrash,
  safetyLostLong,
  shortOutage,
  slowestProvider,
  stoppedAtLesson,
  zombies,
} from '../population/scenarios.ts';
import { BASELINES, BUGS } from './bugs.ts';
import { bundlesWith, isPlanted, patched } from './bundles.ts';

const FULL = process.env['CALF_COACH_TESTS'] === 'full';
const FOLDER = path.join('.cache', 'planted', String(process.pid));
const PEOPLE = 4;
const WEEKS = 2;
afterAll(() => rmSync(path.join(ROOT, FOLDER), { recursive: true, force: true }));

/** A small population with drawn faults: many small ones find more than a large one. */
function drawn(seed: number): Scenario {
  const from = randomOf(seed).fork('people').below(HABITS.length);
  return {
    seed,
    weeks: WEEKS,
    quietWeeks: 2,
    people: Array.from({ length: PEOPLE }, (_, n) => ({
      habit: HABITS[(from + n) % HABITS.length] ?? 'calm',
    })),
    faults: { ...drawFaults(randomOf(seed).fork('hunt'), WEEKS), poisonState: null, poisonMail: null },
    begins: BEGINS,
    lively: true,
  };
}
const broken = (world: World): readonly string[] => [...new Set(world.violations.map(({ id }) => id))].sort();

/** Where it was found, and what it breaks: a drawn seed, or a run written by hand. */
const FOUND: Readonly<Record<string, readonly [where: number | Scenario, id: string]>> = {
  'send first, then write it down': [1, 'I10'],
  'the SDK makes three calls': [eventsPiledUp(19), 'I1'],
  'a claim that nobody confirmed in an hour is done again': [eventsPiledUp(19, 184), 'I1'],
  'the newest writer wins': [10, 'L2'],
  'no guard, no second fence': [zombies, 'I1'],
  'half of the shards are never swept': [1, 'L3'],
  'a queue that is down fails the page': [1, 'I26'],
  'a claim is stolen after three minutes': [eventsPiledUp(19), 'I1'],
  'the newest event counts, whatever is still out': [eventsPiledUp(19, 184), 'I1'],
  'nobody looks for the fate of a mail': [shortOutage(1), 'L7'],
  'evidence is waited for without an end': [shortOutage(1), 'L7'],
  'failure has no memory': [poisonedState, 'I25'],
  'leaving does nothing for who is left already': [goodbyeRefused, 'I27'],
  'a changed wish is counted from now': [hourChanged, 'I8'],
  'a time-out is taken for a refusal': [eventsPiledUp(19), 'I1'],
  'nobody asks at the claim whether the person was stopped': [stoppedAtLesson, 'L3'],
  'a safety mail is lost in a crash': [safetyCrash, 'L2'],
  'a safety mail is tried four times': [safetyLostLong, 'L2'],
  'no canary leaves': [shortOutage(1), 'L5'],
  'what the ledger knows is ignored': [ledgerKnows, 'I1'],
  'everybody who is due is hinted every minute': [slowestProvider, 'I30'],
  'hints are handed out at once': [oneASecond, 'I21'],
};
/** A change of the product moves what a seed draws: the mistake may come to light in another of these. */
const DRAWN = 40;
const runsOf = (where: number | Scenario): readonly Scenario[] =>
  typeof where === 'number' ? [where, ...Array.from({ length: DRAWN }, (_, n) => n + 1)].map(drawn) : [where];

/** Breaks a run with these bundles that promise, where the real functions break none? */
async function finds(run: Scenario, id: string, bundles: NonNullable<Scenario['bundles']>): Promise<boolean> {
  if (!broken(await playScenario({ ...run, bundles })).includes(id)) return false;
  return broken(await playScenario(run)).length === 0;
}
const quick = BASELINES.map(({ name }) => name);

describe('a planted mistake', () => {
  it.each(BUGS)('fits the source: $name', ({ patches }) => {
    for (const { file } of patches) expect(patched(file, patches).length).toBeGreaterThan(0);
  });
  it('stands in no bundle of the build', () => {
    expect(FUNCTION_NAMES.filter((name) => isPlanted('dist', name))).toEqual([]);
  });

  it.each(BUGS)('has a place where it is found: $name', ({ name }) => {
    expect(FOUND[name]).toBeDefined();
  });
  const hunted = BUGS.filter(({ name }) => FULL || quick.includes(name));
  it.each(hunted)('is found: $name', async (bug) => {
    const [where, id] = FOUND[bug.name] ?? [0, ''];
    const bundles = await bundlesWith(bug, path.join(FOLDER, String(BUGS.indexOf(bug))));
    expect(isPlanted(path.join(FOLDER, String(BUGS.indexOf(bug))), bug.functions[0] ?? 'send')).toBe(true);
    let found = false;
    for (const run of runsOf(where)) {
      found = await finds(run, id, bundles);
      if (found) break;
    }
    expect(found).toBe(true);
  });

  const counted = BASELINES.filter(() => FULL);
  it.each(counted)('sends twice, where we send once: $name', async (bug) => {
    const bundles = await bundlesWith(bug, path.join(FOLDER, `baseline ${BUGS.indexOf(bug)}`));
    const counts = { mails: 0, copies: 0, ours: 0 };
    const seeds = Array.from({ length: 10 }, (_, n) => n + 1);
    // Drawn faults, and answers of the provider that are lost on their way.
    for (const run of seeds.flatMap((seed) => [drawn(seed), eventsPiledUp(seed)])) {
      const theirs = await playScenario({ ...run, bundles });
      counts.mails += theirs.ses.accepted.length;
      counts.copies += copiesIn(theirs);
      counts.ours += copiesIn(await playScenario(run));
    }
    console.log(`${bug.name}: ${counts.copies} second copies in ${counts.mails} mails, ours ${counts.ours}`);
    expect(counts.copies).toBeGreaterThan(0);
    expect(counts.ours).toBe(0);
  });
});
