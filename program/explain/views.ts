/**
 * What a mail or a page may know. Words of the curriculum are already chosen and filled in; looks belong to emails/ and web/.
 * Every link is a finished absolute URL made by the shell. Dates are finished local text ("Monday 9 March").
 */

import type { WeekPlan } from '../course/plan.ts';
import type { LevelNumber, Outcome, Stage } from '../course/types.ts';
import type { BuiltKind } from '../participant/mail-kinds.ts';

export interface Operator {
  readonly name: string;
  readonly postal: string;
  readonly email: string;
  readonly referral: string | null;
}
export interface EmergencyNumbers {
  readonly country: string;
  readonly emergency: string;
  readonly urgent: string;
}

/** On every mail. `unsubscribe` is null for `confirm` and `already` only. */
export interface MailFrame {
  readonly kind: BuiltKind;
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
    readonly worse: string | null;
  };
}

/** A reason in words: `short` for a list, `long` for the explaining sentence. */
export interface ReasonText {
  readonly code: string;
  readonly short: string;
  readonly long: string;
}
export interface ChangeLine {
  readonly track: 'strength' | 'running' | 'foot core';
  readonly direction: 'up' | 'down' | 'same' | 'start';
  /** "Level 3 · Two up, one down" */
  readonly from: string | null;
  readonly to: string;
}
export interface PainPoint {
  readonly week: number;
  readonly average: number | null;
}

export interface ConfirmView {
  readonly kind: 'confirm';
  readonly confirmUrl: string;
  readonly expiresOn: string;
}
export interface AlreadyView {
  readonly kind: 'already';
  readonly status: 'active' | 'paused' | 'stopped' | 'completed' | 'confirmed';
  readonly continueUrl: string;
}

/** `start`, `plan` and `decision` share this; `start` is the first plan. */
export interface PlanView {
  readonly kind: 'start' | 'plan' | 'decision';
  readonly outcome: Outcome;
  /** First thing read: what changed, in one sentence ("Strength moves up to Level 3; running stays at walks."). */
  readonly headline: string;
  readonly changes: readonly ChangeLine[];
  /** The deciding rule first. */
  readonly reasons: readonly ReasonText[];
  /** "You answered: average 6, worst 6." null at the start or after silence. */
  readonly answered: string | null;
  /** Fields that were missing, in words; empty when complete. */
  readonly missing: readonly string[];
  readonly plan: WeekPlan;
  readonly painByWeek: readonly PainPoint[];
  readonly physio: boolean;
  /** Six lines to show a clinician (level, pain by week, the answer …); empty unless `physio`. */
  readonly note: readonly string[];
  /** The lessons inside the plan: the week's first, or both in the lighter rhythm. */
  readonly lessons: readonly { readonly id: string; readonly title: string; readonly brief: string; readonly action: string | null }[];
  /** Short extra boxes of the first week (ice and heat, toe room), already worded. */
  readonly boxes: readonly { readonly title: string; readonly text: string }[];
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
  readonly blocks: readonly LessonBlock[];
  /** The one thing to do; null where there is none. */
  readonly action: string | null;
}
export type LessonBlock = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] };

export interface CheckInView {
  readonly kind: 'check-in' | 'reminder';
  /** 0…10 with the URL of each number; nothing is stored by opening one. */
  readonly scale: readonly { readonly value: number; readonly url: string }[];
  readonly url: string;
  readonly planOn: string;
  /** Self-tests described in this week's plan and asked now, in one line each. */
  readonly tests: readonly string[];
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
/** "My calf got worse" was reported and nothing stopped the plan: two days of rest, then one step down (MD-8). */
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
  readonly what: 'return';
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
  readonly weeks: number;
  readonly answered: number;
  readonly startAverage: number;
  readonly endAverage: number;
  readonly startLevel: LevelNumber;
  readonly endLevel: LevelNumber;
  readonly startStage: Stage;
  readonly endStage: Stage;
  readonly raises: { readonly sore: number; readonly other: number } | null;
  readonly painByWeek: readonly PainPoint[];
  readonly keepGoing: readonly string[];
}
export interface ClosedView {
  readonly kind: 'closed';
  readonly why: 'silence' | 'referred';
  readonly signupUrl: string;
  readonly note: readonly string[];
}

export type MailBody =
  | ConfirmView
  | AlreadyView
  | PlanView
  | LessonView
  | CheckInView
  | SafetyView
  | FlareView
  | FreshView
  | ClearanceView
  | PausedView
  | SilentView
  | GraduationView
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

