/** What an acknowledgement of a reply may know. */
import type { AckCode } from '../../program/participant/occasion.ts';
import type { FaqAnswer } from '../words/faq.ts';

/** What became of a reply. Fields that do not belong to `code` are empty or null. */
export interface AckView {
  readonly kind: 'ack';
  readonly code: AckCode;
  /** The structured answer, line by line; never the person's words. */
  readonly understood: readonly string[];
  readonly missing: readonly string[];
  /** What to do now, for somebody stopped. */
  readonly steps: readonly string[];
  /** Paused because our mails came back. */
  readonly mailsCameBack: boolean;
  /** "Monday 30 March": when a pause ends. */
  readonly until: string | null;
  readonly nextPlanOn: string | null;
  /** In maintenance: when we write again. */
  readonly nextMailOn: string | null;
  /** Answers to what was asked, each with its question in the words of its card. */
  readonly cards: readonly (FaqAnswer & { readonly asked: string })[];
  /** What may be asked; empty where it is not the place to list it. */
  readonly titles: readonly string[];
  /** The page of the open question. */
  readonly checkInUrl: string | null;
  readonly worseUrl: string | null;
  /** The person's page, or the intake that is not answered yet. */
  readonly pageUrl: string;
}
