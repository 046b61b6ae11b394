/**
 * What a mail or a page may know. Words of the curriculum are already chosen and filled in; looks belong to
 * emails/ and web/. Every link is a finished absolute URL made by the shell. Dates are finished local text
 * ("Monday 9 March").
 */

import type { Requested } from '../../program/answers/requests.ts';
import type { WeekPlan } from '../../program/course/plan.ts';
import type { LevelNumber, Outcome, Stage } from '../../program/course/types.ts';
import type { MailKind } from '../../program/participant/mail-kinds.ts';
import type { WeekGlance } from '../plan/glance.ts';
import type { Standing } from '../plan/standing.ts';
import type { ReasonText } from '../words/facts.ts';
import type { AckView } from './ack-view.ts';
import type { LetterView, OwnWords, PainPoint } from './letter-view.ts';
import type { MaintenanceView } from './maintenance-view.ts';
import type { ReplyLine } from './reply-line.ts';

export type { AckView, LetterView, MaintenanceView, OwnWords, PainPoint, ReasonText, ReplyLine };

export interface Operator {
  readonly name: string;
  readonly postal: string;
  readonly email: string;
  readonly referral: string | null;
  /** The person to ask, by name; on pages. Absent = nobody is named. */
  readonly contact?: string | null;
}
export interface EmergencyNumbers {
  readonly country: string;
  readonly emergency: string;
  readonly urgent: string;
}

/** On every mail. `unsubscribe` is null for `confirm` and `already` only. */
export interface MailFrame {
  readonly kind: MailKind;
  readonly week: number | null;
  readonly locale: 'en';
  readonly firstName: string | null;
  readonly units: 'km' | 'mi';
  readonly operator: Operator;
  /** The deployment's content awaits clinical review: the footer says so. */
  readonly awaitingReview: boolean;
  readonly numbers: EmergencyNumbers;
  readonly links: {
    readonly site: string;
    readonly safety: string;
    readonly privacy: string;
    readonly unsubscribe: string | null;
    readonly me: string | null;
    /** One page to show a physiotherapist. */
    readonly summary: string | null;
    readonly worse: string | null;
  };
}

export interface ChangeLine {
  readonly track: 'strength' | 'running' | 'feet' | 'stretches' | 'extra';
  /** `other`: it differs, and is neither more nor less. */
  readonly direction: 'up' | 'down' | 'same' | 'other' | 'start';
  /** "Level 3 · Two up, one down" */
  readonly from: string | null;
  readonly to: string;
}

export interface ConfirmView {
  readonly kind: 'confirm';
  /** `newAddress`: somebody who takes part wants the mails here from now on. */
  readonly what: 'signUp' | 'newAddress';
  readonly confirmUrl: string;
  /** How long the link works, as a sentence. */
  readonly until: string;
}
export interface AlreadyView {
  readonly kind: 'already';
  readonly status: 'active' | 'paused' | 'stopped' | 'completed' | 'confirmed';
  readonly continueUrl: string;
}

/** `text` may be empty where something else follows it. */
export interface PlanBox {
  readonly title: string;
  readonly text: string;
  readonly items?: readonly string[];
  readonly own?: readonly OwnWords[];
  readonly link?: { readonly label: string; readonly url: string };
}

/** `start`, `plan` and `decision` share this; `start` is the first plan. */
/** A short line with its own bold beginning. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}
export interface PlanView {
  readonly kind: 'start' | 'plan' | 'decision';
  readonly outcome: Outcome;
  /** A few words over the plan and in its subject, from what differs ("Up to level 4"). */
  readonly title: string;
  /**
   * First thing read: what changed, in one sentence ("Strength moves up to Level 3; running stays at
   * walks.").
   */
  readonly headline: string;
  readonly changes: readonly ChangeLine[];
  /** The deciding rule first. */
  readonly reasons: readonly ReasonText[];
  /** "You answered: average 6, worst 6." null at the start or after silence. */
  readonly answered: string | null;
  /** Fields that were missing, in words; empty when complete. */
  readonly missing: readonly string[];
  /**
   * Where the answer to last week's question can still be given or completed; null when it is complete or
   * closed.
   */
  readonly answerUrl: string | null;
  /**
   * The list of stop signs that words nobody could read have opened, and where it is answered: the plan opens
   * with it (docs/clinical-rules.md §12 A4). Absent = none.
   */
  readonly list?: { readonly signs: readonly string[]; readonly url: string };
  readonly plan: WeekPlan;
  readonly glance: WeekGlance;
  /** The page of the next session; null where a plan is shown without links. */
  readonly sessionUrl: string | null;
  readonly standing: Standing;
  readonly painByWeek: readonly PainPoint[];
  /** What this week's plan has reached, and which door it opens; empty = nothing, or the week was eased. */
  readonly reached: readonly { readonly title: string; readonly text: string; readonly next: string }[];
  readonly physio: boolean;
  /** Six lines to show a clinician (level, pain by week, the answer …); empty unless `physio`. */
  readonly note: readonly string[];
  /** The lessons inside the plan: the week's first, or both in the lighter rhythm. */
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly brief: string;
    readonly action: string | null;
  }[];
  /**
   * Short extra boxes (ice and heat, toe room, the optional pages, the person's own plan, shoe advice),
   * already worded.
   */
  readonly boxes: readonly PlanBox[];
  /** What stands between the runner and the next step, from this week's gates; null when nothing does. */
  readonly nextDoor: string | null;
  /** The person's number beside the needed one, where it keeps that door shut. */
  readonly doorNumber: string | null;
  /** The five-minute session that counts as having shown up, never as dose; null without strength work. */
  readonly badDay: Labelled | null;
  readonly painRule: readonly [string, string, string];
  readonly nextMorningRule: string;
  readonly checkInOn: string;
  readonly nextPlanOn: string;
  readonly stopSigns: readonly string[];
}