// ---------------------------------------------------------------- pages

export interface PageFrame {
  readonly operator: Operator;
  readonly awaitingReview: boolean;
  readonly siteUrl: string;
  /** Of the participant where one is known, else the default table entry. */
  readonly numbers: EmergencyNumbers;
  /** Relative or absolute links used in the chrome: home, safety, privacy, signup. */
}
export interface FieldError {
  readonly field: string;
  readonly message: string;
}
/** Values as they were typed, to be kept on an error page; multi values as lists. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export interface SignupPage {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
}
export interface ConfirmPage {
  readonly action: string;
}
/** Intake, four steps (CONTRACT §2.1). Hidden fields carry the earlier steps. */
export interface IntakePage {
  readonly step: 1 | 2 | 3 | 4;
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** The clot-risk question is asked on page 2 after hurtsWhen notLinked or unsure. */
  readonly askClotRisk: boolean;
  readonly timeZones: readonly string[];
}
export interface CheckInPage {
  readonly action: string;
  readonly week: number;
  readonly selected: number | null;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly plannedRunMinutes: number;
  readonly plannedSessions: number;
  /** Optional fields due this week (program/adapt dueFields), with the tests in words. */
  readonly due: readonly string[];
  readonly strengthTest: string | null;
  readonly runTest: string | null;
  /** The person answered already: the page says so and shows the values. */
  readonly answered: boolean;
}
export interface SafetyPanel {
  readonly route: SafetyView['route'];
  readonly headline: string;
  readonly because: readonly string[];
  readonly steps: readonly string[];
  readonly tell: readonly string[];
  readonly stopped: string;
}
export interface DonePage {
  readonly week: number;
  readonly understood: readonly string[];
  readonly headline: string;
  readonly changes: readonly ChangeLine[];
  readonly reasons: readonly ReasonText[];
  readonly missing: readonly string[];
  readonly changeUrl: string;
  readonly action: string;
  readonly choice: 'easier' | 'repeat' | null;
  readonly physio: boolean;
  readonly safety: SafetyPanel | null;
  readonly meUrl: string;
  readonly askWorstWhen: boolean;
}
export interface MePage {
  readonly status: 'active' | 'paused' | 'stopped' | 'completed';
  readonly action: string;
  readonly notice: string | null;
  readonly errors: readonly FieldError[];
  readonly plan: WeekPlan | null;
  readonly headline: string;
  readonly changes: readonly ChangeLine[];
  readonly reasons: readonly ReasonText[];
  readonly choice: 'easier' | 'repeat' | null;
  readonly painByWeek: readonly PainPoint[];
  readonly nextPlanOn: string | null;
  readonly checkInUrl: string | null;
  readonly pausedUntil: string | null;
  readonly settings: {
    readonly weekday: number;
    readonly hour: number;
    readonly timeZone: string;
    readonly units: 'km' | 'mi';
    readonly rhythm: 'full' | 'lighter';
  };
  readonly timeZones: readonly string[];
  readonly safety: SafetyPanel | null;
  readonly unsubscribeUrl: string;
  /** "My calf got worse"; null when there is no course running. */
  readonly worseUrl: string | null;
  /** A button that asks for the link to come back after a stop, or to record that the leg was seen. */
  readonly canReturn: boolean;
  readonly painRule: readonly [string, string, string];
  /** Values as typed in the form that failed, to be kept beside its errors. */
  readonly values?: FormValues;
  /** Local dates that a pause may end on, first and last. */
  readonly pauseRange: readonly [string, string];
}
/** "My calf got worse", any day (CONTRACT §2, `/w`): red flags first. */
export interface WorsePage {
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}
/** The answer when nothing stopped the plan. */
export interface FlaredPage {
  readonly headline: string;
  readonly restUntil: string;
  readonly rest: readonly string[];
  readonly changes: readonly ChangeLine[];
  readonly meUrl: string;
}
/** Coming back after a stop (CONTRACT §2, `/fresh`): who has seen the leg, when, what was said, then the safety page of the intake again. */
export interface FreshPage {
  readonly action: string;
  readonly what: 'return';
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** Local dates the visit may have been on, first and last. */
  readonly seenRange: readonly [string, string];
  /** "You told us: …" of the stop. */
  readonly because: readonly string[];
  /** Who must have seen it, worded. */
  readonly needs: string;
}
export interface UnsubscribePage {
  readonly action: string;
  readonly done: boolean;
  readonly safety: SafetyPanel | null;
}
