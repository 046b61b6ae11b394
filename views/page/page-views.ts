/** What a page may know; the words are finished, the looks belong to web/. */
import type { WeekPlan } from '../../program/course/plan.ts';
import type { Baseline } from '../../program/course/types.ts';
import type { MaintenancePlan } from '../../program/plan/maintenance-plan.ts';
import type {
  ChangeLine,
  EmergencyNumbers,
  Operator,
  OwnWords,
  PainPoint,
  ReasonText,
  SafetyView,
} from '../mail/views.ts';
import type { PageWords } from '../words/page-words.ts';
import type { Progress } from './progress.ts';
import type { StripDay } from './week-strip.ts';

export interface PageFrame {
  readonly operator: Operator;
  readonly awaitingReview: boolean;
  readonly siteUrl: string;
  /** Of the participant where one is known, else the default table entry. */
  readonly numbers: EmergencyNumbers;
  /** What the forms ask and what to look out for, from the curriculum. */
  readonly words: PageWords;
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
  readonly errors: readonly FieldError[];
}
/** The pages of the intake, one thing each (docs/contract.md §2.1). */
export type IntakeStep =
  | 'consent'
  | 'signsNow'
  | 'signsToday'
  | 'signsBefore'
  | 'signsLately'
  | 'blood'
  | 'months'
  | 'health'
  | 'calf'
  | 'place'
  | 'pain'
  | 'hurts'
  | 'raises'
  | 'running'
  | 'runs'
  | 'person'
  | 'when';
/** One page of the intake. Hidden fields carry the other answers. */
export interface IntakePage {
  readonly step: IntakeStep;
  /** The furthest page answered; null = none. */
  readonly seen: IntakeStep | null;
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** Ticks that came together with "none of these", in words: they count, and that is said. */
  readonly overruled?: readonly string[];
  /** What needs a doctor's word first; the questions about the calf tell how soon. Absent = nothing. */
  readonly waits?: readonly string[];
  /** What the last page shows where nothing was chosen: day, hour, zone, units of the sign-up. */
  readonly prefilled?: FormValues;
  readonly timeZones: readonly string[];
}
export interface CheckInPage {
  readonly action: string;
  readonly week: number;
  readonly selected: number | null;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** Null = nothing planned by the minute. */
  readonly plannedRunMinutes: number | null;
  readonly plannedSessions: number;
  /** Optional fields due this week (program/adapt dueFields), with the tests in words. */
  readonly due: readonly string[];
  readonly strengthTest: string | null;
  readonly runTest: string | null;
  /** The person answered already: the page says so and shows the values. */
  readonly answered: boolean;
  /** What the log of the week filled in, field by field, and where it can be changed; absent = nothing. */
  readonly fromLog?: {
    readonly notes: Readonly<Record<string, string>>;
    /** The same as a row each: "Longest run", "15 min"; empty where an answer was given already. */
    readonly rows: readonly { readonly field: string; readonly title: string; readonly value: string }[];
    readonly sessionUrl: string;
  };
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
  /** A calm answer after graduation: nothing changes, and there is no week to choose about. */
  readonly kept: boolean;
  /** At the end of the programme: what the person wanted to run for, in their own words. */
  readonly goal: OwnWords | null;
  /** Stop signs that the note of the answer may mean and nobody ticked. */
  readonly noteSigns: readonly string[];
  /** Where the list of stop signs is answered that unread words opened; null = none are. */
  readonly listAction?: string | null;
  /** That list is asked for a line of it that stood alone in a reply; absent = for unread words. */
  readonly lineCame?: true;
  /** Nothing of the week is shown until that list is answered; absent = it is. */
  readonly waits?: true;
}
export interface MePage {
  readonly status: 'active' | 'paused' | 'stopped' | 'completed';
  readonly action: string;
  readonly notice: string | null;
  readonly errors: readonly FieldError[];
  readonly plan: WeekPlan | null;
  /** The week waits for the list that unread words opened; absent = it does not. */
  readonly listFirst?: true;
  /** The days of the week; empty where no week runs. */
  readonly strip: readonly StripDay[];
  /** `/x/{token}`: today's session, or the next one; null where no week runs. */
  readonly sessionUrl: string | null;
  readonly headline: string;
  readonly changes: readonly ChangeLine[];
  readonly reasons: readonly ReasonText[];
  readonly choice: 'easier' | 'repeat' | null;
  readonly painByWeek: readonly PainPoint[];
  /** The measures of docs/clinical-rules.md §7.2 in words; empty = none answered. */
  readonly measures: readonly string[];
  readonly progress: Progress;
  readonly nextPlanOn: string | null;
  readonly checkInUrl: string | null;
  readonly pausedUntil: string | null;
  /** We paused, since our mails came back. */
  readonly mailsCameBack: boolean;
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
  /** Consent to research, as it stands. */
  readonly research: boolean;
  /** When somebody of the operator's opened what is kept, and why, the newest first. */
  readonly looks: readonly { readonly on: string; readonly reason: string }[];
  /** The feed of the week; null when there is no course running. */
  readonly calendarUrl: string | null;
  /** "My calf got worse"; null when there is no course running. */
  readonly worseUrl: string | null;
  /** One page to show a physiotherapist. */
  readonly summaryUrl: string;
  /** What keeps it up, after graduation; null while it does not run. */
  readonly maintenance: MaintenancePlan | null;
  /** A button that asks for the link to come back after a stop, or to record that the leg was seen. */
  readonly canReturn: boolean;
  /** The optional pages; null where there is nothing to tell. */
  readonly runningUrl: string | null;
  readonly shoesUrl: string | null;
  /** Their own when-then plan and, once they have finished, their goal, word for word. */
  readonly own: readonly OwnWords[];
  readonly painRule: readonly [string, string, string];
  /** The weekly list of stop signs (docs/clinical-rules.md §6.6), for the printed week. */
  readonly stopSigns: readonly string[];
  /** Values as typed in the form that failed, to be kept beside its errors. */
  readonly values?: FormValues;
  /** Local dates that a pause may end on, first and last. */
  readonly pauseRange: readonly [string, string];
}
/** "My calf got worse", any day (docs/contract.md §2, `/w`): red flags first. */
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
/**
 * Coming back after a stop (docs/contract.md §2, `/fresh`): who has seen the leg, when, what was said, then
 * the safety page of the intake again.
 */
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
/** What a fresh link was asked for, and one button that does it (docs/contract.md §2, `/fresh`). */
export interface RequestedPage {
  readonly action: string;
  readonly what: 'history' | 'export' | 'erase' | 'address' | 'newAddress';
  /** The address that was wished for; null for the others. */
  readonly email: string | null;
  readonly errors: readonly FieldError[];
}
/**
 * A week as one line of the sheet. `rest`: the answer beyond the two pains; `decided`: rung, stage, and what
 * was decided.
 */