/** The week's second lesson. */
export interface LessonView {
  readonly kind: 'lesson';
  readonly id: string;
  readonly title: string;
  /** In words for a lock screen: of no body part and no pain. */
  readonly subject: string;
  readonly blocks: readonly LessonBlock[];
  /** The one thing to do; null where there is none. */
  readonly action: string | null;
  /** The page that belongs to this lesson: the shoe check, the painkiller questions; null = none. */
  readonly link: { readonly label: string; readonly url: string } | null;
}
export type LessonBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface CheckInView {
  readonly kind: 'check-in' | 'reminder';
  /** 0…10 with the URL of each number; nothing is stored by opening one. */
  readonly scale: readonly { readonly value: number; readonly url: string }[];
  readonly url: string;
  readonly planOn: string;
  /** Asked on the way back from a pause: no plan comes before the answer. */
  readonly fromBreak: boolean;
  /** Self-tests described in this week's plan and asked now, in one line each. */
  readonly tests: readonly string[];
  readonly reply: ReplyLine;
}
export interface SafetyView {
  readonly kind: 'safety';
  readonly route: 'emergency' | 'doctor' | 'wait' | 'physioFirst';
  readonly headline: string;
  /** "You ticked: swelling, redness or heat in one leg." */
  readonly because: readonly string[];
  readonly steps: readonly string[];
  readonly tell: readonly string[];
  readonly stopped: string;
  readonly note: readonly string[];
  readonly comeBack: string;
}
/**
 * "My calf got worse" was reported and nothing stopped the plan: two days of rest, then one step down (MD-8).
 */
/** Asked once a week: we could not find a number. */
export interface QuestionView extends ReplyLine {
  readonly kind: 'question';
  /**
   * Without an answer the next plan repeats the week; false after graduation, where silence changes nothing.
   */
  readonly repeats: boolean;
  readonly url: string;
  /**
   * The list is asked instead, for words that nobody could read; `quoted` null = they cannot be quoted
   * (docs/clinical-rules.md §12 A4). Absent = a number is asked for.
   */
  readonly words?: { readonly quoted: string | null };
  /**
   * The list is asked instead, for a line of it that stood alone in a reply. `steps`: what to do if it is
   * true, empty where it stops nothing; `urgent`: they come before everything else. Absent = none did.
   */
  readonly line?: {
    readonly quoted: readonly string[];
    readonly steps: readonly string[];
    readonly urgent: boolean;
  };
}
export interface FlareView {
  readonly kind: 'flare';
  /** What changes, in one sentence. */
  readonly headline: string;
  /** "Wednesday 11 March": no calf work and no running before this day. */
  readonly restUntil: string;
  /** What to do until then, worded. */
  readonly rest: readonly string[];
  readonly changes: readonly ChangeLine[];
  readonly painRule: readonly [string, string, string];
  readonly nextMorningRule: string;
  readonly stopSigns: readonly string[];
  readonly checkInOn: string;
}
/** A link for something that needs a fresh proof of the address; it lives 15 minutes. */
export interface FreshView {
  readonly kind: 'fresh';
  /** `links` brings the new links and asks for nothing. */
  readonly what: Requested | 'links';
  readonly url: string;
  readonly minutes: number;
}
export interface ClearanceView {
  readonly kind: 'clearance';
  readonly day: 3 | 14;
  readonly because: readonly string[];
  readonly steps: readonly string[];
}
export interface PausedView {
  readonly kind: 'paused';
  readonly by: 'person' | 'silence';
  /** By silence, after the question of the way back from a break. */
  readonly afterBreak: boolean;
  readonly until: string | null;
  readonly comeBackUrl: string;
}
export interface SilentView {
  readonly kind: 'silent';
  readonly checkInUrl: string;
  readonly meUrl: string;
}
export interface GraduationView {
  readonly kind: 'graduation';
  /** "2 March" and "25 May": the day it began and of the last answer; null = not kept. */
  readonly from: string;
  readonly to: string | null;
  readonly weeks: number;
  readonly answered: number;
  readonly startAverage: number;
  readonly endAverage: number;
  readonly startLevel: LevelNumber;
  readonly endLevel: LevelNumber;
  readonly startStage: Stage;
  readonly endStage: Stage;
  /** The longest run, minutes; 0 = walks, null = not told. */
  readonly minutes: { readonly from: number | null; readonly to: number | null };
  /** The first count, where there was another after it. */
  readonly firstRaises: { readonly sore: number; readonly other: number } | null;
  readonly raises: { readonly sore: number; readonly other: number } | null;
  /**
   * The measures of docs/clinical-rules.md §7.2 in words, from the start to the last, better or worse; empty
   * = none answered.
   */
  readonly measures: readonly string[];
  readonly painByWeek: readonly PainPoint[];
  readonly keepGoing: readonly string[];
  /** What the person wanted to run for, in their own words; null = not told. */
  readonly goal: OwnWords | null;
}
export interface ClosedView {
  readonly kind: 'closed';
  readonly why: 'silence' | 'referred' | 'relapse' | 'year';
  readonly signupUrl: string;
  readonly note: readonly string[];
}

export type MailBody =
  | ConfirmView
  | AlreadyView
  | PlanView
  | LessonView
  | CheckInView
  | AckView
  | QuestionView
  | SafetyView
  | FlareView
  | FreshView
  | ClearanceView
  | PausedView
  | SilentView
  | LetterView
  | GraduationView
  | MaintenanceView
  | ClosedView;
export interface MailView {
  readonly frame: MailFrame;
  readonly body: MailBody;
}

/** What emails/ gives back; the shell wraps it into MIME and headers. */
export interface RenderedMail {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}
