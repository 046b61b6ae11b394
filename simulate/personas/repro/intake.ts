/** Intake answers that bring about what a journal tells of an intake. */
import {
  CONDITIONS,
  type IntakeAnswers,
  intakeAnswers,
  RAISES,
  RED_FLAGS,
} from '../../../program/answers/intake.ts';
import { decide } from '../../../program/decide.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { EventOf } from '../../../program/participant/events.ts';
import { brings, find, type Scene, textOf } from './acts.ts';

type Enrolled = EventOf<'Enrolled'>;
/** What the journal keeps of an intake, with what it does not keep still open. */
function known({ baseline, weekday, hour, timeZone, units }: Enrolled): Omit<IntakeAnswers, Open> {
  return {
    consentHealth: true,
    redFlags: [...RED_FLAGS].filter((flag) => baseline.ticks?.some((tick) => String(tick).includes(flag))),
    conditions: baseline.conditions,
    intent: baseline.intent,
    side: baseline.side,
    site: baseline.site,
    onset: baseline.suddenOnset === null ? 'gradual' : 'sudden',
    onsetDate: baseline.suddenOnset ?? baseline.onsetDate ?? null,
    clotRisk: [],
    calfSince: 'no',
    painAverage: baseline.painAverage,
    painWorst: baseline.painWorst,
    nextDay: baseline.nextDay ?? 'settled',
    runsNow: baseline.runsNow,
    longestRun30d: baseline.longestRun30d,
    longestBefore: baseline.longestBefore ?? null,
    ageBand: baseline.ageBand,
    strainLast12m: baseline.strainLast12m,
    weekday,
    hour,
    timeZone,
    units,
  };
}
type Open = 'singleLegRaise' | 'twoLegRaise' | 'singleLegReps' | 'hurtsWhen' | 'painRunning';
function* fillings(runs: boolean): Generator<Pick<IntakeAnswers, Open>> {
  for (const singleLegRaise of RAISES)
    for (const twoLegRaise of RAISES)
      for (const singleLegReps of [null, 10, 5])
        for (const hurtsWhen of ['running', 'unsure', 'later', 'backHome'] as const)
          for (const painRunning of runs ? [0, 2, 4, 6] : [null])
            yield { singleLegRaise, twoLegRaise, singleLegReps, hurtsWhen, painRunning };
}

/**
 * Intake answers that lead to the same first week, or to the same stop; null when none of those tried does.
 */
export function intakeOf(scene: Scene): IntakeAnswers | null {
  const { entry, before, curriculum } = scene;
  const start = (answers: IntakeAnswers, consentVersion: string): Command => ({
    type: 'Start',
    at: entry.at,
    answers,
    consentVersion,
  });
  const enrolled = find(entry, 'Enrolled');
  if (enrolled === undefined) return stoppingIntake(scene, (answers) => start(answers, '1'));
  const kept = known(enrolled);
  for (const filling of fillings(kept.runsNow !== 'no')) {
    const answers = { ...kept, ...filling };
    const decided = decide(start(answers, enrolled.consentVersion), before, curriculum);
    const made = decided.ok ? decided.value.events.find((e) => e.type === 'Enrolled') : undefined;
    if (made !== undefined && textOf(made.baseline) === textOf(enrolled.baseline)) return answers;
  }
  return null;
}

/** One tick that stops as the intake of this participant did. */
function stoppingIntake(scene: Scene, start: (answers: IntakeAnswers) => Command): IntakeAnswers | null {
  const { before } = scene;
  if (before.status === 'erased') return null;
  const { weekday, hour, timeZone, units } = before;
  const plain = { ...NO_INTAKE, consentHealth: true, conditions: [], weekday, hour, timeZone, units };
  const ticked = [
    ...RED_FLAGS.map((flag) => ({ ...plain, redFlags: [flag] })),
    ...CONDITIONS.map((condition) => ({ ...plain, redFlags: [], conditions: [condition] })),
    { ...plain, redFlags: [], side: 'both', nextDay: 'stiffBoth', clotRisk: ['travel'] },
  ];
  const answers = ticked.map((given) => intakeAnswers.parse(given));
  return answers.find((given) => brings(scene, start(given))) ?? null;
}

/** An intake of somebody with a sore calf. */
export const NO_INTAKE = {
  side: 'left',
  hurtsWhen: 'running',
  clotRisk: [],
  painAverage: 4,
  painWorst: 6,
  nextDay: 'worse24',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
  redFlags: [],
};
