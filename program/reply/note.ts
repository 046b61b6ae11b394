/**
 * The note of a check-in is kept as text and never a reason to progress; words of a stop sign in it count, as
 * in a reply (docs/decisions/0013).
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { RED_FLAGS, type RedFlag } from '../answers/intake.ts';
import { type Items, READERS } from './answer/items.ts';
import { answerText, withoutCounts, withoutPlaces } from './answer/text.ts';
import type { ReplyContext } from './context.ts';
import type { Meter } from './meter.ts';
import { type RedFlagReading, readRedFlags } from './red-flags.ts';
import { type Unread, unreadIn } from './unread/unread.ts';

export interface NoteReading {
  /**
   * Stop signs in its words; `certain` false = they rest on a misspelling or an unclear "no", and are asked
   * about.
   */
  readonly signs: RedFlagReading;
  /**
   * Words not known to be harmless, or null: they hold the week, and the stop list is asked once
   * (docs/clinical-rules.md §12 A4).
   */
  readonly unread: Unread | null;
}

/** No week to compare with: a note answers nothing. */
const NO_WEEK: ReplyContext = {
  allowOk: false,
  requireLong: true,
  sessionsPlanned: null,
  plannedRunMinutes: null,
  testsAsked: [],
  maintenance: false,
};
/** An item of an answer that tells of no trouble. */
const isCalm = ({
  nextDay,
  painkillers,
  redFlags,
  sessionsDone,
  longestRunMinutes,
  runsDone,
}: Items): boolean =>
  nextDay === 'settled' ||
  painkillers === 'no' ||
  (redFlags !== undefined && redFlags !== null) ||
  [sessionsDone, longestRunMinutes, runsDone].some((figure) => typeof figure === 'number');

/**
 * Reads the words of a note, or of any other free text about the leg. `cleared` = keys of clauses this person
 * cleared before (`Unread.keys`).
 * Pure; never throws; a note answers nothing, so items of an answer are known only where they tell of no
 * trouble.
 */
export function readNote(text: string, cleared: readonly string[] = [], meter?: Meter): NoteReading {
  const signs = readRedFlags(text, meter);
  const short = answerText(text, meter);
  if (short === null)
    return { signs, unread: unreadIn(text, { typed: text, cleared: new Set(cleared) }, meter) };
  const rest = READERS.reduce((left, reader) => {
    const found = reader(left, NO_WEEK);
    return isCalm(found.items) ? found.text : left;
  }, withoutPlaces(short));
  return { signs, unread: unreadIn(withoutCounts(rest), { typed: text, cleared: new Set(cleared) }, meter) };
}

export interface NotedAnswers {
  readonly answers: CheckInAnswers;
  /** Stop signs the note may mean and nobody ticked: to be asked about. */
  readonly ask: readonly RedFlag[];
}

/**
 * Adds to an answer what its note says. Clear words count as ticked. Unclear ones (a misspelling, an
 * uncertain "no") make the list of stop signs unanswered, which cannot progress, and are asked about, until
 * they are ticked or the note says something else. Never takes a sign away.
 */
export function withNote(answers: CheckInAnswers): NotedAnswers {
  const said = answers.note === null ? { flags: [], certain: true } : readRedFlags(answers.note);
  const ticked = answers.redFlags ?? [];
  const more = said.flags.filter((flag) => !ticked.includes(flag));
  if (more.length === 0) return { answers, ask: [] };
  if (said.certain)
    return {
      answers: {
        ...answers,
        redFlags: RED_FLAGS.filter((flag) => ticked.includes(flag) || more.includes(flag)),
      },
      ask: [],
    };
  return { answers: ticked.length > 0 ? answers : { ...answers, redFlags: null }, ask: more };
}
