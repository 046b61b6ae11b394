/** Small sentences that mails and pages share: what moved, what was answered, what is missing. */
import type { CheckInAnswers } from '../../program/answers/check-in.ts';
import type { Tracks } from '../../program/course/types.ts';
import { blockOfWeek, countryOf, levelOf, stageOf } from '../../program/curriculum/lookup.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Explained } from '../../program/participant/state.ts';
import type { ChangeLine, ReasonText } from '../mail/views.ts';
import { whyOf } from './why.ts';

/** A name within a sentence. */
export const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
/** "a, b and c"; '' for none. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const strengthName = (curriculum: Curriculum, tracks: Pick<Tracks, 'level'>): string =>
  `Level ${tracks.level} · ${levelOf(curriculum, tracks.level).name}`;

/** "walks", "6 × (1 min jog, 4 min walk)", "your own runs, 33 min at the longest". */
export function runningName(curriculum: Curriculum, tracks: Pick<Tracks, 'stage' | 'longestRun'>): string {
  if (tracks.stage === 'RK')
    return tracks.longestRun === null
      ? 'your own runs, reduced'
      : `your own runs, ${tracks.longestRun} min at the longest`;
  const stage = stageOf(curriculum, tracks.stage);
  if (stage.totalRunMinutes === 0) return 'walks';
  if (stage.walkMinutes === 0) return `${stage.totalRunMinutes} min of easy running`;
  return `${stage.intervals} × (${stage.runMinutes} min jog, ${stage.walkMinutes} min walk)`;
}
const footCoreBlock = (curriculum: Curriculum, tracks: Tracks): number =>
  curriculum.footCore.blocks.indexOf(blockOfWeek(curriculum, tracks.footCoreEased ? 1 : tracks.footCoreWeek));
export const footCoreName = (curriculum: Curriculum, tracks: Tracks): string =>
  blockOfWeek(curriculum, tracks.footCoreEased ? 1 : tracks.footCoreWeek).name;

const RANK = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'];
/** Where a stage stands; RK counts by its longest run, beside the ladder. */
function runDirection(from: Tracks, to: Tracks): ChangeLine['direction'] {
  if (from.stage === 'RK' || to.stage === 'RK') {
    if (from.stage !== to.stage) return 'down';
    return compare(from.longestRun ?? 0, to.longestRun ?? 0);
  }
  return compare(RANK.indexOf(from.stage), RANK.indexOf(to.stage));
}
const compare = (from: number, to: number): 'up' | 'down' | 'same' =>
  to > from ? 'up' : to < from ? 'down' : 'same';

/**
 * One line a track, from where it stood to where it stands, for a history that keeps no doses; mails and pages
 * compare the plans themselves (views/plan/changes.ts). `from` null = the start of the course.
 */
export function changesBetween(
  curriculum: Curriculum,
  from: Tracks | null,
  to: Tracks,
): readonly ChangeLine[] {
  const line = (
    track: ChangeLine['track'],
    direction: ChangeLine['direction'],
    name: (t: Tracks) => string,
  ): ChangeLine => ({
    track,
    direction: from === null ? 'start' : direction,
    from: from === null || name(from) === name(to) ? null : name(from),
    to: name(to),
  });
  return [
    line('strength', from === null ? 'start' : compare(from.level, to.level), (t) =>
      strengthName(curriculum, t),
    ),
    line('running', from === null ? 'start' : runDirection(from, to), (t) => runningName(curriculum, t)),
    line(
      'feet',
      from === null ? 'start' : compare(footCoreBlock(curriculum, from), footCoreBlock(curriculum, to)),
      (t) => footCoreName(curriculum, t),
    ),
  ];
}

export interface ReasonsIn {
  /** Numbers to call are those of the country. */
  readonly country?: string;
  /** Two weeks running never say the same cause in the same words. */
  readonly week: number;
}
/** The reasons of a decision in words, the deciding rule first, each with the values that it speaks of. */
export function reasonTexts(
  curriculum: Curriculum,
  explained: Pick<Explained, 'reasons'>,
  { country = 'default', week }: ReasonsIn,
): readonly ReasonText[] {
  const { emergency, urgent } = countryOf(curriculum, country);
  return explained.reasons.map(({ code, params }) => {
    const { short, long, again } = curriculum.reasons[code];
    const all = { emergency, urgent, ...params };
    const why = whyOf(week % 2 === 1 && again !== undefined ? again : long, all, curriculum);
    const line = whyOf(short, all, curriculum);
    return { code, short: line?.text ?? '', long: why?.text ?? line?.text ?? '', read: why?.read ?? [] };
  });
}

/** "You answered: average 6, worst 6." Null when nothing was answered. */
export function answeredLine(explained: Explained): string | null {
  if (explained.rule === 'START' || explained.average === null) return null;
  const worst = explained.worst === null ? '' : `, worst ${explained.worst}`;
  const before =
    explained.previousAverage === null ? '' : ` (the time before: average ${explained.previousAverage})`;
  return `You answered: average ${explained.average}${worst}${before}.`;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  painAverage: 'your average pain',
  painWorst: 'your worst pain',
  nextDay: 'how it felt the next morning',
  sessionsDone: 'how many sessions you did',
  longestRunMinutes: 'your longest run',
  painkillers: 'whether you took a painkiller for the calf',
  redFlags: 'the list of stop signs',
};
export const missingWords = (missing: readonly string[]): readonly string[] =>
  missing.map((field) => FIELD_WORDS[field] ?? field);

/** "+2", "0", "−3". */
export const signed = (n: number): string => (n > 0 ? `+${n}` : String(n).replace('-', '−'));

/** What was understood, line by line, as the done page repeats it. */
export function understood({ questions }: Curriculum, a: CheckInAnswers): readonly string[] {
  const { nextDay, painkillers, test } = questions.options;
  const lines = [`Average pain: ${a.painAverage} of 10`];
  if (a.painWorst !== null) lines.push(`Worst pain: ${a.painWorst} of 10`);
  if (a.nextDay !== null) lines.push(`The morning after: ${nextDay[a.nextDay].back}`);
  if (a.sessionsDone !== null) lines.push(`Strength sessions done: ${a.sessionsDone}`);
  if (a.longestRunMinutes !== null)
    lines.push(
      a.longestRunMinutes === 0 ? 'Running: none' : `Longest run: ${a.longestRunMinutes} minutes of running`,
    );
  if (a.runsDone !== null) lines.push(`Calm runs done: ${a.runsDone}`);
  if (a.painkillers !== null) lines.push(`Painkiller for the calf: ${painkillers[a.painkillers].back}`);
  if (a.gateStrength !== null) lines.push(`Strength test: ${test[a.gateStrength].back}`);
  if (a.gateRun !== null) lines.push(`Running test: ${test[a.gateRun].back}`);
  if (a.raisesSore !== null && a.raisesOther !== null)
    lines.push(`Heel raises: ${a.raisesSore} on the sore leg, ${a.raisesOther} on the other`);
  if (a.psfs !== null) lines.push(`What you miss most: ${a.psfs} of 10 (10 is as before)`);
  if (a.change !== null)
    lines.push(`Your calf since you began: ${signed(a.change)}, from −5 (worse) to +5 (better)`);
  if (a.redFlags !== null && a.redFlags.length === 0) lines.push('Stop signs: none of these');
  return lines;
}
