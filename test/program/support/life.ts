/** A runner who has just graduated, and the time after it. */
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { Life } from '../given.ts';
import { DILIGENT, TO_GRADUATION } from './diligent.ts';
import { walk } from './walk.ts';

export const curriculum = theCurriculum();
function graduates(): { readonly graduate: Of<'completed'>; readonly graduatedAt: Instant } {
  const happened = walk(curriculum, DILIGENT, TO_GRADUATION).find((h) =>
    h.events.some((e) => e.type === 'Graduated'),
  );
  if (happened?.after.status !== 'completed') throw new Error('the diligent runner graduates');
  return { graduate: happened.after, graduatedAt: happened.at };
}
export const { graduate, graduatedAt } = graduates();

/** A calm answer in the maintenance: no tests are asked there. */
export const CALM: CheckInAnswers = checkInAnswers.parse({
  painAverage: 1,
  painWorst: 2,
  nextDay: 'settled',
  sessionsDone: 2,
  longestRunMinutes: 30,
  painkillers: 'no',
  redFlags: [],
});

/** The life of the graduate from that day on. */
export const afterwards = (): Life<Participant> => new Life<Participant>(graduate, graduatedAt, CALM);
