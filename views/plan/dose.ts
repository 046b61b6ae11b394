/**
 * Doses and runs in words, the same in mails, on pages and in the documents. Numbers come from the plan;
 * nothing is decided here.
 */
import type { Dose, RunPrescription } from '../../program/course/plan.ts';
import type { FootCoreBlock } from '../../program/course/types.ts';

/** "1 session", "3 sessions". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** [15, 20] → "15–20"; [20, 20] → "20". */
export const range = (pair: readonly [number, number]): string =>
  pair[0] === pair[1] ? `${pair[0]}` : `${pair[0]}–${pair[1]}`;

/** A heavier load takes fewer repetitions (LV6, 4 × 8 → 4 × 6): that is no building up. */
const building = (from: number, to: number | undefined): string =>
  to === undefined ? '' : to < from ? `, then ${to} with more weight` : `, building to ${to}`;

function amount(dose: Dose): string {
  const sets = dose.toSets === undefined ? `${dose.sets}` : `${dose.sets}–${dose.toSets}`;
  const many = dose.toSets === undefined ? dose.sets : dose.toSets;
  const setWord = many === 1 ? 'set' : 'sets';
  if (dose.metres !== undefined)
    return `${count(many, 'walk')} of ${dose.metres} metres`.replace(/^\d+/, sets);
  if (dose.reps !== undefined && dose.seconds !== undefined) {
    return `${sets} ${setWord} of ${dose.reps}${building(dose.reps, dose.toReps)}, holding each for ${dose.seconds} seconds${building(dose.seconds, dose.toSeconds)}`;
  }
  if (dose.reps !== undefined) return `${sets} ${setWord} of ${dose.reps}${building(dose.reps, dose.toReps)}`;
  if (dose.seconds !== undefined)
    return `${sets} × ${dose.seconds} seconds${building(dose.seconds, dose.toSeconds)}`;
  return `${sets} ${setWord}`;
}

const TEMPO: Readonly<Record<string, string>> = {
  easy: 'at an easy pace',
  hold: '',
  quick: 'quick and light',
  slow: 'slowly',
};

/** `2-1-3` → "2 seconds up, 1 held, 3 down". */
export function tempoWords(tempo: string): string {
  const [up, hold, down] = tempo.split('-');
  if (up === undefined || hold === undefined || down === undefined) return TEMPO[tempo] ?? tempo;
  return `${up} seconds up, ${hold === '0' ? 'no hold' : `${hold} held`}, ${down} down`;
}

/** Whole minutes from two of them on: "rest 60–90 seconds", "rest 2–3 minutes". */
export function restWords({ restSeconds: from, restSecondsTo: to = from }: Dose): string {
  if (from === 0) return '';
  const inMinutes = from >= 120 && from % 60 === 0 && to % 60 === 0;
  return inMinutes ? `rest ${range([from / 60, to / 60])} minutes` : `rest ${range([from, to])} seconds`;
}

/** "3 sets of 12, building to 15, each side" */
export const amountWords = (dose: Dose): string => `${amount(dose)}${dose.eachSide ? ', each side' : ''}`;

/** What a dose stands on: an exercise of a plan, or a prescription of the curriculum. */
export interface Dosed {
  readonly dose: Dose;
  readonly sessionsPerWeek?: number | undefined;
}
/**
 * "3 sets of 12, building to 15, each side · 2 seconds up, 1 held, 3 down · rest 60–90 seconds · 2 times a
 * week"
 */
export function doseWords({ dose, sessionsPerWeek }: Dosed): string {
  const only = sessionsPerWeek === undefined ? '' : `${count(sessionsPerWeek, 'time')} a week`;
  return [amountWords(dose), tempoWords(dose.tempo), restWords(dose), only]
    .filter((part) => part !== '')
    .join(' · ');
}

const minutesWords = (minutes: number): string => count(minutes, 'minute');

function intervalWords(run: RunPrescription): string {
  if (run.totalRunMinutes === 0) return `${minutesWords(run.sessionMinutes)} of easy walking`;
  if (run.walkMinutes === 0 || run.intervals <= 1)
    return `${minutesWords(run.totalRunMinutes)} of easy running`;
  return `${minutesWords(run.runMinutes)} of easy jogging, ${minutesWords(run.walkMinutes)} of walking, ${run.intervals} times`;
}

function rkLimit(run: RunPrescription): string {
  return run.longestRun === null
    ? 'no run longer than your longest of the last 30 days'
    : `no run longer than ${minutesWords(run.longestRun)}`;
}

