/** Moments of random lives at which a reply may come. */
import fc from 'fast-check';
import { evolve } from '../../../program/evolve/evolve.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { afterwards as graduated } from './life.ts';
import { intakeArb, movesArb, walk } from './walk.ts';

const curriculum = theCurriculum();
const seed = Number(process.env['LIVES_SEED'] ?? 20260302);

/** Where a course ends after its last answer. */
const through = ({
  at,
  state,
}: {
  readonly at: string;
  readonly state: Participant;
}): readonly { readonly at: string; readonly state: Participant }[] => {
  const digest = state.status === 'active' ? state.course.history.at(-1) : undefined;
  if (state.status !== 'active' || digest === undefined) return [];
  const { history, explained } = state.course;
  return [
    {
      at,
      state: evolve(state, { type: 'Graduated', at, digest, historyLength: history.length - 1, explained }),
    },
  ];
};
/** Before the first question of the maintenance, in it, late in it, and after month 12. */
const afterwards = [1, 30, 200, 430]
  .map((days) => graduated().days(days))
  .map(({ now, state }) => ({ at: now, state }));
/** Moments of random lives: each seventh state, and every one in which a question is open. */
export const moments = fc
  .sample(fc.tuple(intakeArb, movesArb), { numRuns: cases(120), seed })
  .flatMap(([intake, moves]) =>
    walk(curriculum, intake, moves).filter(
      ({ after }, i) => i % 7 === 0 || (after.status === 'active' && after.course.asked?.answers === 0),
    ),
  )
  .map(({ at, after }) => ({ at, state: after }))
  .flatMap((moment, i) => [moment, ...(i % 20 === 0 ? through(moment) : [])])
  .concat(afterwards.flatMap((moment) => Array.from({ length: 15 }, () => moment)));
