/** `redrive`: what was given up goes back to where it came from, counted, for a reason that is noted. */
import { DEAD_LANES, type LaneCounts, sumOf, type WentBack } from '../dead-letters.ts';
import { latestActs, noteAct } from '../journal.ts';
import { reasonOf } from '../person.ts';
import { type Said, table, type Verb } from '../verb.ts';

const SHOWN_ACTS = 5;

/** `2 urgent, 1 feedback`; `nothing` where there is none. */
const inWords = (counts: LaneCounts): string =>
  DEAD_LANES.filter((lane) => counts[lane] > 0)
    .map((lane) => `${counts[lane]} ${lane}`)
    .join(', ') || 'nothing';

function outcomeOf({ moved, left }: WentBack): string {
  const stays = sumOf(left) === 0 ? '' : `; left, for they cannot be read: ${inWords(left)}`;
  return `went back: ${inWords(moved)}${stays}`;
}

export const redrive: Verb = async ({ given, desk: open }): Promise<Said> => {
  const reason = reasonOf(given.reason, 'It stands in the journal of the stage.');
  const desk = await open();
  const dead = await desk.deadLetters();
  const waiting = await dead.waiting();
  if (sumOf(waiting) === 0) {
    const acts = await latestActs(desk.db, SHOWN_ACTS);
    const before = acts.map(({ at, verb, reason: why, outcome }) => [at.slice(0, 16), verb, why, outcome]);
    return {
      text:
        `${desk.stage}: nothing lies dead, so nothing was done.\n` +
        (before.length === 0 ? '' : `\n${table([['done (UTC)', 'what', 'why', 'outcome'], ...before])}`),
      json: { stage: desk.stage, waiting, moved: waiting, left: waiting, acts },
    };
  }
  const note = await noteAct(desk.db, { verb: 'redrive', reason });
  const done = await dead.goBack();
  await note(outcomeOf(done));
  await desk.settle();
  return {
    text:
      `${desk.stage}: ${outcomeOf(done)}.\n` +
      'What dies again in half an hour has a cause that is not mended: read the log of the function first.\n',
    json: { stage: desk.stage, waiting, ...done },
    code: sumOf(done.left) === 0 ? 0 : 1,
  };
};
