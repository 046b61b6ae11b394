/** Doses and runs as sentences. Numbers come from the plan; nothing is decided here. */
import type { Dose, RunPrescription } from '../program/course/plan.ts';

const TEMPO_WORDS: Readonly<Record<string, string>> = { easy: 'easy pace', hold: 'hold still', quick: 'quick and springy', slow: 'slow' };

const span = (from: number, to: number | undefined, unit: string): string =>
  to === undefined || to === from
    ? `${from}${unit}`
    : to < from
      ? `${from}${unit}, then ${to}${unit} with more weight`
      : `${from}${unit}, building to ${to}${unit}`;
const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "2-1-3" → "2 seconds up, hold 1, 3 down". */
const tempo = (text: string): string => {
  const beats = /^(\d)-(\d)-(\d)$/.exec(text);
  if (beats === null) return TEMPO_WORDS[text] ?? text;
  const [, up, hold, down] = beats;
  return hold === '0' ? `${up} seconds up, ${down} down` : `${up} seconds up, hold ${hold}, ${down} down`;
};

const rest = (seconds: number, to: number | undefined): string => {
  if (seconds === 0) return '';
  const inMinutes = seconds >= 120 && seconds % 60 === 0 && (to ?? 60) % 60 === 0;
  const [from, until, unit] = inMinutes ? [seconds / 60, to === undefined ? undefined : to / 60, 'minutes'] : [seconds, to, 'seconds'];
  return until === undefined || until === from ? `rest ${from} ${unit}` : `rest ${from}–${until} ${unit}`;
};

/** "3 sets of 12, building to 15, each side · 2 seconds up, hold 1, 3 down · rest 60–90 seconds". */
export function doseWords(dose: Dose): string {
  const sets = dose.toSets === undefined || dose.toSets === dose.sets ? plural(dose.sets, 'set') : `${dose.sets}–${dose.toSets} sets`;
  const amount =
    dose.reps !== undefined
      ? span(dose.reps, dose.toReps, '')
      : dose.seconds !== undefined
        ? span(dose.seconds, dose.toSeconds, ' seconds')
        : dose.metres !== undefined
          ? `${dose.metres} metres`
          : '';
  const first = `${sets}${amount === '' ? '' : ` of ${amount}`}${dose.eachSide ? ', each side' : ''}`;
  return [first, tempo(dose.tempo), rest(dose.restSeconds, dose.restSecondsTo)].filter((part) => part !== '').join(' · ');
}

/** The week's running in one or two sentences. */
export function runWords(run: RunPrescription): readonly string[] {
  if (run.walks != null && run.walks.sessions > 0) {
    const { sessions, minutes, brisk } = run.walks;
    const long = minutes[0] === minutes[1] ? `${minutes[0]}` : `${minutes[0]}–${minutes[1]}`;
    return [`No running yet. ${plural(sessions, brisk ? 'brisk walk' : 'easy walk')} of ${long} minutes on the flat, at 2 or less.`];
  }
  if (run.sessions === 0) return ['No running this week.'];
  const off = run.daysOffFirst > 0 ? [`First ${plural(run.daysOffFirst, 'day')} off running.`] : [];
  if (run.stage === 'RK') return [...keepRunning(run), ...off];
  if (run.totalRunMinutes === 0) return [`${plural(run.sessions, 'walk')} of ${plural(run.sessionMinutes, 'minute')}, flat and easy.`, ...off];
  const bout =
    run.intervals === 1
      ? `${run.totalRunMinutes} minutes of easy running`
      : `${run.intervals} × (run ${run.runMinutes} min, walk ${run.walkMinutes} min)`;
  return [
    `${plural(run.sessions, 'session')} on days apart: ${bout}. That is ${run.totalRunMinutes} minutes of running in ${run.sessionMinutes}.`,
    ...off,
  ];
}

function keepRunning(run: RunPrescription): readonly string[] {
  const longest = run.longestRun === null ? 'no longer than your longest run of the last 30 days' : `at most ${run.longestRun} minutes`;
  const volume = run.volumePercent === null ? [] : [`In all about ${run.volumePercent[0]}–${run.volumePercent[1]} % of your usual week.`];
  return [`Keep running, reduced: up to ${plural(run.sessions, 'run')}, the longest ${longest}.`, ...volume];
}