export interface SummaryWeek {
  readonly week: number;
  readonly average: number | null;
  readonly worst: number | null;
  readonly rest: string;
  readonly decided: string;
}
export interface SummaryHappening {
  /** Local date. */
  readonly on: string;
  readonly what: string;
}
/** One page to show a physiotherapist. */
export interface SummaryPage {
  /** Local date of the look. */
  readonly on: string;
  readonly status: 'active' | 'paused' | 'stopped' | 'completed';
  readonly startedOn: string | null;
  readonly position: readonly string[];
  /** What was told at the start; null = stopped at the first questions. */
  readonly about:
    | (Pick<
        Baseline,
        'intent' | 'side' | 'site' | 'ageBand' | 'runsNow' | 'strainLast12m' | 'painAverage' | 'painWorst'
      > & {
        readonly suddenOnset: string | null;
        /** The activity missed most, 0 to 10, at the start; null = not told. */
        readonly psfs: number | null;
      })
    | null;
  readonly weeks: readonly SummaryWeek[];
  readonly weeksLeftOut: number;
  readonly happenings: readonly SummaryHappening[];
  readonly meUrl: string;
}
export interface HistoryEntry {
  /** "Monday 9 March, 07:00" */
  readonly on: string;
  readonly title: string;
  readonly lines: readonly string[];
}
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly meUrl: string;
}
export interface UnsubscribePage {
  readonly action: string;
  readonly done: boolean;
  /**
   * The consent about health was taken back: the day on which everything is erased, in words. Null = left
   * otherwise.
   */
  readonly erasedOn: string | null;
  readonly safety: SafetyPanel | null;
}
