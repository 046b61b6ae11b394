/** Lives of somebody who runs what the step asks for, counts raises and gets letters. */
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import { stageRow } from '../../../program/course/tracks.ts';
import type { Command } from '../../../program/participant/commands.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import type { Life } from '../given.ts';

const curriculum = theCurriculum();

/** A runner whose weeks are calm, and who counts 15 and 20 raises at first, on the morning of a question. */
export const COUNTS = {
  painAverage: 0,
  painWorst: 1,
  raisesSore: 15,
  raisesOther: 20,
  conditions: [],
} as const;
/** One answer as it is true of the week that is asked: a run only where one was planned. */
export const tell = (life: Life, over: Partial<CheckInAnswers> = {}): Life => {
  const { stage } = life.course().asked?.tracks ?? life.course().tracks;
  return life.answer({
    ...COUNTS,
    longestRunMinutes: stageRow(curriculum, stage)?.totalRunMinutes ?? 0,
    ...over,
  });
};
export const worse = (at: string, painNow: number, redFlags: readonly 'swelling'[]): Command => ({
  type: 'ReportWorse',
  at,
  redFlags: [...redFlags],
  painNow,
  sudden: null,
  when: null,
});
