/** What the simulated people fill in (docs/contract.md §2): an ordinary intake, calm and sore weeks. */
import type { Random } from './random.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Somebody whose calf hurts a little and who may begin; the scores and the hour are put beside. */
export const INTAKE: Fields = {
  consentHealth: 'yes',
  redFlags: 'none',
  conditions: 'none',
  intent: 'pain',
  side: 'left',
  site: 'upper',
  onset: 'gradual',
  hurtsWhen: 'running',
  clotRisk: 'none',
  painAverage: '4',
  painWorst: '6',
  nextDay: 'worse24',
  twoLegRaise: 'fine',
  singleLegRaise: 'hurts',
  runsNow: 'no',
  ageBand: '30-39',
  strainLast12m: '0',
};

/** A week in which all went well, or nearly. */
export function calmAnswers(random: Random): Fields {
  const average = random.below(4);
  return {
    painAverage: String(average),
    painWorst: String(average + random.below(2)),
    nextDay: 'settled',
    sessionsDone: String(2 + random.below(3)),
    longestRunMinutes: '0',
    painkillers: 'no',
    redFlags: 'none',
    gateStrength: 'yes',
    gateRun: 'yes',
    runsDone: '3',
  };
}

/** A sore week; now and then one with a stop sign. */
export function flaringAnswers(random: Random): Fields {
  const average = 4 + random.below(4);
  return {
    painAverage: String(average),
    painWorst: String(Math.min(10, average + random.below(4))),
    nextDay: random.pick(['worse24', 'longer', 'settled']),
    sessionsDone: String(random.below(4)),
    longestRunMinutes: '0',
    painkillers: random.pick(['yes', 'no']),
    redFlags: random.chance(0.15) ? random.pick(['swelling', 'numbCold', 'pop']) : 'none',
  };
}

/** When somebody wants their mails, as the last page of the intake asks for it. */
export const asForm = (wish: {
  readonly weekday: number;
  readonly hour: number;
  readonly timeZone: string;
}): Fields => ({
  weekday: String(wish.weekday),
  hour: String(wish.hour),
  timeZone: wish.timeZone,
  units: 'km',
});