/** The running of the week as sentences. */
export function runWords(run: RunPrescription): readonly string[] {
  const off =
    run.daysOffFirst === 0
      ? []
      : [
          `No running on the first ${count(run.daysOffFirst, 'day')}. Swimming or cycling is fine if the calf stays calm.`,
        ];
  if (run.walks != null) {
    const { sessions, minutes, brisk } = run.walks;
    if (sessions === 0) return [...off, 'No walks to add this week beyond your everyday ones.'];
    return [
      ...off,
      `No running yet. ${count(sessions, brisk ? 'brisk walk' : 'easy walk')} of ${range(minutes)} minutes on the flat, at 2 or less. Walking is how the jogging starts.`,
    ];
  }
  if (run.sessions === 0) return [...off, 'No running this week.'];
  const easy = 'Easy enough to talk, on the flat, in shoes you know, and never two days in a row.';
  if (run.stage === 'RK') {
    const volume =
      run.volumePercent === null
        ? []
        : [
            `About ${range(run.volumePercent)} % of your usual weekly distance, over ${count(run.sessions, 'run')}.`,
          ];
    const limit = `${rkLimit(run)}.`;
    const hills = run.noHills === true ? ['No hills and no speed work for now.'] : [];
    return [...off, ...volume, `${limit.charAt(0).toUpperCase()}${limit.slice(1)}`, ...hills, easy];
  }
  const whole =
    run.walkMinutes === 0 || run.totalRunMinutes === 0
      ? ''
      : ` That is about ${minutesWords(run.sessionMinutes)}, of which you jog ${run.totalRunMinutes}.`;
  return [...off, `${count(run.sessions, 'session')}: ${intervalWords(run)}.${whole}`, easy];
}

/** What the foot moves of a week are, whatever their block is called. */
const FEET: Readonly<Record<FootCoreBlock, string>> = {
  FC1: 'seated moves',
  FC2: 'standing moves',
  FC3: 'one-leg moves',
  FC4: 'moves on the go',
  maintain: 'keeping what you built',
};
export const footCoreWords = (block: FootCoreBlock): string => FEET[block];

/** "30 brisk minutes", "20–30 easy minutes"; null beside running. */
export const walkWords = ({ walks }: RunPrescription): string | null =>
  walks == null ? null : `walks of ${range(walks.minutes)} ${walks.brisk ? 'brisk' : 'easy'} minutes`;

const TIMES = ['', 'once', 'twice'] as const;
/** The same amount with as few words as a line of a phone has room for: "3 × 12–15, each side". */
export function compactDose({ dose, sessionsPerWeek }: Dosed): string {
  const { sets, reps, seconds, metres, toSets = sets, toReps, toSeconds = seconds } = dose;
  const much = [
    ...(metres === undefined ? [] : [`${metres} m`]),
    ...(reps === undefined
      ? []
      : [toReps === undefined || toReps < reps ? `${reps}` : range([reps, toReps])]),
    ...(seconds === undefined ? [] : [`${range([seconds, toSeconds ?? seconds])} s`]),
  ].join(' × ');
  const heavier = toReps !== undefined && reps !== undefined && toReps < reps;
  return [
    `${range([sets, toSets])} × ${much}`,
    ...(heavier ? [`${toReps} with more weight`] : []),
    ...(dose.eachSide ? ['each side'] : []),
    ...(sessionsPerWeek === undefined ? [] : [TIMES[sessionsPerWeek] ?? `${sessionsPerWeek} times`]),
  ].join(', ');
}

const walksOnTheFlat = ({ brisk, minutes }: NonNullable<RunPrescription['walks']>): string =>
  `${brisk ? 'brisk' : 'easy'} walks of ${range(minutes)} minutes on the flat`;

/** The running of the week in one line; null = none, and no walks either. */
export function runShort(run: RunPrescription): string | null {
  const off = run.daysOffFirst === 0 ? '' : ` Not on the first ${count(run.daysOffFirst, 'day')}.`;
  if (run.walks != null)
    return run.walks.sessions === 0 ? null : `No running yet: ${walksOnTheFlat(run.walks)}.${off}`;
  if (run.sessions === 0) return null;
  if (run.totalRunMinutes === 0 && run.stage !== 'RK')
    return `${minutesWords(run.sessionMinutes)} of easy walking.${off}`;
  if (run.stage === 'RK') {
    const limit = rkLimit(run);
    const hills = run.noHills === true ? ' No hills, no speed work.' : '';
    return `${limit.charAt(0).toUpperCase()}${limit.slice(1)}, easy enough to talk.${hills}${off}`;
  }
  const what =
    run.walkMinutes === 0 || run.intervals <= 1
      ? minutesWords(run.totalRunMinutes)
      : `${run.intervals} × (${run.runMinutes} min jog, ${run.walkMinutes} min walk)`;
  return `${what}, easy enough to talk.${off}`;
}
