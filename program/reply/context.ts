import type { StiffMinutes } from '../answers/check-in.ts';

/** What a reply answers: known to the handler from the mail the reply came to, never from the reply. */
import type { QuestionForms } from './questions/questions.ts';

export interface ReplyContext {
  /** `2 OK` counts in full: a reply to that check-in mail from a verified sender (docs/contract.md §3). */
  readonly allowOk: boolean;
  /** Every third check-in asks for the long line or the form: `2 OK` is then the number alone. */
  readonly requireLong: boolean;
  /** Strength sessions planned for the week; null = not known, then "all sessions" says nothing. */
  readonly sessionsPlanned: number | null;
  /** The longest run planned, minutes (0 = none); null = not known. */
  readonly plannedRunMinutes: number | null;
  /** Tests the check-in asked for. */
  readonly testsAsked: readonly ('strength' | 'run')[];
  /**
   * Asked after graduation (docs/clinical-rules.md §9.11): not settled by the next morning is a relapse,
   * however long it took to go.
   */
  readonly maintenance: boolean;
  /**
   * The highest worst pain that `2 OK` stands for this week, as its line says (docs/contract.md §3); 3 where
   * it is not said.
   */
  readonly worstOfOk?: 2 | 3;
  /**
   * Runs planned for a week that asks how many were calm: "all sessions" of the line means them too; absent =
   * not asked.
   */
  readonly runsPlanned?: number;
  /** The band of morning stiffness told last; null = none was told yet, absent = it is not asked. */
  readonly stiffBefore?: StiffMinutes | null;
  /** Keys of clauses this person cleared before (`Unread.keys`): they are not asked about again. */
  readonly cleared?: readonly string[];
  /** The questions that reviewed cards answer; absent = none. */
  readonly questions?: QuestionForms;
}
